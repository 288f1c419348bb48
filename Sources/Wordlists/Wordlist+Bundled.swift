import CWordlists

extension Wordlist {
  /// The word lists compiled into the package; see `wordlists/README.md`.
  @nonexhaustive
  public enum Bundled: String, CaseIterable, Codable, Hashable, Sendable {
    /// 7,776 words of 3 to 9 letters: 12.92 bits per word.
    case englishLarge = "english-large"
    /// 1,296 words of at most 5 letters: 10.34 bits per word.
    case englishShort = "english-short"

    /// Returns the list with more words of at most a given number of characters; the large one if
    /// both have as many.
    public static func keepingMostWords(ofAtMost maximumLength: Int) -> Bundled {
      let large = Wordlist.bundled(.englishLarge).words(ofAtMost: maximumLength)
      let short = Wordlist.bundled(.englishShort).words(ofAtMost: maximumLength)
      return short.count > large.count ? .englishShort : .englishLarge
    }
  }

  /// Returns a bundled list.
  ///
  /// No file is read.
  public static func bundled(_ list: Bundled) -> Wordlist {
    switch list {
    case .englishLarge: englishLarge
    case .englishShort: englishShort
    }
  }

  private static let englishLarge = unsafe Wordlist(embedded: cwordlists_english_large())
  private static let englishShort = unsafe Wordlist(embedded: cwordlists_english_short())

  private init(embedded text: cwordlists_text) {
    // The bytes are constants of the program, and live as long as it does.
    unsafe self.init(validated: Array(UnsafeBufferPointer(start: text.start, count: text.count)))
  }
}
