import ExactIntegers
import Foundation
import PasswordGeneration
import Testing
import Wordlists

/// The entropy of recipes too big to enumerate, where a formula gives it.
@Suite("Entropy: closed forms")
struct KnownEntropyTests {
  private func entropy(_ change: (inout CharacterRecipe) -> Void) throws -> Entropy {
    var recipe = CharacterRecipe()
    change(&recipe)
    return try CompiledRecipe(PasswordRecipe(characters: recipe)).entropy()
  }

  private func expect(
    _ entropy: Entropy, shannonBits: Double, minEntropyBits: Double, count: BigUInt,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(entropy.isExact, sourceLocation: location)
    #expect(entropy.count == count, sourceLocation: location)
    // A Double of 2¹⁴ bits has steps of 4·10⁻¹².
    #expect(abs(entropy.shannonBits - shannonBits) < 1e-9, sourceLocation: location)
    #expect(abs(entropy.minEntropyBits - minEntropyBits) < 1e-9, sourceLocation: location)
  }

  @Test("Twenty of 74 characters")
  func uniform() throws {
    let bits = 20 * log2(74.0)
    expect(
      try entropy { _ in }, shannonBits: bits, minEntropyBits: bits, count: BigUInt(74).power(20))
  }

  @Test("The longest segment", arguments: [95, 2, 1])
  func longest(alphabetCount: Int) throws {
    let bits = 4096 * log2(Double(alphabetCount))
    let text = String((0x20...0x7E).suffix(alphabetCount).map { Character(Unicode.Scalar($0)) })
    let entropy = try entropy { $0 = .symbols(text, length: 4096...4096) }
    expect(
      entropy, shannonBits: bits, minEntropyBits: bits, count: BigUInt(alphabetCount).power(4096))
  }

  @Test("A range of lengths adds the bits of the length and favors the short ones")
  func lengths() throws {
    let entropy = try entropy { $0 = .symbols("0123456789", length: 8...23) }
    let mean = (8...23).reduce(0) { $0 + Double($1) } / 16
    expect(
      entropy, shannonBits: 4 + mean * log2(10), minEntropyBits: 4 + 8 * log2(10),
      count: (8...23).reduce(0) { $0 + BigUInt(10).power($1) })
  }

  @Test("Each of four classes, by inclusion and exclusion")
  func requireEach() throws {
    let sizes = [26, 26, 10, 12]
    var (added, taken) = (BigUInt(0), BigUInt(0))
    for avoided in 0..<16 {
      let left = (0..<4).filter { avoided & 1 << $0 == 0 }.reduce(0) { $0 + sizes[$1] }
      if avoided.nonzeroBitCount.isMultiple(of: 2) {
        added += BigUInt(left).power(20)
      } else {
        taken += BigUInt(left).power(20)
      }
    }
    let count = added - taken
    let lost = (Double(count.description) ?? 0) / pow(74, 20)
    let bits = 20 * log2(74.0) + log2(lost)
    expect(
      try entropy { $0.requireEach = true }, shannonBits: bits, minEntropyBits: bits,
      count: count)
  }

  @Test("The ratio: each position holds a special one time in seven")
  func ratio() throws {
    // Twelve specials share 1/7, sixty-two others 6/7: these are the likelier ones.
    let position = log2(7.0) + log2(12.0) / 7 + (log2(62.0) - log2(6.0)) * 6 / 7
    expect(
      try entropy { $0.higherAlphaRatio = true }, shannonBits: 20 * position,
      minEntropyBits: 20 * (log2(62.0) + log2(7.0) - log2(6.0)), count: BigUInt(74).power(20))
  }

  @Test("The ratio can make specials the likelier ones")
  func ratioOfFewSpecials() throws {
    // One special of nine has 1/9 without the ratio, two of nine 2/9: one in seven is less.
    let entropy = try entropy {
      $0.keep("abcdefg!?", in: .lowercase, .symbols)
      $0.higherAlphaRatio = true
    }
    let position = (log2(7.0) + 1) / 7 + (log2(7.0) + log2(7.0) - log2(6.0)) * 6 / 7
    expect(
      entropy, shannonBits: 20 * position, minEntropyBits: 20 * (2 * log2(7.0) - log2(6.0)),
      count: BigUInt(9).power(20))
  }

  @Test("A pattern is the sum of its positions")
  func pattern() throws {
    let bits = 2 * log2(26.0) + log2(10.0) + log2(12.0) + log2(8.0) + log2(74.0)
    expect(
      try entropy { $0.pattern = #"lunsba-\l"# }, shannonBits: bits, minEntropyBits: bits,
      count: BigUInt(26 * 26 * 10 * 12 * 8 * 74))
  }

  @Test(
    "Words of a bundled list, joined with anything",
    arguments: PhraseRecipe.Separator.allCases, Wordlist.Bundled.allCases)
  func words(separator: PhraseRecipe.Separator, list: Wordlist.Bundled) throws {
    var phrase = PhraseRecipe(wordCount: 6)
    phrase.separator = separator
    phrase.wordlist = list.rawValue
    let count = Wordlist.bundled(list).count
    let bits = 6 * log2(Double(count))
    expect(
      try CompiledRecipe(PasswordRecipe(phrase: phrase)).entropy(), shannonBits: bits,
      minEntropyBits: bits, count: BigUInt(count).power(6))
  }

  @Test("The place of an inserted phrase adds its bits")
  func insert() throws {
    var phrase = PhraseRecipe(wordCount: 3)
    phrase.placement = .insert
    phrase.wordlist = "english-large"
    let segment = CharacterRecipe.symbols("0123456789", length: 17...17)
    let recipe = try CompiledRecipe(PasswordRecipe(characters: segment, phrase: phrase))
    let words = recipe.wordChoices
    let bits = 3 * log2(Double(words)) + 17 * log2(10.0) + 4
    expect(
      recipe.entropy(), shannonBits: bits, minEntropyBits: bits,
      count: BigUInt(words).power(3) * BigUInt(10).power(17) * 16)
  }

  /// `a` or `aa` a number of times: only the number of letters shows, and that is binomial.
  @Test("Words that merge into one another", arguments: [1, 2, 10, 40, 128])
  func binomial(count: Int) throws {
    var phrase = PhraseRecipe(wordCount: count)
    phrase.separator = .none
    let entropy = try CompiledRecipe(
      PasswordRecipe(phrase: phrase), wordlist: Wordlist(words: ["a", "aa"])
    ).entropy()
    var probabilities = [pow(0.5, Double(count))]
    for doubled in 1...count {
      probabilities.append(
        probabilities[doubled - 1] * Double(count - doubled + 1) / Double(doubled))
    }
    let shannonBits = probabilities.reduce(0) { $0 - $1 * log2($1) }
    expect(
      entropy, shannonBits: shannonBits, minEntropyBits: -log2(probabilities[count / 2]),
      count: BigUInt(count + 1))
  }

  @Test("A recipe with one password has no entropy")
  func none() throws {
    let entropy = try entropy { $0.pattern = "fixed-0)".filter { !"lunsba".contains($0) } }
    expect(entropy, shannonBits: 0, minEntropyBits: 0, count: 1)
  }

  @Test("It depends neither on the call nor on the order of words")
  func isReproducible() throws {
    var phrase = PhraseRecipe(wordCount: 3)
    phrase.separator = .none
    phrase.placement = .insert
    let recipe = PasswordRecipe(
      characters: .symbols("abc1", length: 2...4), phrase: phrase)
    let words = ["a", "ab", "bca", "c1", "1a", "cc", "abb"]
    let entropies = try [words, words, words.reversed(), words.sorted()].map {
      try CompiledRecipe(recipe, wordlist: Wordlist(words: $0)).entropy()
    }
    #expect(Set(entropies).count == 1)
  }
}
