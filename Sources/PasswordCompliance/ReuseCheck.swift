public import PasswordHistory

/// The earlier passwords that a password is compared with, and where it is recorded.
public struct ReuseCheck: Sendable {
  /// The account that the password is for.
  public let account: AccountID
  /// The store of the earlier passwords.
  public let store: any PasswordHistoryStore
  /// How digests are made and compared.
  public let digester: PasswordDigester

  /// Makes a check for an account of a history.
  public init(
    account: AccountID, store: any PasswordHistoryStore, digester: PasswordDigester
  ) {
    self.account = account
    self.store = store
    self.digester = digester
  }
}
