/// How to draw the phrase of a password: words, each uniform over a list.
public struct PhraseRecipe: Encodable, Hashable, Sendable {
  /// The maximum number of words: 128.
  public static let maximumWordCount = 128

  /// The place of the phrase when the password has a segment too.
  @nonexhaustive
  public enum Placement: String, CaseIterable, Codable, Hashable, Sendable {
    /// Before the segment.
    case prefix
    /// After the segment.
    case append
    /// Inside the segment, at a uniform position with one or more characters on each side.
    case insert
  }

  /// The separator between words, and between the phrase and the segment.
  @nonexhaustive
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
  /// The maximum length of a word in characters; `nil` for no limit.
  public var maxWordLength: Int?
  /// The place of the phrase.
  public var placement = Placement.prefix
  /// The separator between the words and beside the phrase.
  public var separator = Separator.dash
  /// The name of a bundled list (`english-large`, `english-short`).
  ///
  /// `nil` stands for the bundled list that keeps more words within ``maxWordLength``, unless the
  /// caller provides a list when compiling.
  public var wordlist: String?

  /// Makes a recipe for phrases of a given number of words.
  public init(wordCount: Int) {
    self.wordCount = wordCount
  }
}
