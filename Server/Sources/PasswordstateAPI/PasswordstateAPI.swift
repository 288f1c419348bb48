import HTTPTypes
public import Hummingbird
import Logging
public import PasswordService
public import ServiceHTTP

/// Passwordstate's API over the service: it only translates requests and answers.
public struct PasswordstateAPI: Sendable {
  /// What operators choose.
  public struct Settings: Sendable {
    /// How dates are written, in the letters of .NET: `dd/MM/yyyy`.
    public var dateFormat = DateFormat.dayMonthYear
    /// The most passwords that one request generates.
    public var maximumQuantity = 1000
    /// The most retries that one request gets, however many it asks for.
    public var maximumRetries = 1000
    /// How long the answer to a failed authentication waits at most, in milliseconds, once there
    /// were too many.
    public var maximumDelay = 2000
    /// How long the body of a request may take to arrive.
    public var bodyTimeLimit = Duration.seconds(30)
    /// The scheme of the URLs in answers.
    public var scheme = "http"

    /// Makes the defaults.
    public init() {}
  }

  let service: PasswordService
  let settings: Settings
  let guesses: GuessLimiter
  let wait: @Sendable (Int) async -> Void

  /// Binds the API to a service.
  ///
  /// - Parameters:
  ///   - service: what does the work.
  ///   - settings: what operators choose.
  ///   - guesses: counts failed authentications.
  ///   - wait: waits for a number of milliseconds.
  public init(
    service: PasswordService, settings: Settings = Settings(), guesses: GuessLimiter,
    wait: @escaping @Sendable (Int) async -> Void = {
      try? await Task.sleep(for: .milliseconds($0))
    }
  ) {
    self.service = service
    self.settings = settings
    self.guesses = guesses
    self.wait = wait
  }

  /// Adds the routes; the router must compare paths without regard to case.
  public func addRoutes(to router: Router<ServiceContext>) {
    let api = router.group("api")
    // The router tries the names in this order, and this one is asked for most.
    add(.get, "generatepassword", Self.generateAction, to: api, generatePassword)
    add(.get, "passwordlists", "list.read", to: api, readLists)
    add(.get, "passwordlists/{id}", "list.read", to: api, readList)
    add(.get, "searchpasswordlists", "list.search", to: api, searchLists)
    add(.get, "passwords", "password.read", to: api, readPasswords)
    add(.get, "passwords/{id}", "password.read", to: api, readPassword)
    add(.post, "passwords", "password.create", to: api, createPassword)
    add(.put, "passwords", "password.update", to: api, updatePassword)
    add(.put, "passwords/{id}", "password.update", to: api, updatePassword)
    add(.delete, "passwords/{id}", "password.delete", to: api, deletePassword)
    add(.get, "passwordhistory/{id}", "history.read", to: api, readHistory)
    add(.get, "searchpasswords", "password.search", to: api, searchPasswords)
    add(.get, "searchpasswords/{id}", "password.search", to: api, searchPasswords)
  }

  /// The one operation that may be called without a key.
  private static let generateAction = "password.generate"

  private func add(
    _ method: HTTPRequest.Method, _ path: String, _ action: String,
    to group: RouterGroup<ServiceContext>,
    _ handler: @escaping @Sendable (Call) async throws(ServiceError) -> Answer
  ) {
    group.on(RouterPath(path), method: method) { request, context in
      await respond(to: request, context, action: action, handler)
    }
  }

  private func respond(
    to request: Request, _ context: ServiceContext, action: String,
    _ handler: @Sendable (Call) async throws(ServiceError) -> Answer
  ) async -> Response {
    let header = request.headers.text("apikey")
    var call = Call(request, context, headerKey: header)
    do throws(ServiceError) {
      try await call.readParameters(of: request, within: settings.bodyTimeLimit)
      // Nobody learns what else is wrong with a request without a key that is right.
      try await service.requireKey(of: call.caller, isOptional: action == Self.generateAction)
      return try await handler(call).response(call.format)
    } catch {
      if case .failed(let reason) = error {
        context.logger.error("a request failed", metadata: ["reason": "\(reason)"])
      }
      await service.recordFailure(action, call.auditedPath, by: call.caller, error)
      if case .unauthenticated = error {
        let delay = guesses.recordFailure(origin: context.origin, key: call.caller.key)
        if delay > 0 { await wait(min(delay, settings.maximumDelay)) }
      }
      var response = error.response(call.format)
      if call.leavesBody { response.headers[.connection] = "close" }
      return response
    }
  }
}

extension HTTPFields {
  /// The value of the first field of a name, in lower case, unless it is empty.
  func text(_ name: String) -> String? {
    first { $0.name.canonicalName == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }
}
