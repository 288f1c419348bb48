/// One thing that the rules of a policy lose when they are put in another format.
///
/// A loss is about which passwords comply. Names, identifiers and dates of a policy are no rules,
/// and leaving them out is no loss.
public struct Loss: Hashable, Sendable {
  /// What becomes of a rule.
  public enum Effect: String, CaseIterable, Codable, Hashable, Sendable {
    /// The rule is gone.
    case dropped
    /// What is left of the rule accepts more passwords.
    case weakened
    /// What the rule has become refuses more passwords.
    case strengthened
  }

  /// Where the rule is: its path in JSON (`$.maxSequence`), or the name of its setting.
  public let path: String
  /// What becomes of it.
  public let effect: Effect
  /// Why, as a sentence without its full stop.
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
