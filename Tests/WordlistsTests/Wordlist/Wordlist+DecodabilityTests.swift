import Randomness
import Testing
import Wordlists
import _TestSupport

@Suite("Wordlist: decodability")
struct WordlistDecodabilityTests {
  /// The 14 words of one to three letters `a` and `b`.
  static let tinyWords: [String] = (1...3).flatMap { length in
    (0..<(1 << length)).map { bits in
      String((0..<length).reversed().map { bits >> $0 & 1 == 1 ? Character("b") : "a" })
    }
  }

  private func list(_ words: [String]) throws -> Wordlist {
    try Wordlist(text: Array(words.joined(separator: "\n").utf8))
  }

  private func check(_ words: [String]) throws -> Wordlist.Decodability {
    let oracle = DecodabilityOracle(words: words)
    let expected = oracle.decodability
    let list = try list(words)
    #expect(list.decodability == expected, "\(words)")
    #expect(list.isSuffixFree() == oracle.isSuffixFree, "\(words)")
    return expected
  }

  @Test(
    "Worked examples",
    arguments: [
      (["a", "b"], Wordlist.Decodability.prefixFree),
      (["gin", "hid", "bud"], .prefixFree),
      (["a", "ab"], .uniquelyDecodable),  // suffix code: each b ends an "ab"
      (["a", "ab", "bb"], .uniquelyDecodable),  // not known until the text ends
      (["a", "ab", "ba"], .ambiguous),  // a·ba = ab·a
      (["in", "put", "input"], .ambiguous),  // in·put = input
      (["car", "cart", "top", "ttop"], .ambiguous),  // car·ttop = cart·top
      (["aa", "aaa"], .ambiguous),  // aa·aaa = aaa·aa
      (["é", "éé", "x"], .ambiguous),
      (["é", "è"], .prefixFree),  // the first byte is the same, the words are not
      // The words 1, 011, 01110, 1110 and 10011: two sequences meet only after 12 letters.
      (["b", "abb", "abbba", "bbba", "baabb"], .ambiguous),
      (["a", "ab", "abb", "abbb"], .uniquelyDecodable),
    ])
  func examples(words: [String], decodability: Wordlist.Decodability) throws {
    #expect(try list(words).decodability == decodability)
    #expect(try list(words.reversed()).decodability == decodability)
  }

  @Test("All 57 lists of words of one and two letters agree with brute force")
  func exhaustive() throws {
    let words = Array(Self.tinyWords.prefix(6))
    for members in 0..<(1 << 6) where members.nonzeroBitCount >= 2 {
      _ = try check((0..<6).filter { members >> $0 & 1 == 1 }.map { words[$0] })
    }
  }

  @Test("600 random lists of words of up to three letters agree with brute force", arguments: 2...7)
  func random(count: Int) throws {
    var source = SeededByteSource(seed: UInt64(count))
    for _ in 0..<100 {
      var words = Self.tinyWords
      var span = words.mutableSpan
      try source.shuffle(&span)
      _ = try check(Array(words.prefix(count)))
    }
  }

  @Test("The random lists are of every kind")
  func randomKinds() throws {
    var source = SeededByteSource(seed: 3)
    var counts: [Wordlist.Decodability: Int] = [:]
    for _ in 0..<100 {
      var words = Self.tinyWords
      var span = words.mutableSpan
      try source.shuffle(&span)
      counts[try check(Array(words.prefix(3))), default: 0] += 1
    }
    #expect(counts.count == 3)
    #expect(counts.values.allSatisfy { $0 >= 10 })
  }

  @Test(
    "With a separator all 57 lists agree with brute force on words that include it",
    arguments: ["a", "b", "-"] as [Character])
  func separated(separator: Character) throws {
    let words = Array(Self.tinyWords.prefix(6))
    for members in 0..<(1 << 6) where members.nonzeroBitCount >= 2 {
      let chosen = (0..<6).filter { members >> $0 & 1 == 1 }.map { words[$0] }
      let list = try list(chosen)
      let followed = DecodabilityOracle(words: chosen.map { "\($0)\(separator)" })
      #expect(
        list.decodability(followedBy: separator.asciiValue) == followed.decodability, "\(chosen)")
      let preceded = DecodabilityOracle(words: chosen.map { "\(separator)\($0)" })
      #expect(
        list.isSuffixFree(precededBy: separator.asciiValue) == preceded.isSuffixFree, "\(chosen)")
    }
  }

  @Test("A separator that no word contains makes any list prefix-free and suffix-free")
  func foreignSeparator() throws {
    let list = try list(Self.tinyWords)
    #expect(list.decodability == .ambiguous)
    #expect(list.decodability(followedBy: UInt8(ascii: "-")) == .prefixFree)
    #expect(list.isSuffixFree(precededBy: UInt8(ascii: "-")))
  }

  @Test("A selection of none or one word is prefix-free", arguments: [0, 1])
  func trivial(maximumLength: Int) throws {
    let shorter = try list(["a", "aa", "aaa"]).words(ofAtMost: maximumLength)
    #expect(shorter.count == maximumLength)
    #expect(shorter.decodability == .prefixFree)
    #expect(shorter.isSuffixFree())
  }

  @Test("More decodable compares as greater")
  func order() {
    #expect(Wordlist.Decodability.ambiguous < .uniquelyDecodable)
    #expect(Wordlist.Decodability.uniquelyDecodable < .prefixFree)
    #expect(!(Wordlist.Decodability.prefixFree < .ambiguous))
  }
}
