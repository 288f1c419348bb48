/// A regular expression in RE2's syntax, and where it was written.
///
/// ```swift
/// let pattern = Pattern("^summer[0-9]{2,4}", origin: .line(3, file: "patterns.txt"))
/// ```
/// Patterns match without regard to case, and anywhere in the text unless they contain `^` or `$`.
/// The syntax has neither lookaround nor backreferences, which cannot be matched in linear time.
/// <https://github.com/google/re2/wiki/Syntax>
public struct Pattern: Hashable, Sendable {
  /// Where a pattern was written.
  @nonexhaustive
  public enum Origin: Hashable, Sendable {
    /// A value, such as `$.badPasswords.patterns[2]` of a policy.
    case value(String)
    /// A line of a file, counted from 1.
    case line(Int, file: String)
  }

  /// The maximum length of a pattern, in bytes: 16,384.
  public static let maximumBytes = 16_384

  /// The regular expression.
  public let text: String
  /// Where it was written.
  public let origin: Origin

  /// Makes a pattern, which may be invalid: ``PatternSet`` reports that.
  public init(_ text: String, origin: Origin) {
    self.text = text
    self.origin = origin
  }
}

extension Pattern.Origin: CustomStringConvertible {
  /// The place, such as `patterns.txt:3`.
  public var description: String {
    switch self {
    case .value(let path): path
    case .line(let line, let file): "\(file):\(line)"
    }
  }
}
