/// One thing that the rules of a policy lose in a conversion to another format.
///
/// A loss concerns which passwords comply. Names, identifiers and dates of a policy are not rules,
/// and leaving them out is not a loss.
public struct Loss: Hashable, Sendable {
  /// The effect on a rule.
  public enum Effect: String, CaseIterable, Codable, Hashable, Sendable {
    /// The rule is lost.
    case dropped
    /// The weakened rule accepts more passwords.
    case weakened
    /// The strengthened rule rejects more passwords.
    case strengthened
  }

  /// The place of the rule: its path in JSON (`$.maxSequence`), or the name of its setting.
  public let path: String
  /// The effect on the rule.
  public let effect: Effect
  /// The reason, as a sentence without its period.
  public let reason: String

  /// Makes a loss.
  public init(path: String, effect: Effect, reason: String) {
    self.path = path
    self.effect = effect
    self.reason = reason
  }
}

extension Loss: CustomStringConvertible {
  /// The path, the effect and the reason on one line.
  public var description: String { "\(path): \(effect.rawValue): \(reason)" }
}
