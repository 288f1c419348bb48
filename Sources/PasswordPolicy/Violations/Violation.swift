/// One rule that one password breaks.
///
/// It has the rule and its parameters. It contains neither the password nor a part of it, nor the
/// word or pattern that matched, which would reveal the password to anyone who has the list.
public struct Violation: Hashable, Sendable {
  /// The rule that is broken.
  public let rule: Rule

  /// Makes the violation of a rule.
  public init(rule: Rule) {
    self.rule = rule
  }

  /// The stable code, such as `length.short`.
  public var code: String { rule.code }
  /// The parameters of the rule.
  public var parameters: [String: Rule.Parameter] { rule.parameters }
  /// What is wrong, as an English sentence.
  public var message: String { rule.violationMessage }
}

extension Violation: CustomStringConvertible {
  /// The code and the sentence.
  public var description: String { "\(code): \(message)" }
}
