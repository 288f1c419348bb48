/// What a record is to become: only what is given changes.
public struct RecordChange: Sendable {
  /// What becomes of the password.
  public enum Password: Sendable {
    /// It stays.
    case unchanged
    /// It becomes this one, if that complies.
    case given(String)
    /// It becomes one that the list's generator draws: one attempt, and up to this many retries while
    /// they do not comply.
    case generated(retries: Int)
  }

  /// The texts that change.
  public var texts: [RecordField: String] = [:]
  /// The account type, if it changes; 0: none.
  public var accountTypeID: Int?
  /// The expiry date, if it changes; an inner `nil`: none.
  public var expiryDate: CalendarDate??
  /// The schedule, if it changes; an inner `nil`: none.
  public var resetSchedule: ResetSchedule??
  /// Whether the record is exported, if that changes.
  public var allowExport: Bool?
  /// What becomes of the password.
  public var password = Password.unchanged
  /// Whether each password field gets a new value.
  public var generatesGenericFields = false
  /// Whether the password is handed over to the target.
  public var handsOver = false

  /// Makes a change of nothing.
  public init() {}
}
