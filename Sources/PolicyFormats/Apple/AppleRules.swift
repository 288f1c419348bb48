public import CharacterSets

/// The rules of a site or app for its passwords, in the language that password managers and
/// browsers read: Apple's *Customizing Password AutoFill Rules*.
///
/// ```swift
/// let rules = try AppleRules(parsing: "minlength: 8; required: lower, upper; required: digit;")
/// let policy = rules.policy
/// ```
/// A password holds at least one character of each ``required`` set and none that is not
/// ``permitted``.
public struct AppleRules: Hashable, Sendable {
  /// A set of characters.
  public enum Characters: Hashable, Sendable {
    /// Every character of Unicode.
    case unicode
    /// Printable characters of ASCII.
    case ascii(ASCIISet)
  }

  /// The most bytes of rules that are read: 65,536.
  public static let maximumBytes = 65_536

  /// `minlength`: the least number of characters.
  public var minLength: Int?
  /// `maxlength`: the greatest number of characters.
  public var maxLength: Int?
  /// `required`: sets of which a password holds at least one character each.
  public var required: [Characters] = []
  /// `allowed`: characters that it may hold beside the required ones; `nil` when there is no such
  /// rule.
  public var allowed: Characters?
  /// `max-consecutive`: how many times in a row the same character may stand.
  public var maxConsecutive: Int?

  /// Makes no rules.
  public init() {}

  /// The characters that a password may hold: those allowed and those required, and where neither
  /// is said the printable ones of ASCII.
  public var permitted: Characters {
    let sets = required + [allowed].compactMap(\.self)
    guard let first = sets.first else { return .ascii(.printable) }
    return sets.dropFirst().reduce(first) { $0.union($1) }
  }
}

extension AppleRules.Characters {
  /// The characters in this set, in the other, or in both.
  public func union(_ other: Self) -> Self {
    guard case .ascii(let left) = self, case .ascii(let right) = other else { return .unicode }
    return .ascii(left.union(right))
  }
}
