/// Why the service does not do what it was asked; nothing was changed.
public enum ServiceError: Error, Hashable, Sendable {
  /// What was asked is malformed: all that is wrong with it.
  case invalid([String])
  /// There is no key, or a wrong one.
  case unauthenticated(String)
  /// The caller may not do this, or a rule refuses it.
  case forbidden(String)
  /// What was asked for does not exist.
  case notFound(String)
  /// The store or the randomness failed; the reason is for the operator.
  case failed(String)
}

extension ServiceError: CustomStringConvertible {
  /// What is wrong and what to do; never a secret.
  public var description: String {
    switch self {
    case .invalid(let problems): problems.joined(separator: " ")
    case .unauthenticated(let reason), .forbidden(let reason), .notFound(let reason): reason
    case .failed: "The service cannot answer now; its log says why."
    }
  }

  static var noKey: ServiceError {
    .unauthenticated("No API key was given; pass one with the request.")
  }

  static var wrongKey: ServiceError { .unauthenticated("Invalid API key.") }

  /// Makes an error of what an operation of a store threw.
  init(_ error: any Error) {
    self =
      switch error {
      case let error as ServiceError: error
      case let error as StoreError: .failed(error.description)
      default: .failed("unexpected error of type \(type(of: error))")
      }
  }
}

/// Who calls, and what is known of the call.
public struct Caller: Sendable {
  /// The key that was given; `nil`: none.
  public var key: String?
  /// The address that the call comes from.
  public var origin: String
  /// Why, as the caller says.
  public var reason: String

  /// Describes a caller.
  public init(key: String?, origin: String, reason: String = "") {
    self.key = key
    self.origin = origin
    self.reason = reason
  }
}

/// Who a caller has proved to be.
public struct Principal: Hashable, Sendable {
  /// The name of the key.
  public let name: String
  /// What it opens.
  public let scope: ServiceKey.Scope

  /// Whether the key opens everything.
  public var isSystem: Bool { scope == .system }

  /// The list that the key opens, when it opens one only.
  public var listID: Int? { if case .list(let id) = scope { id } else { nil } }

  /// Whether the principal may use a list.
  func mayUse(list id: Int) -> Bool { isSystem || scope == .list(id) }
}
