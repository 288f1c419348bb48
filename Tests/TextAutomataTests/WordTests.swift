import CharacterSets
import Patterns
import Testing
import TextAutomata
import _TestSupport

@Suite("Automata of words")
struct WordTests {
  static func folded(_ text: [UInt8]) -> [UInt8] {
    Array(String(decoding: text, as: UTF8.self).lowercased().utf8)
  }

  static func matches(_ text: [UInt8], _ item: TextAutomaton.Item) -> Bool {
    let text = folded(text)
    switch item {
    case .regex(let pattern): return Agreement.set([pattern])?.matches(bytes: text) ?? false
    case .whole(let word): return text == folded(word)
    case .substring(let word):
      let word = folded(word)
      return text.count >= word.count
        && (0...text.count - word.count).contains { text[$0...].starts(with: word) }
    }
  }

  @Test("Random words agree with a plain search", arguments: 0..<10)
  func random(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    for _ in 0..<25 {
      let letters = Array("aAbB1[{@`".utf8).shuffled(using: &generator).prefix(4)
      let alphabet = ASCIISet(letters.dropLast(Int.random(in: 0...1, using: &generator)))
      func word() -> [UInt8] {
        (0..<[0, 1, 1, 2, 2, 3, 3, 4, 5][
          Int.random(in: seed == 0 ? 0..<9 : 1..<9, using: &generator)])
          .map { _ in letters.randomElement(using: &generator)! }
      }
      let items = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        Bool.random(using: &generator) ? TextAutomaton.Item.whole(word()) : .substring(word())
      }
      let automaton = try TextAutomaton(items, alphabet: alphabet, stateBudget: 1000)
      let difference = Agreement.difference(
        automaton, { text in items.contains { Self.matches(text, $0) } }, alphabet: alphabet,
        length: 5)
      #expect(difference == nil, "\(items)")
    }
  }

  @Test("Words and patterns together")
  func mixed() throws {
    let items: [TextAutomaton.Item] = [
      .whole(Array("abba".utf8)), .substring(Array("B1".utf8)), .regex("^1.*1$"),
      .regex("\\bab\\b"), .whole([]),
    ]
    let alphabet = ASCIISet("aAb1-".utf8)
    let automaton = try TextAutomaton(items, alphabet: alphabet, stateBudget: 100)
    let difference = Agreement.difference(
      automaton, { text in items.contains { Self.matches(text, $0) } }, alphabet: alphabet,
      length: 5)
    #expect(difference == nil)
  }

  @Test("Words with characters outside the alphabet take no states")
  func outsideAlphabet() throws {
    let items: [TextAutomaton.Item] = [
      .whole(Array("word".utf8)), .substring(Array("é".utf8)), .substring([0xFF]),
      .whole([97, 128]),
      .substring(Array("b\n".utf8)),
    ]
    let automaton = try TextAutomaton(
      items, alphabet: .lowercase.subtracting([119]), stateBudget: 1)
    #expect(automaton.stateCount == 1)
    #expect(automaton.matched == nil)
    #expect(!automaton.matches("abc".utf8))
  }

  @Test("A letter of a word matches when the alphabet has it in one case only")
  func oneCase() throws {
    let items: [TextAutomaton.Item] = [.substring(Array("aB".utf8)), .whole(Array("C".utf8))]
    let automaton = try TextAutomaton(items, alphabet: .uppercase, stateBudget: 10)
    #expect(automaton.matches("XABX".utf8))
    #expect(automaton.matches("C".utf8))
    #expect(!automaton.matches("XAXBX".utf8))
  }

  @Test("Hundreds of words take no more states than the automaton of Aho and Corasick")
  func many() throws {
    var generator = SplitMix(seed: 5)
    let words = (0..<300).map { _ in
      (0..<8).map { _ in UInt8.random(in: 97...122, using: &generator) }
    }
    let automaton = try TextAutomaton(
      words.map { .substring($0) }, alphabet: .lowercase, stateBudget: 2400)
    // Each beginning is a state, but all words are one.
    let beginnings = Set(words.flatMap { word in (0..<8).map { Array(word[..<$0]) } })
    #expect(automaton.stateCount <= beginnings.count + 1)
    for word in words { #expect(automaton.matches([97] + word + [97])) }
  }
}
