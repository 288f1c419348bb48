public import TextTools

/// A password on its way to its target.
public struct Delivery: Sendable {
  /// The job: a delivery that is repeated has the same.
  public let jobID: Int
  /// What is to be done.
  public let kind: Job.Kind
  /// The record.
  public let recordID: Int
  /// Its title.
  public let title: String
  /// The name of the account.
  public let userName: String
  /// The domain or host of the account; empty: not known.
  public let host: String
  /// The name of the account type; empty: none.
  public let accountType: String
  /// The new password.
  public let password: String
  /// The password that the record has until the target has confirmed a reset; empty: not known.
  public let currentPassword: String

  /// The delivery as an object, secrets included.
  public var json: JSON {
    [
      "job": .integer(jobID), "action": .string(kind.rawValue), "passwordID": .integer(recordID),
      "title": .string(title), "userName": .string(userName), "host": .string(host),
      "accountType": .string(accountType), "newPassword": .string(password),
      "currentPassword": .string(currentPassword),
    ]
  }
}

/// Why a delivery was not confirmed; it holds no secret.
public struct DeliveryFailure: Error, Hashable, Sendable {
  /// What went wrong.
  public let reason: String

  /// Makes a failure.
  public init(_ reason: String) {
    self.reason = reason
  }
}

/// What passwords are handed over to.
public protocol HandOverTarget: Sendable {
  /// Hands a password over, and returns once the target has confirmed it.
  func deliver(_ delivery: Delivery) async throws(DeliveryFailure)
}

extension Delivery {
  /// The HMAC-SHA-256 of a body, in hexadecimal digits.
  public func signature(of body: [UInt8], key: [UInt8]) -> String {
    Sodium.authenticationCode(body, key: key).hexadecimal
  }
}
