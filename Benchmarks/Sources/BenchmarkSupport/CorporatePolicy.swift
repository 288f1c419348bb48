public import Foundation
public import Passwright

/// A policy and the file of words that it names, which is removed with this object.
public final class CorporatePolicy {
  /// The policy.
  public let policy: Policy
  private let wordFile: URL?

  /// Makes a policy of class rules, and a number of patterns and words.
  public init(
    patterns: Int = 1_000, words: Int = 100_000, match: BadPasswords.Match = .whole
  ) throws {
    wordFile =
      words == 0
      ? nil
      : FileManager.default.temporaryDirectory
        .appendingPathComponent("passwright-words-\(UUID().uuidString)")
    if let wordFile { try Data(Corpora.words(words)).write(to: wordFile) }
    policy = Corpora.policy(patterns: patterns, wordFile: wordFile, match: match)
  }

  deinit {
    if let wordFile { try? FileManager.default.removeItem(at: wordFile) }
  }
}

extension Corpora {
  /// Makes a policy of class rules, a number of patterns, and the words of a file.
  public static func policy(
    patterns: Int = 1_000, wordFile: URL?, match: BadPasswords.Match = .whole
  ) -> Policy {
    var policy = Policy()
    policy.length = Bounds(min: 12, max: 64)
    policy.characters.lowercase.min = 1
    policy.characters.uppercase.min = 1
    policy.characters.digits.min = 1
    policy.characters.symbols.min = 1
    policy.badPasswords.patterns = Corpora.patterns(patterns)
    policy.badPasswords.match = match
    policy.badPasswords.wordFiles = [wordFile?.path].compactMap(\.self)
    return policy
  }
}
