/// How to draw the phrase of a password: words, each uniform over a list.
public struct PhraseRecipe: Encodable, Hashable, Sendable {
  /// The most words: 128.
  public static let maximumWordCount = 128

  /// Where the phrase stands when the password has a segment too.
  public enum Placement: String, CaseIterable, Codable, Hashable, Sendable {
    /// Before the segment.
    case prefix
    /// After the segment.
    case append
    /// Inside the segment, at a uniform position with at least one character on each side.
    case insert
  }

  /// What stands between words, and between the phrase and the segment.
  public enum Separator: String, CaseIterable, Codable, Hashable, Sendable {
    /// A space.
    case space
    /// A dash, `-`.
    case dash
    /// Nothing.
    case none

    /// The separating byte, if any.
    public var byte: UInt8? {
      switch self {
      case .space: UInt8(ascii: " ")
      case .dash: UInt8(ascii: "-")
      case .none: nil
      }
    }
  }

  /// The number of words, 1 to ``maximumWordCount``; a word may occur more than once.
  public var wordCount: Int
  /// The longest word to draw, in characters; `nil`: no limit.
  public var maxWordLength: Int?
  /// Where the phrase stands.
  public var placement = Placement.prefix
  /// What stands between the words and beside the phrase.
  public var separator = Separator.dash
  /// The name of a bundled list (`english-large`, `english-short`).
  ///
  /// `nil`: the bundled list that keeps more words under ``maxWordLength``, unless the caller gives
  /// a list when compiling.
  public var wordlist: String?

  /// Makes a recipe for phrases of so many words.
  public init(wordCount: Int) {
    self.wordCount = wordCount
  }
}
