import Foundation
import PasswordGeneration
import Testing
import Wordlists
import _TestSupport

/// Recipes too big to enumerate: 1,000 passwords each of hundreds of made-up option combinations.
@Suite("Generator: language of big recipes")
struct BigRecipeTests {
  private static let drawCount = 1000

  @Test(
    "Every password is in the language; every length, class, word and place occurs",
    arguments: 0..<200 as Range<UInt64>)
  func madeUp(seed: UInt64) throws {
    var recipes = RandomRecipes(seed: 5000 + seed)
    let recipe = recipes.big()
    let oracle = recipe.oracle
    let language = Language(oracle)
    var generator = try recipe.generator(seed: seed)
    let drawn = try generator.passwords(Self.drawCount)
    #expect(drawn.count == Self.drawCount)
    let parses = drawn.map { language.parses(of: $0) }
    for (password, parses) in zip(drawn, parses) where parses.isEmpty {
      Issue.record("\(string(password)) is not a password of \(recipe.recipe)")
    }
    // Where all passwords show how they came about, all that can come about has to.
    guard parses.allSatisfy({ $0.count == 1 }) else { return }
    let occurrences = Occurrences(parses.joined(), oracle: oracle)
    #expect(occurrences.missing == [], "\(recipe.recipe)")
  }
}

/// What has occurred in the parts of passwords, and what should have.
private struct Occurrences {
  /// A perfect generator leaves something out with probability 10⁻¹² at most.
  private static let missProbability = 1e-12

  private(set) var missing: [String] = []
  private let drawCount: Int

  init(_ parses: some Sequence<Language.Parse>, oracle: Oracle) {
    let parses = Array(parses)
    drawCount = parses.count
    if let characters = oracle.recipe.characters {
      let meaning = SegmentMeaning(characters)
      checkLengths(parses, meaning)
      if meaning.lengths.count == 1 { checkClasses(parses, meaning) }
    }
    if let phrase = oracle.recipe.phrase {
      checkWords(parses, phrase, words: oracle.drawableWords)
      if let first = parses.first, phrase.placement == .insert {
        checkPlaces(parses, length: first.segment.count)
      }
    }
  }

  /// Whether something of this probability cannot but occur.
  private func isCertain(_ probability: Double) -> Bool {
    pow(1 - probability, Double(drawCount)) < Self.missProbability
  }

  private mutating func checkLengths(_ parses: [Language.Parse], _ meaning: SegmentMeaning) {
    guard isCertain(1 / Double(meaning.lengths.count)) else { return }
    let seen = Set(parses.map(\.segment.count))
    missing += meaning.lengths.filter { !seen.contains($0) }.map { "length \($0)" }
  }

  private mutating func checkClasses(_ parses: [Language.Parse], _ meaning: SegmentMeaning) {
    let length = meaning.lengths.lowerBound
    // Requiring each class can make one rarer at a position, by no more than what is refused.
    let refused = 1 - meaning.acceptance(length: length)
    for (position, choices) in meaning.positions(length: length).enumerated() {
      let seen = Set(parses.map { $0.segment[position] })
      for name in CharacterClass.allCases {
        let ofClass = choices.filter { meaning.characters(of: name).contains($0.code) }
        let probability = ofClass.reduce(0) { $0 + $1.probability } - refused
        guard probability > 0, isCertain(probability) else { continue }
        if ofClass.allSatisfy({ !seen.contains($0.code) }) {
          missing.append("\(name) at position \(position)")
        }
      }
    }
  }

  private mutating func checkWords(
    _ parses: [Language.Parse], _ phrase: PhraseRecipe, words: [[UInt8]]
  ) {
    for position in 0..<phrase.wordCount {
      let seen = Set(parses.map { $0.words[position] })
      if isCertain(1 / Double(words.count)) {
        missing += words.filter { !seen.contains($0) }.map { "\(string($0)) as word \(position)" }
      } else {
        let unseen = pow(1 - 1 / Double(words.count), Double(drawCount))
        let expected = Double(words.count) * (1 - unseen)
        if Double(seen.count) < 0.8 * expected { missing.append("many words as word \(position)") }
      }
    }
  }

  private mutating func checkPlaces(_ parses: [Language.Parse], length: Int) {
    guard parses.allSatisfy({ $0.segment.count == length }) else { return }
    guard isCertain(1 / Double(length - 1)) else { return }
    let seen = Set(parses.map(\.before))
    missing += (1..<length).filter { !seen.contains($0) }.map { "the phrase after \($0)" }
  }
}
