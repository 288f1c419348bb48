import CharacterSets
import Patterns
import Testing
import TextAutomata
import _TestSupport

@Suite("Automata of random patterns")
struct RandomPatternTests {
  @Test("An automaton and RE2 agree on every short text and on long ones", arguments: 0..<10)
  func agreement(seed: Int) throws {
    var patterns = RandomPattern(seed: UInt64(seed))
    var generator = SplitMix(seed: UInt64(1000 + seed))
    var compared = 0
    for _ in 0..<scaled(300) {
      let items = (0..<[1, 1, 1, 2, 3][Int.random(in: 0..<5, using: &generator)]).map { _ in
        patterns.next()
      }
      let letters = Array("aB1_- \nsK".utf8).shuffled(using: &generator).prefix(4)
      let alphabet = ASCIISet(letters)
      guard let set = Agreement.set(items) else {
        #expect(throws: TextAutomatonError.self, "\(items)") {
          try TextAutomaton(items.map { .regex($0) }, alphabet: alphabet, stateBudget: 4096)
        }
        continue
      }
      let automaton = try TextAutomaton(
        items.map { .regex($0) }, alphabet: alphabet, stateBudget: 4096)
      let isMatch = { (text: [UInt8]) in set.matches(bytes: text) }
      let short = Agreement.difference(automaton, isMatch, alphabet: alphabet, length: 4)
      #expect(short == nil, "\(items)")
      let long = Agreement.difference(
        automaton, isMatch, alphabet: alphabet, randomTexts: 100, length: 5...40, using: &generator)
      #expect(long == nil, "\(items)")
      compared += 1
    }
    #expect(compared > scaled(150))
  }
}
