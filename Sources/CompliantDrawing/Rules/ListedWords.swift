import ExactIntegers
import PasswordGeneration
import PasswordPolicy

/// The number of passwords accepted by an automaton that are words of a list, by length.
///
/// A listed word stands for all its spellings in uppercase and lowercase, which are followed
/// through the automaton together.
struct ListedWords: Sendable {
  /// The listed passwords of a length.
  struct Found: Sendable {
    var count: BigUInt = 0
    var weight: BigUInt = 0
    /// The mean of log₂ of the weight, where each is as likely as its weight.
    var meanLogWeight = 0.0
    /// The maximum log₂ of a weight.
    var maximumLogWeight = -Double.infinity

    /// Adds passwords of one weight.
    mutating func add(_ count: BigUInt, weight each: BigUInt) {
      let added = count * each
      weight += added
      self.count += count
      meanLogWeight += added.ratio(to: weight) * (each.log2 - meanLogWeight)
      maximumLogWeight = max(maximumLogWeight, each.log2)
    }
  }

  private(set) var found: [Int: Found] = [:]

  /// Spellings of the beginning of a word that lead to the same state with the same last character.
  private struct Spelling {
    let state: Int
    let last: UInt8
    var count: BigUInt
    /// The weight of each; spellings of one word with different weights are kept apart.
    let weight: BigUInt
  }

  /// Looks up one folded word.
  ///
  /// - Complexity: O(*n* · *k*) expected, for *n* characters and *k* states that spellings lead to.
  mutating func add(_ word: ArraySlice<UInt8>, _ automaton: PasswordAutomaton) {
    guard let lengths = automaton.lengths, lengths.contains(word.count) else { return }
    var spellings = [Spelling(state: PasswordAutomaton.start, last: 0, count: 1, weight: 1)]
    for (index, code) in word.enumerated() {
      var next: [Spelling] = []
      let kind = automaton.kind(remaining: automaton.steps.isUniform ? 1 : word.count - index)
      for character in Self.spellings(of: code) {
        for spelling in spellings {
          guard
            let edge = automaton.edge(
              from: spelling.state, kind, by: character, after: spelling.last)
          else { continue }
          let weight = spelling.weight * BigUInt(edge.weight)
          let known = next.firstIndex {
            $0.state == edge.target && $0.last == character && $0.weight == weight
          }
          if let known {
            next[known].count += spelling.count
          } else {
            next.append(
              Spelling(
                state: Int(edge.target), last: character, count: spelling.count, weight: weight))
          }
        }
      }
      if next.isEmpty { return }
      spellings = next
    }
    for spelling in spellings where automaton.isAccepting[spelling.state] {
      found[word.count, default: Found()].add(spelling.count, weight: spelling.weight)
    }
  }

  private static func spellings(of code: UInt8) -> [UInt8] {
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(code)
    return isLetter ? [code, code - 32] : [code]
  }
}

extension PasswordAutomaton {
  /// Returns the edge that a character takes; `nil` when there is none.
  fileprivate func edge(
    from state: Int, _ kind: Int, by character: UInt8, after last: UInt8
  ) -> Edge? {
    guard let characterClass = partition.index(of: character) else { return nil }
    for index in tables[kind].row(state) {
      let edge = tables[kind].edges[index]
      guard Int(edge.members) == characterClass else { continue }
      switch edge.choice {
      case .any: return edge
      case .other where character != last: return edge
      case .same where character == last: return edge
      default: continue
      }
    }
    return nil
  }
}
