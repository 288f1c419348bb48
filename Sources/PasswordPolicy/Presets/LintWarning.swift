/// A warning about something in a policy that a standard advises against, or that has no effect.
public struct LintWarning: Hashable, Sendable, Codable {
  /// The stable codes.
  @nonexhaustive
  public enum Code: String, CaseIterable, Codable, Hashable, Sendable {
    /// Rules on the kinds of characters and their positions.
    case composition
    /// A maximum length below 64.
    case maximumLength = "length.max"
    /// A minimum length below 15, or none.
    case minimumLength = "length.min"
    /// No bad words: neither a list nor words.
    case noBlocklist = "blocklist.none"
    /// The only bad words are those of ``BadPasswords/bundledList``.
    case bundledBlocklist = "blocklist.bundled"
    /// The policy's own lists have too few words that could be passwords.
    case shortBlocklist = "blocklist.short"
    /// Bad words are also rejected as parts of a password.
    case substringBlocklist = "blocklist.substring"
    /// Words or lines of word files that look like digests of passwords.
    case digests = "blocklist.digests"
    /// Lines of word files that are not UTF-8.
    case wordEncoding = "blocklist.encoding"
    /// A pattern in the syntax of another engine, which has another meaning here.
    case foreignPattern = "pattern.foreign"
    /// A pattern that the empty text matches.
    case emptyMatch = "pattern.empty"
    /// Not all printable ASCII, or nothing but ASCII, is allowed.
    case allowedCharacters = "allowed"
    /// A mandatory strength that requires kinds of characters.
    case strength
    /// A rule that changes nothing.
    case redundant
    /// No password can comply.
    case unmeetable
  }

  /// The kind of warning.
  public let code: Code
  /// The place in the policy, as a JSON path.
  public let path: String
  /// What is wrong, which standard says so, and what to do.
  public let message: String
}

extension LintWarning: CustomStringConvertible {
  /// The path, the message and the code.
  public var description: String { "\(path): \(message) [\(code.rawValue)]" }
}
