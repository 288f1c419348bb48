import CharacterSets
import Patterns
import Testing
import TextAutomata
import _TestSupport

@Suite("Minimal automata")
struct MinimalityTests {
  /// Checks that all states are reached and that some text distinguishes any two.
  static func check(_ automaton: TextAutomaton, alphabet: ASCIISet, _ comment: Comment) {
    let states = 0..<automaton.stateCount
    var reached: Set = [automaton.start]
    var pending = [automaton.start]
    while let state = pending.popLast() {
      for code in alphabet where reached.insert(automaton.next(state, code)).inserted {
        pending.append(automaton.next(state, code))
      }
    }
    #expect(reached == Set(states), comment)

    // Two states differ when they answer differently or lead to states that do.
    var differ = states.map { left in
      states.map { automaton.matchesAtEnd(left) != automaton.matchesAtEnd($0) }
    }
    var isChanged = true
    while isChanged {
      isChanged = false
      for left in states {
        for right in states where !differ[left][right] {
          if alphabet.contains(where: {
            differ[automaton.next(left, $0)][automaton.next(right, $0)]
          }) {
            differ[left][right] = true
            isChanged = true
          }
        }
      }
    }
    for left in states {
      for right in states where left != right { #expect(differ[left][right], comment) }
    }

    let absorbing = states.filter { state in
      automaton.matchesAtEnd(state)
        && alphabet.allSatisfy { automaton.next(state, $0) == state }
    }
    #expect(absorbing == (automaton.matched.map { [$0] } ?? []), comment)
    checkClasses(automaton, alphabet: alphabet, comment)
  }

  private static func checkClasses(
    _ automaton: TextAutomaton, alphabet: ASCIISet, _ comment: Comment
  ) {
    #expect(automaton.classes.count == 128)
    for left in UInt8(0)..<128 {
      guard alphabet.contains(left) else {
        #expect(automaton.classes[Int(left)] == TextAutomaton.noClass)
        continue
      }
      for right in alphabet {
        let isSame = (0..<automaton.stateCount).allSatisfy {
          automaton.next($0, left) == automaton.next($0, right)
        }
        #expect(
          (automaton.classes[Int(left)] == automaton.classes[Int(right)]) == isSame, comment)
      }
    }
  }

  @Test(
    "No two states of an automaton of random patterns and words are equivalent", arguments: 0..<6)
  func random(seed: Int) throws {
    var patterns = RandomPattern(seed: UInt64(100 + seed))
    var generator = SplitMix(seed: UInt64(seed))
    for _ in 0..<60 {
      let alphabet = ASCIISet(Array("aB1_- \nsK".utf8).shuffled(using: &generator).prefix(4))
      let codes = Array(alphabet)
      var items: [TextAutomaton.Item] = []
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let word = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          codes.randomElement(using: &generator)!
        }
        items.append(
          [.regex(patterns.next()), .whole(word), .substring(word)].randomElement(
            using: &generator)!)
      }
      guard let automaton = try? TextAutomaton(items, alphabet: alphabet, stateBudget: 60)
      else { continue }
      Self.check(automaton, alphabet: alphabet, "\(items)")
    }
  }

  @Test(
    "Automata whose size is known",
    arguments: [
      ("a", 2), ("^a", 3), ("a$", 2), ("^a$", 3), ("abc", 4), ("a|b", 2), ("a*", 1), ("^a*$", 2),
      ("^(?:a[ab]{12}|b[ab]{12})$", 15), ("(a|b)+c", 3), ("^[ab]{1000}$", 1002), ("\\ba", 3),
      ("a.*b", 3),
      ("(?s)a.*b$", 3), ("[abc]", 2), ("^(?:ab|ac|bb|bc)$", 4), ("(?:^a|b)c*$", 3), ("\\B", 3),
      ("a.c", 5), ("(?:aa)*$", 1), ("^(?:aa)*$", 3), ("^(?:aaa)*$|^(?:aa)*$", 7), ("[^a-z]", 1),
    ])
  func known(pattern: String, states: Int) throws {
    let automaton = try TextAutomaton(
      [.regex(pattern)], alphabet: .lowercase, stateBudget: states)
    #expect(automaton.stateCount == states)
  }

  @Test("Without items no text matches, and without characters there is only one text")
  func empty() throws {
    let nothing = try TextAutomaton([], alphabet: .printable, stateBudget: 1)
    #expect(!nothing.matches("a".utf8))
    #expect(nothing.matched == nil)
    let noCharacters = try TextAutomaton([.regex("^$")], alphabet: [], stateBudget: 1)
    #expect(noCharacters.matches([]))
    #expect(noCharacters.matched == 0)
    let everything = try TextAutomaton([.regex("a*")], alphabet: .printable, stateBudget: 1)
    #expect(everything.matched == everything.start)
  }
}
