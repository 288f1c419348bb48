import Testing
import Wordlists

@Suite("Wordlist: the bundled list that keeps the most words")
struct WordlistBundledChoiceTests {
  private func kept(_ list: Wordlist.Bundled, _ maximumLength: Int) -> Wordlist {
    Wordlist.bundled(list).words(ofAtMost: maximumLength)
  }

  @Test("It is the short list when that keeps more, and otherwise the large one", arguments: 0...12)
  func choice(maximumLength: Int) {
    let large = kept(.englishLarge, maximumLength).count
    let short = kept(.englishShort, maximumLength).count
    let expected: Wordlist.Bundled = short > large ? .englishShort : .englishLarge
    #expect(Wordlist.Bundled.keepingMostWords(ofAtMost: maximumLength) == expected)
  }

  @Test("Words of at most three letters come from the short list")
  func shortest() {
    #expect(Wordlist.Bundled.keepingMostWords(ofAtMost: 3) == .englishShort)
    #expect(kept(.englishShort, 3).count >= 256)
  }

  @Test("Without an effective limit, or when neither has a word, it is the large list")
  func extremes() {
    #expect(Wordlist.Bundled.keepingMostWords(ofAtMost: 9) == .englishLarge)
    #expect(Wordlist.Bundled.keepingMostWords(ofAtMost: 0) == .englishLarge)
  }
}
