import HTTPTypes
public import Hummingbird
import NIOCore
import PasswordService
import ServiceHTTP
import TextTools

/// What a route answers, before it is written in a format.
struct Answer {
  var status = HTTPResponse.Status.ok
  /// The body; `nil`: none.
  var json: JSON?
  /// The name of an XML element for each object.
  var element = "Password"
  var location: String?

  func response(_ format: Call.Format) -> Response {
    var headers = HTTPFields()
    headers[.location] = location
    guard let json else {
      headers[.cacheControl] = "no-store"
      return Response(status: status, headers: headers)
    }
    return Response(status: status, headers: headers, json: json, element: element, format)
  }
}

extension Response {
  fileprivate init(
    status: HTTPResponse.Status, headers: HTTPFields = HTTPFields(), json: JSON, element: String,
    _ format: Call.Format
  ) {
    var headers = headers
    headers[.cacheControl] = "no-store"
    switch format {
    case .json:
      headers[.contentType] = "application/json; charset=utf-8"
      self.init(
        status: status, headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes)))
    case .xml:
      headers[.contentType] = "application/xml; charset=utf-8"
      let isArray = if case .array = json { true } else { false }
      let bytes = json.xml(root: isArray ? "ArrayOf\(element)" : element, item: element)
      self.init(
        status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }
}

extension ServiceError {
  /// The status and the vendor's name of it.
  private var kind: (status: HTTPResponse.Status, message: String) {
    switch self {
    case .invalid: (.badRequest, "Invalid Request")
    case .unauthenticated: (.unauthorized, "No Authorization")
    case .forbidden: (.forbidden, "Forbidden")
    case .notFound: (.notFound, "Not Found")
    case .failed: (.internalServerError, "Server Error")
    }
  }

  /// The answer to a request that failed, as the vendor's servers nest it.
  func response(_ format: Call.Format) -> Response {
    let errors: JSON = .array([
      ["message": .string(kind.message)], ["phrase": .string(description)],
    ])
    switch format {
    case .json:
      return Response(
        status: kind.status, json: [["errors": errors]], element: "Error", format)
    case .xml: return Response(status: kind.status, json: errors, element: "Error", format)
    }
  }
}

/// The vendor's answer where there is no such route or method.
public func passwordstateNotFound() -> Response {
  ServiceError.notFound("There is no such method in the API.").response(.json)
}

/// The vendor's answer to an address that asks too often.
public func passwordstateTooManyRequests() -> Response {
  ServiceError.forbidden("Too many requests from this address; try again in a minute.")
    .response(.json)
}
