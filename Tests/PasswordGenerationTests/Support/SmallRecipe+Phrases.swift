import PasswordGeneration

extension SmallRecipe {
  /// No word is the beginning of another.
  static let prefixFree = ["red", "green", "blue"]
  /// Uniquely decodable, but only when the end is known.
  static let decodable = ["a", "ab", "bb"]
  /// `a` + `b` and `ab`.
  static let ambiguous = ["a", "b", "ab"]
  /// Words that hold the separator: `x` - `x` and `x-x`.
  static let dashed = ["x", "-", "x-x", "y-"]
  /// Words of one and two scalars, of which one pair looks the same.
  static let accented = ["\u{E9}", "e\u{301}", "e", "zo\u{EB}", "\u{1F600}"]
  static let numbers = ["0", "1", "01", "10"]

  static let phrases: [SmallRecipe] =
    placementsAndSeparators(named: "words alone", words: prefixFree, count: 3)
    + PhraseRecipe.Separator.allCases.flatMap { separator in
      [
        SmallRecipe("one word, \(separator)", words: prefixFree, .append, separator),
        SmallRecipe(
          "decodable words, \(separator)", words: decodable, count: 4, .insert, separator),
        SmallRecipe(
          "ambiguous words, \(separator)", words: ambiguous, count: 4, .prefix, separator),
        SmallRecipe("dashed words, \(separator)", words: dashed, count: 3, .prefix, separator),
        SmallRecipe("accented words, \(separator)", words: accented, count: 3, .append, separator),
        SmallRecipe(
          "words of one letter", words: ["a", "aa", "aaa"], count: 6, .prefix, separator),
      ]
    } + [
      SmallRecipe(
        "words of one character", words: accented, count: 3, .prefix, .none, maxWordLength: 1),
      SmallRecipe(
        "words of two characters", words: accented, count: 3, .prefix, .none, maxWordLength: 2),
      SmallRecipe(
        "one word is left", words: prefixFree, count: 4, .prefix, .space, maxWordLength: 3),
    ]

  static let composed: [SmallRecipe] =
    placementsAndSeparators(
      named: "words and digits", words: prefixFree, count: 2,
      segment: segment("0123", .digits, length: 2...3))
    + placementsAndSeparators(
      named: "words and letters of those words", words: ambiguous, count: 2,
      segment: segment("abc", .lowercase, length: 2...4))
    + placementsAndSeparators(
      named: "a segment that holds the separators", words: dashed, count: 1,
      segment: segment("-x ", .symbols, length: 2...4))
    + placementsAndSeparators(
      named: "digits in both", words: numbers, count: 2,
      segment: segment("01", .digits, length: 2...3))
    + placementsAndSeparators(
      named: "a segment of one character repeated", words: ["a", "aa"], count: 1,
      segment: segment("a", .lowercase, length: 2...6))
    + placementsAndSeparators(
      named: "each class beside words", words: decodable, count: 2,
      segment: required(length: 2...3))
    + placementsAndSeparators(
      named: "a pattern beside words", words: accented, count: 1, segment: patterned("na-s"))
    + placementsAndSeparators(
      named: "a weighted segment beside words", words: ["!", "a!", "b"], count: 2,
      segment: ratio("ab!", length: 2...3))
    + [
      SmallRecipe(
        "one character before words", words: ambiguous, count: 3,
        segment: segment("ab", .lowercase, length: 1...1), .append, .none),
      SmallRecipe(
        "one character after words", words: ambiguous, count: 3,
        segment: segment("ab", .lowercase, length: 1...1), .prefix, .none),
    ]

  private static func placementsAndSeparators(
    named name: String, words: [String], count: Int, segment: CharacterRecipe? = nil
  ) -> [SmallRecipe] {
    PhraseRecipe.Placement.allCases.flatMap { placement in
      PhraseRecipe.Separator.allCases.map { separator in
        SmallRecipe(
          "\(name), \(placement), \(separator)", words: words, count: count, segment: segment,
          placement, separator)
      }
    }
  }

  private static func segment(
    _ text: String, _ name: CharacterClass, length: ClosedRange<Int>
  ) -> CharacterRecipe {
    var recipe = CharacterRecipe(length: length)
    recipe.keep(text, in: name)
    return recipe
  }

  private static func required(length: ClosedRange<Int>) -> CharacterRecipe {
    var recipe = CharacterRecipe(length: length)
    recipe.keep("ab1!", in: .lowercase, .digits)
    recipe.requireEach = true
    return recipe
  }

  private static func patterned(_ pattern: String) -> CharacterRecipe {
    var recipe = CharacterRecipe()
    recipe.keep("a12!-", in: .lowercase, .digits, .symbols)
    recipe.symbolSet = "!-"
    recipe.higherAlphaRatio = true
    recipe.requireEach = true
    recipe.pattern = pattern
    return recipe
  }

  private static func ratio(_ text: String, length: ClosedRange<Int>) -> CharacterRecipe {
    var recipe = CharacterRecipe(length: length)
    recipe.keep(text, in: .lowercase, .symbols)
    recipe.higherAlphaRatio = true
    return recipe
  }
}
