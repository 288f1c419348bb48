/// Something in a policy that a standard advises against, or that does nothing.
public struct LintWarning: Hashable, Sendable, Codable {
  /// The stable codes.
  public enum Code: String, CaseIterable, Codable, Hashable, Sendable {
    /// Rules on which kinds of characters stand where.
    case composition
    /// A greatest length below 64.
    case maximumLength = "length.max"
    /// A least length below 15, or none.
    case minimumLength = "length.min"
    /// No bad words: neither a list nor words.
    case noBlocklist = "blocklist.none"
    /// The only bad words are those of ``BadPasswords/bundledList``.
    case bundledBlocklist = "blocklist.bundled"
    /// The lists of one's own have few words that could be passwords.
    case shortBlocklist = "blocklist.short"
    /// Bad words are refused as parts of a password too.
    case substringBlocklist = "blocklist.substring"
    /// Words or lines of word files that look like digests of passwords.
    case digests = "blocklist.digests"
    /// Lines of word files that are not UTF-8.
    case wordEncoding = "blocklist.encoding"
    /// A pattern with syntax of another engine, which has another meaning here.
    case foreignPattern = "pattern.foreign"
    /// A pattern that the empty text matches.
    case emptyMatch = "pattern.empty"
    /// Not all printable ASCII, or nothing but ASCII, is allowed.
    case allowedCharacters = "allowed"
    /// A mandatory strength that asks for kinds of characters.
    case strength
    /// A rule that changes nothing.
    case redundant
    /// No password can comply.
    case unmeetable
  }

  /// What kind of warning it is.
  public let code: Code
  /// Where in the policy, as a JSON path.
  public let path: String
  /// What is wrong, which standard says so, and what to do.
  public let message: String
}

extension LintWarning: CustomStringConvertible {
  /// The path, the message and the code.
  public var description: String { "\(path): \(message) [\(code.rawValue)]" }
}
