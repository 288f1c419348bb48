/// One thing that happened, for the audit; it holds no secret.
public struct AuditEvent: Hashable, Sendable {
  /// How it ended.
  public enum Outcome: String, CaseIterable, Hashable, Sendable {
    case success
    case failure
  }

  /// When it was, in milliseconds since 1970.
  public var time: Int
  /// Who did it: the name of a key, `administrator`, or `worker`.
  public var actor: String
  /// From where: an address, or the command.
  public var origin: String
  /// What was done, such as `password.read`.
  public var action: String
  /// What it was done to, such as `password 46411`.
  public var object: String
  /// How it ended.
  public var outcome: Outcome
  /// What else there is to say: the reason of a failure, or that the caller gave.
  public var detail: String

  /// Makes an event.
  public init(
    time: Int, actor: String, origin: String, action: String, object: String,
    outcome: Outcome = .success, detail: String = ""
  ) {
    self.time = time
    self.actor = actor
    self.origin = origin
    self.action = action
    self.object = object
    self.outcome = outcome
    self.detail = detail
  }
}

/// An event in its place in the chain.
public struct ChainedAuditEvent: Hashable, Sendable {
  /// Its place, from 1.
  public let sequence: Int
  /// The event.
  public let event: AuditEvent
  /// The keyed hash of the event, its place and the hash of the event before.
  public let hash: [UInt8]

  /// Makes a link of the chain.
  public init(sequence: Int, event: AuditEvent, hash: [UInt8]) {
    self.sequence = sequence
    self.event = event
    self.hash = hash
  }

  /// What the seal of the last event covers.
  var sealMessage: [UInt8] { Array("passwright audit ends at \(sequence) ".utf8) + hash }

  /// What the hash covers; fields are length-prefixed, so that no two events read alike.
  static func message(sequence: Int, event: AuditEvent, previous: [UInt8]) -> [UInt8] {
    var message = previous
    func append(_ number: Int) {
      message.append(
        contentsOf: unsafe withUnsafeBytes(of: Int64(number).bigEndian) { unsafe Array($0) })
    }
    func append(_ text: String) {
      append(text.utf8.count)
      message.append(contentsOf: text.utf8)
    }
    append(sequence)
    append(event.time)
    for text in [
      event.actor, event.origin, event.action, event.object, event.outcome.rawValue, event.detail,
    ] { append(text) }
    return message
  }
}
