import PasswordGeneration

extension ProblemCase {
  /// Recipes with one problem.
  static let single: [ProblemCase] = [
    ProblemCase("nothing", .noParts, recipe: PasswordRecipe()),
    // Lengths
    ProblemCase("length 0", .minLengthOutOfRange(0)) { $0.minLength = 0 },
    ProblemCase("a negative length", .minLengthOutOfRange(-3)) { $0.minLength = -3 },
    ProblemCase("length 4097", .minLengthOutOfRange(4097)) { $0.minLength = 4097 },
    ProblemCase("the least length there is", .minLengthOutOfRange(.min)) { $0.minLength = .min },
    ProblemCase("the greatest length there is", .minLengthOutOfRange(.max)) { $0.minLength = .max },
    ProblemCase("a negative maximum", .maxLengthOutOfRange(-1)) { $0.maxLength = -1 },
    ProblemCase("maximum 4097", .maxLengthOutOfRange(4097)) { $0.maxLength = 4097 },
    ProblemCase("maximum below minimum", .maxLengthBelowMinLength(min: 8, max: 7)) {
      $0.maxLength = 7
    },
    ProblemCase("maximum 1", .maxLengthBelowMinLength(min: 8, max: 1)) { $0.maxLength = 1 },
    // Characters
    ProblemCase("no class", .emptyAlphabet) { $0.keep("") },
    ProblemCase("all characters excluded", .emptyAlphabet) { $0.keep("", in: .lowercase) },
    ProblemCase("a symbol that is not ASCII", .unsupportedCharacters(.symbols, scalars: ["U+00E9"]))
    {
      $0.symbolSet = "!\u{E9}?"
    },
    ProblemCase(
      "brackets beyond the basic plane",
      .unsupportedCharacters(.brackets, scalars: ["U+1F600", "U+2039"])
    ) {
      $0.brackets = true
      $0.bracketSet = "\u{1F600}(\u{2039}"
    },
    ProblemCase(
      "control characters", .unsupportedCharacters(.symbols, scalars: ["U+000A", "U+007F"])
    ) { $0.symbolSet = "!\n\u{7F}" },
    // Each class
    ProblemCase("a required class is empty", .emptyRequiredClass(.digits)) {
      $0.excluded = "0123456789"
      $0.requireEach = true
    },
    ProblemCase("shorter than the classes", .lengthBelowRequired(min: 3, needed: 4)) {
      $0.minLength = 3
      $0.requireEach = true
    },
    ProblemCase(
      "shorter than five classes", .lengthBelowRequired(min: 1, needed: 5), length: 1...20
    ) {
      $0.brackets = true
      $0.requireEach = true
    },
    ProblemCase(
      "one character serves two of three classes", .lengthBelowRequired(min: 1, needed: 2)
    ) {
      $0.minLength = 1
      $0.keep("aA!", in: .lowercase, .uppercase, .symbols)
      $0.symbolSet = "a!"
      $0.requireEach = true
    },
    // Patterns
    ProblemCase("a pattern too long", .patternTooLong(4097)) {
      $0.pattern = String(repeating: "l", count: 4097)
    },
    ProblemCase("an escape of nothing", .patternEndsInEscape) { $0.pattern = #"ll\"# },
    ProblemCase(
      "a pattern that is not ASCII", .patternUnsupportedCharacter(position: 3, scalar: "U+00E9")
    ) { $0.pattern = #"l\n"# + "\u{E9}l" },
    ProblemCase("a pattern with a tab", .patternUnsupportedCharacter(position: 1, scalar: "U+0009"))
    {
      $0.pattern = "\tl"
    },
    ProblemCase(
      "a pattern of a class without characters", .patternEmptyClass(position: 2, letter: "n")
    ) {
      $0.excluded = "0123456789"
      $0.pattern = "unl"
    },
    ProblemCase("any of no enabled class", .patternEmptyClass(position: 1, letter: "a")) {
      $0.keep("")
      $0.pattern = "a"
    },
    ProblemCase("a pattern without a required class", .patternBelowRequired([.digits])) {
      $0.symbols = false
      $0.uppercase = false
      $0.requireEach = true
      $0.pattern = "llll"
    },
    ProblemCase("a pattern with too little room", .patternBelowRequired([.symbols])) {
      $0.requireEach = true
      $0.pattern = "lun"
    },
    // Words
    ProblemCase("no words", .wordCountOutOfRange(0), phrase: { $0.wordCount = 0 }),
    ProblemCase(
      "a negative number of words", .wordCountOutOfRange(-1), phrase: { $0.wordCount = -1 }),
    ProblemCase("129 words", .wordCountOutOfRange(129), phrase: { $0.wordCount = 129 }),
    ProblemCase(
      "an unknown list", .unknownWordlist("klingon"), phrase: { $0.wordlist = "klingon" }),
    ProblemCase(
      "words of two letters", .noWordShortEnough(maximumLength: 2, shortest: 3),
      phrase: {
        $0.maxWordLength = 2
        $0.wordlist = "english-large"
      }),
    ProblemCase(
      "words of no letters", .noWordShortEnough(maximumLength: 0, shortest: 3),
      phrase: {
        $0.maxWordLength = 0
        $0.wordlist = "english-large"
      }),
    ProblemCase(
      "words inside one character", .insertNeedsTwoCharacters(length: 1),
      phrase: { $0.placement = .insert }, segment: CharacterRecipe(length: 1)),
    ProblemCase(
      "words inside one to nine characters", .insertNeedsTwoCharacters(length: 1),
      phrase: { $0.placement = .insert }, segment: CharacterRecipe(length: 1...9)),
  ]

  /// Recipes without a problem, at the edge of having one.
  static let allowed: [ProblemCase] = [
    ProblemCase("length 1", length: 1...1) { _ in },
    ProblemCase("length 4096", length: 4096...4096) { _ in },
    ProblemCase("all lengths", length: 1...4096) { _ in },
    ProblemCase("maximum equal to minimum") { $0.maxLength = 8 },
    ProblemCase("maximum 0") { $0.maxLength = 0 },
    ProblemCase("one character is left", length: 9...9) { $0.keep("q", in: .lowercase) },
    ProblemCase("an empty class that is not required") { $0.excluded = "0123456789" },
    ProblemCase("as long as the classes", length: 4...4) { $0.requireEach = true },
    ProblemCase("one character that serves all classes", length: 1...1) {
      $0.keep("a", in: .lowercase, .symbols, .brackets)
      $0.bracketSet = "a"
      $0.requireEach = true
    },
    ProblemCase("a pattern of 4096 positions") {
      $0.pattern = String(repeating: #"\l"#, count: 4096)
    },
    ProblemCase("an empty pattern is none", length: 2...2) { $0.pattern = "" },
    ProblemCase("128 words", phrase: { $0.wordCount = 128 }),
    ProblemCase("words of three letters", phrase: { $0.maxWordLength = 3 }),
    ProblemCase("words of any length", phrase: { $0.maxWordLength = .max }),
    ProblemCase(
      "words inside two characters", phrase: { $0.placement = .insert },
      segment: CharacterRecipe(length: 2)),
    ProblemCase("words inside nothing", phrase: { $0.placement = .insert }),
    ProblemCase("space and tilde") { $0.symbolSet = " ~" },
    ProblemCase("characters excluded that are in no set") { $0.excluded = "\u{E9}\u{1F600}\n" },
  ]

  /// Recipes whose problems are switched off.
  static let switchedOff: [ProblemCase] = [
    ProblemCase("symbols that are not ASCII") {
      $0.symbols = false
      $0.symbolSet = "\u{E9}"
    },
    ProblemCase("brackets that are not ASCII") { $0.bracketSet = "\u{E9}" },
    ProblemCase("lengths beside a pattern") {
      $0.minLength = -1
      $0.maxLength = -2
      $0.pattern = "l"
    },
    ProblemCase("an empty class that is disabled") {
      $0.digits = false
      $0.excluded = "0123456789"
      $0.requireEach = true
    },
    ProblemCase("the ratio without specials") {
      $0.symbols = false
      $0.higherAlphaRatio = true
    },
  ]

  /// Recipes with several problems.
  static let several: [ProblemCase] = [
    ProblemCase(
      "lengths and characters", .minLengthOutOfRange(0), .maxLengthOutOfRange(9999), .emptyAlphabet
    ) {
      $0.keep("")
      $0.minLength = 0
      $0.maxLength = 9999
    },
    ProblemCase(
      "both lengths", .minLengthOutOfRange(5000), .maxLengthBelowMinLength(min: 5000, max: 2)
    ) {
      $0.minLength = 5000
      $0.maxLength = 2
    },
    ProblemCase(
      "both sets", .unsupportedCharacters(.symbols, scalars: ["U+20AC"]),
      .unsupportedCharacters(.brackets, scalars: ["U+00AB"]),
      .lengthBelowRequired(min: 2, needed: 5)
    ) {
      $0.brackets = true
      $0.symbolSet = "\u{20AC}!"
      $0.bracketSet = "\u{AB}("
      $0.requireEach = true
      $0.minLength = 2
    },
    ProblemCase("empty classes", .emptyRequiredClass(.uppercase), .emptyRequiredClass(.digits)) {
      $0.keep("abc!", in: .lowercase, .uppercase, .digits, .symbols)
      $0.requireEach = true
    },
    ProblemCase(
      "a pattern", .patternUnsupportedCharacter(position: 2, scalar: "U+00FC"),
      .patternEmptyClass(position: 2, letter: "b"), .patternEmptyClass(position: 4, letter: "b"),
      .patternEndsInEscape
    ) {
      $0.excluded = "[](){}<>"
      $0.pattern = "l\u{FC}bxb\\"
    },
    ProblemCase(
      "words", .wordCountOutOfRange(500), .unknownWordlist("latin"),
      phrase: {
        $0.wordCount = 500
        $0.wordlist = "latin"
      }),
    ProblemCase(
      "both parts", .minLengthOutOfRange(-1), .wordCountOutOfRange(0),
      .noWordShortEnough(maximumLength: 1, shortest: 3),
      phrase: {
        $0.wordCount = 0
        $0.maxWordLength = 1
        $0.wordlist = "english-large"
      }, segment: CharacterRecipe(length: -1)),
    ProblemCase(
      "words inside one character, too many", .insertNeedsTwoCharacters(length: 1),
      .wordCountOutOfRange(129),
      phrase: {
        $0.wordCount = 129
        $0.placement = .insert
      }, segment: CharacterRecipe(length: 1)),
    ProblemCase(
      "words inside one character of none", .insertNeedsTwoCharacters(length: 1), .emptyAlphabet,
      phrase: { $0.placement = .insert }, segment: nothing(length: 1)),
    ProblemCase(
      "a pattern draws from a set that is not ASCII",
      .unsupportedCharacters(.symbols, scalars: ["U+00E9"])
    ) {
      $0.symbols = false
      $0.symbolSet = "\u{E9}!"
      $0.pattern = "ls"
    },
  ]

  private static func nothing(length: Int) -> CharacterRecipe {
    var recipe = CharacterRecipe(length: length)
    recipe.keep("")
    return recipe
  }
}
