import HTTPTypes
import Hummingbird
import PasswordService
import ServiceHTTP

/// One request as the routes see it.
struct Call: Sendable {
  /// The two generations of clients, known by where their key comes from.
  enum Generation: Sendable {
    /// The key is in the query or the body.
    case first
    /// The key is in the header `APIKey`.
    case later
  }

  /// The formats of answers.
  enum Format: Sendable {
    case json, xml
  }

  let generation: Generation
  private(set) var parameters = RequestParameters()
  private(set) var format = Format.json
  private(set) var caller: Caller
  /// Whether the body may not have been read to its end: then the connection serves no more.
  private(set) var leavesBody = false
  /// The number in the path as it was written; `nil`: the path has none.
  let pathID: String?
  /// The path for the audit: the route's, and the number where it is one.
  ///
  /// Old clients put keys into paths.
  var auditedPath: String {
    pathID.flatMap { Int($0) }.map { route.replacing("{id}", with: String($0)) } ?? route
  }
  /// The path of the route, with `{id}` for the number.
  private let route: String
  /// The host and port that the client knows the service by.
  let authority: String?

  init(_ request: Request, _ context: ServiceContext, headerKey: String?) {
    generation = headerKey == nil ? .first : .later
    pathID = context.parameters.get("id")
    route = context.endpointPath ?? ""
    authority = request.head.authority
    caller = Caller(
      key: headerKey, origin: context.origin, reason: request.headers.text("reason") ?? "")
  }

  /// Reads the query, and the body of a request that has one to read.
  mutating func readParameters(
    of request: Request, within limit: Duration
  ) async throws(ServiceError) {
    parameters = try RequestParameters(query: request.uri.query)
    try readCommonParameters()
    guard request.method == .post || request.method == .put else { return }
    leavesBody = true
    let body = try await request.collectBody(within: limit)
    leavesBody = false
    try parameters.merge(body: body, contentType: request.headers[.contentType])
    try readCommonParameters()
  }

  /// The audit keeps the reason of each record that a request reads.
  private static let maximumReasonBytes = 1024

  private mutating func readCommonParameters() throws(ServiceError) {
    if generation == .first { caller.key = parameters.text("apikey") }
    if let reason = parameters.text("reason"), caller.reason.isEmpty { caller.reason = reason }
    guard caller.reason.utf8.count <= Self.maximumReasonBytes else {
      caller.reason = ""
      throw .invalid(["reason is longer than \(Self.maximumReasonBytes) bytes."])
    }
    switch parameters.text("format")?.lowercased() {
    case nil, "json": format = .json
    case "xml": format = .xml
    default: throw .invalid(["format must be json or xml."])
    }
  }

  /// The number in the path.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when it is no number.
  func idInPath(_ name: String) throws(ServiceError) -> Int? {
    guard let pathID else { return nil }
    guard let id = Int(pathID), id >= 0 else {
      throw .invalid(["\(name) in the path must be a whole number."])
    }
    return id
  }

  var readOptions: ReadOptions {
    get throws(ServiceError) {
      var options = ReadOptions()
      options.excludesPasswords = try parameters.boolean("ExcludePassword") ?? false
      options.preventsAuditing = try parameters.boolean("PreventAuditing") ?? false
      return options
    }
  }
}
