/// Something that is to be done outside the service: an entry of the outbox.
public struct Job: Hashable, Sendable {
  /// What is to be done.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The target is to get the password that the record has.
    case synchronize
    /// The target is to get a new password, which the record has once the target has confirmed it.
    case reset
  }

  /// How far it has come.
  public enum State: String, CaseIterable, Hashable, Sendable {
    /// It waits to be delivered.
    case pending
    /// The target has confirmed it.
    case done
    /// It was given up.
    case failed
  }

  /// The number, by which targets know a repeated delivery; 0 until it is stored.
  public var id = 0
  /// What is to be done.
  public var kind: Kind
  /// The record.
  public var recordID: Int
  /// The password to deliver.
  public var password: SealedValue
  /// How far it has come.
  public var state = State.pending
  /// How many deliveries have been attempted.
  public var attempts = 0
  /// When the next delivery may be attempted, in milliseconds since 1970.
  public var notBefore: Int
  /// What the last attempt ended with.
  public var result = ""

  /// Makes a job that is to be done at once.
  public init(kind: Kind, recordID: Int, password: SealedValue, notBefore: Int) {
    self.kind = kind
    self.recordID = recordID
    self.password = password
    self.notBefore = notBefore
  }
}
