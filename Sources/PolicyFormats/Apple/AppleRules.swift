public import CharacterSets

/// The password rules of a website or app, in the language that password managers and browsers
/// read: Apple's *Customizing Password AutoFill Rules*.
///
/// ```swift
/// let rules = try AppleRules(parsing: "minlength: 8; required: lower, upper; required: digit;")
/// let policy = rules.policy
/// ```
/// A password contains one or more characters of each ``required`` set and only ``permitted``
/// characters.
public struct AppleRules: Hashable, Sendable {
  /// A set of characters.
  public enum Characters: Hashable, Sendable {
    /// Every character of Unicode.
    case unicode
    /// Printable characters of ASCII.
    case ascii(ASCIISet)
  }

  /// The maximum number of bytes of rules: 65,536.
  public static let maximumBytes = 65_536

  /// `minlength`: the minimum number of characters.
  public var minLength: Int?
  /// `maxlength`: the maximum number of characters.
  public var maxLength: Int?
  /// `required`: sets that each contribute one or more characters of a password.
  public var required: [Characters] = []
  /// `allowed`: characters allowed in addition to the required ones; `nil` when there is no such
  /// rule.
  public var allowed: Characters?
  /// `max-consecutive`: the maximum number of equal characters in a row.
  public var maxConsecutive: Int?

  /// Makes an empty set of rules.
  public init() {}

  /// The characters that a password may contain: those allowed and those required, or printable
  /// ASCII where neither is specified.
  public var permitted: Characters {
    let sets = required + [allowed].compactMap(\.self)
    guard let first = sets.first else { return .ascii(.printable) }
    return sets.dropFirst().reduce(first) { $0.union($1) }
  }
}

extension AppleRules.Characters {
  /// Returns the characters in this set, in the other, or in both.
  public func union(_ other: Self) -> Self {
    guard case .ascii(let left) = self, case .ascii(let right) = other else { return .unicode }
    return .ascii(left.union(right))
  }
}
