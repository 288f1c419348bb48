import PasswordGeneration
import Testing
import Wordlists

/// A recipe of at most 5,000 possible passwords, with the caller's word list.
struct SmallRecipe: CustomTestStringConvertible, Sendable {
  let name: String
  var recipe: PasswordRecipe
  var words: [String]

  var testDescription: String { name }

  /// The meaning of the recipe.
  ///
  /// Without words of the caller's, a phrase draws from the bundled list
  /// that keeps more words of the length asked for.
  var oracle: Oracle {
    guard words.isEmpty, let phrase = recipe.phrase else {
      return Oracle(recipe: recipe, words: words)
    }
    let longest = phrase.maxWordLength ?? .max
    func keptCount(_ words: [String]) -> Int { words.count { $0.utf8.count <= longest } }
    let (large, short) = Self.bundled
    return Oracle(recipe: recipe, words: keptCount(short) > keptCount(large) ? short : large)
  }

  private static let bundled = (
    large: Wordlist.bundled(.englishLarge).words, short: Wordlist.bundled(.englishShort).words
  )

  /// A segment alone.
  init(
    _ name: String, length: ClosedRange<Int> = 1...1, _ change: (inout CharacterRecipe) -> Void
  ) {
    var characters = CharacterRecipe(length: length)
    change(&characters)
    self.name = name
    recipe = PasswordRecipe(characters: characters)
    words = []
  }

  /// A phrase, and a segment if there is one.
  init(
    _ name: String, words: [String], count: Int = 1, segment: CharacterRecipe? = nil,
    _ placement: PhraseRecipe.Placement = .prefix, _ separator: PhraseRecipe.Separator = .dash,
    maxWordLength: Int? = nil
  ) {
    var phrase = PhraseRecipe(wordCount: count)
    phrase.placement = placement
    phrase.separator = separator
    phrase.maxWordLength = maxWordLength
    self.name = name
    self.words = words
    recipe = PasswordRecipe(characters: segment, phrase: phrase)
  }

  /// All that is chosen by hand.
  static let handChosen = plain + constrained + weighted + patterns + phrases + composed
}

extension CharacterRecipe {
  /// A segment of symbols alone, drawn from a text.
  static func symbols(_ text: String, length: ClosedRange<Int>) -> CharacterRecipe {
    var recipe = CharacterRecipe(length: length)
    recipe.keep(text, in: .symbols)
    return recipe
  }

  /// Enables these classes alone and excludes all characters but those of a text.
  ///
  /// Symbols and
  /// brackets are drawn from that text if it holds characters beyond letters and digits.
  mutating func keep(_ text: String, in classes: CharacterClass...) {
    lowercase = classes.contains(.lowercase)
    uppercase = classes.contains(.uppercase)
    digits = classes.contains(.digits)
    symbols = classes.contains(.symbols)
    brackets = classes.contains(.brackets)
    if symbols { symbolSet = text }
    excluded = String((0x20...0x7E).map { Character(Unicode.Scalar($0)) })
      .filter { !text.contains($0) }
  }
}
