public import PasswordHistory

/// Which earlier passwords a password is compared with, and where it is recorded.
public struct ReuseCheck: Sendable {
  /// Whose password it is.
  public let account: AccountID
  /// Where the earlier ones are.
  public let store: any PasswordHistoryStore
  /// How digests are made and compared.
  public let digester: PasswordDigester

  /// Names an account of a history.
  public init(
    account: AccountID, store: any PasswordHistoryStore, digester: PasswordDigester
  ) {
    self.account = account
    self.store = store
    self.digester = digester
  }
}
