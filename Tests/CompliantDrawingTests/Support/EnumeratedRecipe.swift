import PasswordGeneration
import PasswordPolicy
import Synchronization
import Testing
import Wordlists

/// A recipe so small that all its passwords can be listed, from the meaning of its options alone.
struct EnumeratedRecipe: Sendable, CustomTestStringConvertible {
  let name: String
  var recipe: PasswordRecipe
  var words: [String] = []

  var testDescription: String { name }

  /// The caller's own list of words, if there is one.
  private var wordlist: Wordlist? {
    get throws {
      words.isEmpty ? nil : try Wordlist(text: Array(words.joined(separator: "\n").utf8))
    }
  }

  var compiled: CompiledRecipe {
    get throws { try CompiledRecipe(recipe, wordlist: wordlist) }
  }

  /// Each password with its probability; listed once for each recipe.
  var passwords: [String: Double] {
    Self.listed.withLock { listed in
      let key = Listed(recipe: recipe, words: words)
      if let known = listed[key] { return known }
      let passwords = listing
      listed[key] = passwords
      return passwords
    }
  }

  private struct Listed: Hashable {
    let recipe: PasswordRecipe
    let words: [String]
  }

  private static let listed = Mutex<[Listed: [String: Double]]>([:])

  /// Each password with its probability, listed again with each access.
  var listing: [String: Double] {
    var result: [String: Double] = [:]
    for (segment, chance) in segments {
      for (phrase, phraseChance) in phrases {
        for (password, placeChance) in joined(segment, phrase) {
          result[password, default: 0] += chance * phraseChance * placeChance
        }
      }
    }
    return result
  }

  /// The share of the draws that comply.
  func chance(_ policy: CompiledPolicy) -> Double {
    passwords.reduce(0) { policy.isCompliant($1.key) ? $0 + $1.value : $0 }
  }

  // MARK: Parts

  private var segments: [(String, Double)] {
    guard let characters = recipe.characters else { return [("", 1)] }
    let least = characters.minLength
    let lengths = characters.pattern == nil ? Array(least...(characters.maxLength ?? least)) : [0]
    return lengths.flatMap { length in
      let weighted = Self.texts(characters, length: length)
        .filter { Self.holdsEach($0.0, characters) }
      let total = weighted.reduce(0) { $0 + $1.1 }
      return weighted.map { ($0.0, $0.1 / total / Double(lengths.count)) }
    }
  }

  private static func texts(_ recipe: CharacterRecipe, length: Int) -> [(String, Double)] {
    let places: [[(Character, Double)]]
    if let pattern = recipe.pattern {
      places = pattern.map { letter in
        switch letter {
        case "l": characters(recipe, .lowercase).map { ($0, 1) }
        case "u": characters(recipe, .uppercase).map { ($0, 1) }
        case "n": characters(recipe, .digits).map { ($0, 1) }
        case "s": characters(recipe, .symbols).map { ($0, 1) }
        case "a": alphabet(recipe)
        default: [(letter, 1)]
        }
      }
    } else {
      places = Array(repeating: alphabet(recipe), count: length)
    }
    return places.reduce([("", 1.0)]) { texts, place in
      texts.flatMap { text, weight in place.map { (text + String($0), weight * $1) } }
    }
  }

  private static func characters(
    _ recipe: CharacterRecipe, _ characterClass: CharacterClass
  ) -> [Character] {
    recipe.characters(of: characterClass).map { Character(Unicode.Scalar($0)) }
  }

  /// The characters with their weights: with `higherAlphaRatio`, one special in seven.
  private static func alphabet(_ recipe: CharacterRecipe) -> [(Character, Double)] {
    let all = Set(recipe.enabledClasses.flatMap { characters(recipe, $0) }).sorted()
    let special = all.filter { !$0.isLetter && !$0.isNumber }
    guard recipe.higherAlphaRatio, special.count < all.count, special.count * 7 > all.count else {
      return all.map { ($0, 1) }
    }
    return all.map { character in
      special.contains(character)
        ? (character, 1 / Double(special.count))
        : (character, 6 / Double(all.count - special.count))
    }
  }

  private static func holdsEach(_ text: String, _ recipe: CharacterRecipe) -> Bool {
    !recipe.requireEach
      || recipe.enabledClasses.allSatisfy {
        !characters(recipe, $0).allSatisfy { !text.contains($0) }
      }
  }

  private var phrases: [(String, Double)] {
    guard let phrase = recipe.phrase else { return [("", 1)] }
    let separator = phrase.separator.byte.map { String(Unicode.Scalar($0)) } ?? ""
    let choices = (0..<phrase.wordCount).reduce([[String]]([[]])) { choices, _ in
      choices.flatMap { choice in words.map { choice + [$0] } }
    }
    return choices.map { ($0.joined(separator: separator), 1 / Double(choices.count)) }
  }

  private func joined(_ segment: String, _ phrase: String) -> [(String, Double)] {
    guard let plan = recipe.phrase else { return [(segment, 1)] }
    guard recipe.characters != nil else { return [(phrase, 1)] }
    let separator = plan.separator.byte.map { String(Unicode.Scalar($0)) } ?? ""
    switch plan.placement {
    case .prefix: return [(phrase + separator + segment, 1)]
    case .append: return [(segment + separator + phrase, 1)]
    case .insert:
      return (1..<segment.count).map { place in
        let (before, after) = (String(segment.prefix(place)), String(segment.dropFirst(place)))
        return (before + separator + phrase + separator + after, 1 / Double(segment.count - 1))
      }
    }
  }
}

extension EnumeratedRecipe {
  /// A segment over few characters: `a b A 0 1 ! ,`.
  static func segment(
    _ name: String, _ length: ClosedRange<Int>,
    _ change: (inout CharacterRecipe) -> Void = { _ in }
  ) -> EnumeratedRecipe {
    var characters = CharacterRecipe(length: length)
    characters.symbolSet = "!,"
    characters.excluded = "cdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ23456789"
    change(&characters)
    return EnumeratedRecipe(name: name, recipe: PasswordRecipe(characters: characters))
  }

  static func phrase(
    _ name: String, _ wordCount: Int, _ change: (inout PasswordRecipe) -> Void = { _ in }
  ) -> EnumeratedRecipe {
    var recipe = PasswordRecipe(phrase: PhraseRecipe(wordCount: wordCount))
    change(&recipe)
    return EnumeratedRecipe(name: name, recipe: recipe, words: ["ab", "cde", "bbb", "acab"])
  }

  /// Recipes of every kind.
  static let all: [EnumeratedRecipe] = [
    segment("one length", 4...4),
    segment("lengths", 2...4),
    segment("each class", 4...4) { $0.requireEach = true },
    segment("lengths, each class", 3...4) { recipe in
      recipe.requireEach = true
      recipe.uppercase = false
    },
    segment("ratio", 3...3) { $0.higherAlphaRatio = true },
    segment("ratio, each class", 4...4) { recipe in
      recipe.higherAlphaRatio = true
      recipe.requireEach = true
      recipe.symbolSet = "!,-+"
      recipe.lowercase = false
    },
    segment("letters and digits", 1...5) { recipe in
      recipe.symbols = false
      recipe.uppercase = false
    },
    segment("pattern", 4...4) { $0.pattern = "ualn" },
    segment("pattern with fixed characters", 4...4) { $0.pattern = "aa1xa" },
    segment("pattern, each class", 4...4) { recipe in
      recipe.pattern = "aana"
      recipe.requireEach = true
    },
    phrase("words", 2),
    phrase("words, nothing between", 3) { $0.phrase?.separator = .none },
    phrase("words before a segment", 2) { $0.characters = segment("", 1...2).recipe.characters },
    phrase("words after a segment", 2) { recipe in
      recipe.characters = segment("", 1...2).recipe.characters
      recipe.phrase?.placement = .append
      recipe.phrase?.separator = .space
    },
    phrase("words inside a segment", 1) { recipe in
      recipe.characters = segment("", 2...3).recipe.characters
      recipe.phrase?.placement = .insert
    },
  ]
}
