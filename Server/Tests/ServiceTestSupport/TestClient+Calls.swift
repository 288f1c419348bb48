public import HTTPTypes
public import HummingbirdTesting
import NIOCore
public import TextTools

extension TestClientProtocol {
  /// Sends a request, with the key in the query as clients of the first generation do.
  public func get(
    _ path: String, key: String? = nil, query: String = ""
  ) async throws -> TestResponse {
    let parts = [key.map { "apikey=\($0)" }, query.isEmpty ? nil : query].compactMap(\.self)
    let uri = parts.isEmpty ? path : "\(path)?\(parts.joined(separator: "&"))"
    return try await execute(uri: uri, method: .get)
  }

  /// Sends a request with a form.
  public func send(
    _ method: HTTPRequest.Method, _ path: String = "/api/passwords", form: [(String, String)]
  ) async throws -> TestResponse {
    let body = form.map { "\($0.percentEncoded)=\($1.percentEncoded)" }.joined(separator: "&")
    return try await execute(
      uri: path, method: method, headers: [.contentType: "application/x-www-form-urlencoded"],
      body: ByteBuffer(string: body))
  }

  /// Sends a request with a JSON body, with the key in the header as later clients do.
  public func send(
    _ method: HTTPRequest.Method, _ path: String = "/api/passwords", headerKey: String,
    json: JSON
  ) async throws -> TestResponse {
    var headers: HTTPFields = [.contentType: "application/json"]
    headers.append(HTTPField(name: .testAPIKey, value: headerKey))
    return try await execute(
      uri: path, method: method, headers: headers, body: ByteBuffer(bytes: json.bytes))
  }

  /// Gets a path with the key in the header.
  public func get(_ path: String, headerKey: String) async throws -> TestResponse {
    try await execute(
      uri: path, method: .get, headers: [.testAPIKey: headerKey])
  }
}

extension HTTPField.Name {
  /// The header of later clients.
  public static var testAPIKey: Self { Self("APIKey").unsafelyKnown }
}

extension Optional {
  /// The value of a name that is known to be well-formed.
  fileprivate var unsafelyKnown: Wrapped {
    guard let self else { preconditionFailure("a malformed name of a header") }
    return self
  }
}

extension String {
  /// The text with all but unreserved characters percent-encoded.
  public var percentEncoded: String {
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    let digits = Array("0123456789ABCDEF")
    return utf8.reduce(into: "") { result, byte in
      if unreserved.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
