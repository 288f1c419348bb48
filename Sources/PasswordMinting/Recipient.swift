public import PasswordHistory
public import PasswordPolicy

/// An account that is to get a password.
public struct Recipient: Sendable {
  /// The account.
  public let account: AccountID
  /// The names of the account, no part of which may occur in its password, in addition to those of
  /// the recipe.
  public let context: PolicyContext?

  /// Names an account.
  public init(_ account: AccountID, context: PolicyContext? = nil) {
    self.account = account
    self.context = context
  }
}
