import CharacterSets
import PasswordGeneration
import PasswordPolicy
import TextAutomata

/// The characters of a segment in classes: no rule distinguishes the characters of a class, and
/// they belong to the same alphabets with the same weights.
struct CharacterPartition: Sendable {
  /// Characters that nothing distinguishes.
  struct Class: Sendable {
    /// The characters, ascending.
    var codes: [UInt8] = []
    /// The counters that a character adds to.
    let counters: [Int]
    let canBeFirst: Bool
    let canBeLast: Bool
    /// The places of the characters in sequences, as far as they matter.
    let place: SequencePlace
    /// The weight in each alphabet, 0 where the characters do not occur.
    let weights: [Int]
  }

  private struct Key: Hashable {
    let counters: [Int]
    let canBeFirst: Bool
    let canBeLast: Bool
    let place: SequencePlace
    let weights: [Int]
    /// The class in the automaton of words and patterns.
    let text: UInt8?
    /// The character itself, if the pattern names it.
    let literal: UInt8?
  }

  private(set) var classes: [Class] = []
  private var classOfCode = [Int?](repeating: nil, count: 128)

  init(_ plan: SegmentPlan?, _ rules: AutomatonRules) {
    guard let plan else { return }
    var indices: [Key: Int] = [:]
    let characters = plan.characters.intersection(rules.allowed)
    let places = SequencePlaces(characters, longest: rules.maximumSequence)
    let literals = plan.literals
    for code in characters {
      let key = Key(
        counters: rules.counters.indices.filter { rules.counters[$0].characters.contains(code) },
        canBeFirst: rules.first?.contains(code) ?? true,
        canBeLast: rules.last?.contains(code) ?? true, place: places[code],
        weights: plan.alphabets.map { $0.weight(of: code) },
        text: rules.text?.classes[Int(code)],
        literal: literals.contains(code) ? code : nil)
      let index = indices[key] ?? classes.count
      if index == classes.count {
        indices[key] = index
        classes.append(
          Class(
            counters: key.counters, canBeFirst: key.canBeFirst, canBeLast: key.canBeLast,
            place: key.place, weights: key.weights))
      }
      classes[index].codes.append(code)
      classOfCode[Int(code)] = index
    }
  }

  /// The bit width of the sum of all weights, in the alphabet where that is largest.
  var bitsPerCharacter: Int {
    let alphabets = classes.first?.weights.indices ?? 0..<0
    let most = alphabets.map { index in
      classes.reduce(0) { $0 + $1.weights[index] * $1.codes.count }
    }.max()
    return Int.bitWidth - (most ?? 0).leadingZeroBitCount
  }

  /// Returns the class of a character; `nil` for one that is not allowed or does not occur.
  func index(of code: UInt8) -> Int? { classOfCode[Int(code)] }
}

/// The places of characters in sequences, where those are long enough to break a rule.
private struct SequencePlaces {
  private var places: [UInt8: SequencePlace] = [:]

  /// - Parameters:
  ///   - characters: the characters that occur.
  ///   - longest: the maximum length of a sequence; `nil` when sequences do not matter.
  init(_ characters: ASCIISet, longest: Int?) {
    guard let longest else { return }
    let all = characters.map { (code: $0, place: SequencePlace(ascii: $0)) }
    let codes = Self.inLongRows(Set(all.map(\.place.code)), longest: longest)
    let keys = Self.inLongRows(Set(all.map(\.place.key)), longest: longest)
    for (code, place) in all {
      places[code] = SequencePlace(
        code: codes.contains(place.code) ? place.code : SequencePlace.nowhere,
        key: keys.contains(place.key) ? place.key : SequencePlace.nowhere)
    }
  }

  /// Returns the numbers that belong to a run of more than `longest` consecutive numbers.
  private static func inLongRows(_ numbers: Set<Int>, longest: Int) -> Set<Int> {
    numbers.filter { number in
      var low = number
      while numbers.contains(low - 1) { low -= 1 }
      var high = number
      while numbers.contains(high + 1) { high += 1 }
      return high - low >= longest
    }
  }

  subscript(code: UInt8) -> SequencePlace { places[code] ?? .none }
}
