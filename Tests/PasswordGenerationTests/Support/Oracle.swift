import Foundation
import PasswordGeneration

/// The exact distribution of the passwords of a small recipe, by brute force.
///
/// Written from the meaning of the options alone: every draw is enumerated, and draws that give the
/// same password are added up.
struct Oracle {
  let recipe: PasswordRecipe
  /// The words that may be drawn.
  let drawableWords: [[UInt8]]

  /// The meaning of a recipe over a word list; the length of words counts Unicode scalars.
  init(recipe: PasswordRecipe, words: [String]) {
    self.recipe = recipe
    let longest = recipe.phrase?.maxWordLength ?? .max
    let kept = words.filter { $0.utf8.count <= longest || $0.unicodeScalars.count <= longest }
    drawableWords = kept.map { Array($0.utf8) }
  }

  /// How many draws ``distribution()`` would enumerate at most.
  var drawCount: Double {
    var count = 1.0
    if let segment = recipe.characters.map(SegmentMeaning.init) {
      count = segment.lengths.reduce(0) { sum, length in
        let draws = segment.positions(length: length).reduce(1) { $0 * Double($1.count) }
        return sum + draws * (recipe.phrase?.placement == .insert ? Double(length - 1) : 1)
      }
    }
    if let phrase = recipe.phrase {
      count *= pow(Double(drawableWords.count), Double(phrase.wordCount))
    }
    return count
  }

  /// The probability of every password; `nil` when the recipe cannot be drawn from.
  func distribution() -> Distribution? {
    var result = Distribution()
    guard let characters = recipe.characters else {
      guard recipe.phrase != nil, let phrases = phrases() else { return nil }
      for phrase in phrases { result.add(phrase, 1 / Double(phrases.count)) }
      return result
    }
    guard let segments = SegmentMeaning(characters).distribution() else { return nil }
    guard let phrase = recipe.phrase else {
      for draw in segments { result.add(draw.segment, draw.probability) }
      return result
    }
    guard let phrases = phrases() else { return nil }
    let separator = Self.separator(of: phrase)
    for draw in segments {
      let places = Self.places(phrase.placement, length: draw.segment.count)
      guard !places.isEmpty else { return nil }
      let probability = draw.probability / Double(places.count) / Double(phrases.count)
      for place in places {
        let before = draw.segment[..<place]
        let after = draw.segment[place...]
        for phrase in phrases {
          let parts = [Array(before), phrase, Array(after)].filter { !$0.isEmpty }
          result.add(Array(parts.joined(separator: separator)), probability)
        }
      }
    }
    return result
  }

  /// Every sequence of words, joined; `nil` when there is no word.
  private func phrases() -> [[UInt8]]? {
    guard let phrase = recipe.phrase, !drawableWords.isEmpty else { return nil }
    var sequences: [[[UInt8]]] = [[]]
    for _ in 0..<phrase.wordCount {
      sequences = sequences.flatMap { sequence in drawableWords.map { sequence + [$0] } }
    }
    return sequences.map { Array($0.joined(separator: Self.separator(of: phrase))) }
  }

  static func separator(of phrase: PhraseRecipe) -> [UInt8] {
    switch phrase.separator {
    case .space: Array(" ".utf8)
    case .dash: Array("-".utf8)
    case .none: []
    }
  }

  /// How many characters of a segment can stand before the phrase.
  private static func places(_ placement: PhraseRecipe.Placement, length: Int) -> [Int] {
    switch placement {
    case .prefix: [0]
    case .append: [length]
    case .insert: Array(1..<max(1, length))
    }
  }
}

/// Passwords with their probabilities.
struct Distribution {
  private(set) var probabilities: [[UInt8]: Double] = [:]

  fileprivate mutating func add(_ password: [UInt8], _ probability: Double) {
    probabilities[password, default: 0] += probability
  }

  /// How many passwords there are.
  var count: Int { probabilities.count }
  /// The mean of −log₂ of the probability.
  var shannonBits: Double { probabilities.values.reduce(0) { $0 - $1 * log2($1) } }
  /// −log₂ of the maximum probability.
  var minEntropyBits: Double { -log2(probabilities.values.max() ?? 1) }

  /// The passwords in a fixed order, likelier ones first.
  func sorted() -> [(password: [UInt8], probability: Double)] {
    probabilities.sorted { left, right in
      left.value == right.value
        ? left.key.lexicographicallyPrecedes(right.key) : left.value > right.value
    }.map { ($0.key, $0.value) }
  }
}
