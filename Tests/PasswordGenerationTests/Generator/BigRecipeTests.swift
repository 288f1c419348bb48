import Foundation
import PasswordGeneration
import Testing
import Wordlists
import _TestSupport

/// Recipes too big to enumerate: 1,000 passwords each of hundreds of made-up option combinations.
@Suite("Generator: language of big recipes")
struct BigRecipeTests {
  private static let drawCount = 1000
  private static let batchSize = 10

  @Test(
    "Every password is in the language; every length, class, word and place occurs",
    arguments: scaled(0..<40))
  func madeUp(batch: Int) throws {
    var checkedCount = 0
    var unambiguousCount = 0
    for index in 0..<Self.batchSize {
      let seed = UInt64(batch * Self.batchSize + index)
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
      let occurrences = Occurrences(of: parses, oracle: oracle)
      #expect(occurrences.missing == [], "\(recipe.recipe)")
      if occurrences.checkCount > 0 { checkedCount += 1 }
      if parses.allSatisfy({ $0.count == 1 }) { unambiguousCount += 1 }
    }
    // There is no recipe of which nothing is certain, and few whose passwords can have come about in
    // several ways.
    #expect(checkedCount == Self.batchSize)
    #expect(unambiguousCount >= Self.batchSize / 2)
  }
}

/// What has occurred in the parts of passwords, and what should have.
///
/// Of a password that can have come about in several ways all of them count as having occurred:
/// what is missing then has not occurred for certain.
private struct Occurrences {
  /// A perfect generator leaves something out with probability 10⁻¹² at most.
  private static let missProbability = 1e-12

  private(set) var missing: [String] = []
  /// How many things were certain to occur.
  private(set) var checkCount = 0
  private let drawCount: Int

  init(of passwords: [[Language.Parse]], oracle: Oracle) {
    drawCount = passwords.count
    let parses = Array(passwords.joined())
    let phrase = oracle.recipe.phrase
    if let characters = oracle.recipe.characters {
      let meaning = SegmentMeaning(characters)
      let groups = Dictionary(grouping: parses, by: \.segment.count)
      let share = 1 / Double(meaning.lengths.count)
      for length in meaning.lengths {
        let group = groups[length, default: []]
        expect(share, "length \(length)") { !group.isEmpty }
        checkClasses(group, meaning, length...length, share: share)
        if phrase?.placement == .insert { checkPlaces(group, length: length, share: share) }
      }
      // Many lengths have small shares.
      if meaning.lengths.count > 1 { checkClasses(parses, meaning, meaning.lengths, share: share) }
    }
    if let phrase { checkWords(parses, phrase, words: oracle.drawableWords) }
  }

  /// Notes what does not occur although it is certain to with this probability in each draw.
  private mutating func expect(_ probability: Double, _ name: String, occurs: () -> Bool) {
    guard isCertain(probability) else { return }
    checkCount += 1
    if !occurs() { missing.append(name) }
  }

  private func isCertain(_ probability: Double) -> Bool {
    probability > 0 && pow(1 - probability, Double(drawCount)) < Self.missProbability
  }

  /// The classes at each position that segments of some lengths have, of which each has a share.
  private mutating func checkClasses(
    _ parses: [Language.Parse], _ meaning: SegmentMeaning, _ lengths: ClosedRange<Int>,
    share: Double
  ) {
    guard isCertain(share * Double(lengths.count)) else { return }
    let choices = lengths.map { meaning.positions(length: $0) }
    // Requiring each class can make one rarer at a position, by no more than what is refused.
    let refused = lengths.map { 1 - meaning.acceptance(length: $0) }
    for position in 0..<lengths.lowerBound {
      let seen = Set(parses.map { $0.segment[position] })
      for name in CharacterClass.allCases {
        let codes = meaning.characters(of: name)
        let probability = zip(choices, refused).reduce(0) { sum, length in
          let ofClass = length.0[position].filter { codes.contains($0.code) }
          return sum + max(0, ofClass.reduce(0) { $0 + $1.probability } - length.1)
        }
        expect(share * probability, "\(name) at position \(position) of \(lengths)") {
          !codes.isDisjoint(with: seen)
        }
      }
    }
  }

  private mutating func checkWords(
    _ parses: [Language.Parse], _ phrase: PhraseRecipe, words: [[UInt8]]
  ) {
    let share = 1 / Double(words.count)
    for position in 0..<phrase.wordCount {
      let seen = Set(parses.map { $0.words[position] })
      if isCertain(share) {
        for word in words {
          expect(share, "\(string(word)) as word \(position)") { seen.contains(word) }
        }
      } else {
        checkCount += 1
        let expected = Double(words.count) * (1 - pow(1 - share, Double(drawCount)))
        if Double(seen.count) < 0.8 * expected { missing.append("many words as word \(position)") }
      }
    }
  }

  /// The places of the phrase in the passwords of a length, which have a share of all.
  private mutating func checkPlaces(_ parses: [Language.Parse], length: Int, share: Double) {
    let seen = Set(parses.map(\.before))
    for place in 1..<length {
      expect(share / Double(length - 1), "the phrase after \(place) of \(length)") {
        seen.contains(place)
      }
    }
  }
}
