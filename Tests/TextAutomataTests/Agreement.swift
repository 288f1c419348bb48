import CharacterSets
import Patterns
import Testing
import TextAutomata
import _TestSupport

/// Compares automata with what ``PatternSet`` answers.
enum Agreement {
  /// The set of some patterns, or `nil` when RE2 refuses one of them.
  static func set(_ patterns: [String]) -> PatternSet? {
    try? PatternSet(patterns.map { Pattern($0, origin: .value($0)) })
  }

  /// Returns the first text on which the two disagree, if any: all texts of up to `length`
  /// characters of an alphabet are tried.
  static func difference(
    _ automaton: TextAutomaton, _ isMatch: ([UInt8]) -> Bool, alphabet: ASCIISet, length: Int
  ) -> [UInt8]? {
    var text: [UInt8] = []
    func search(_ state: Int) -> Bool {
      let isExpected = isMatch(text)
      if automaton.matchesAtEnd(state) != isExpected { return true }
      if state == automaton.matched, !isExpected { return true }
      if text.count == length { return false }
      for code in alphabet {
        text.append(code)
        if search(automaton.next(state, code)) { return true }
        text.removeLast()
      }
      return false
    }
    return search(automaton.start) ? text : nil
  }

  /// Returns the first of some random texts on which the two disagree, if any.
  static func difference(
    _ automaton: TextAutomaton, _ isMatch: ([UInt8]) -> Bool, alphabet: ASCIISet,
    randomTexts: Int, length: ClosedRange<Int>, using generator: inout SplitMix
  ) -> [UInt8]? {
    let codes = Array(alphabet)
    for _ in 0..<randomTexts {
      let text = (0..<Int.random(in: length, using: &generator)).map { _ in
        codes[Int.random(in: codes.indices, using: &generator)]
      }
      if automaton.matches(text) != isMatch(text) { return text }
    }
    return nil
  }
}
