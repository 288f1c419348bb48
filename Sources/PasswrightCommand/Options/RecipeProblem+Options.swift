import Passwright

extension RecipeProblem {
  /// The options that a problem is about: flags, or keys of a query.
  func optionNames(isQuery: Bool) -> String {
    let names = optionNames
    return isQuery ? names.keys : names.flags
  }

  /// Whether a class has too few characters, be it for the options or for those that are safe.
  var isOfCharacters: Bool {
    switch self {
    case .emptyAlphabet, .emptyRequiredClass, .patternEmptyClass: true
    default: false
    }
  }

  private var optionNames: (flags: String, keys: String) {
    switch self {
    case .noParts: ("--characters, --words", "IncludeAlphaSpecial, IncludeWordPhrases")
    case .minLengthOutOfRange: ("--length", "minLength")
    case .maxLengthOutOfRange: ("--length", "maxLength")
    case .maxLengthBelowMinLength: ("--length", "minLength, maxLength")
    case .emptyAlphabet:
      (
        "--lower, --upper, --digits, --symbols, --brackets, --exclude",
        "lowerCaseChars, upperCaseChars, numericChars, specialChars, bracketChars, ExcludeChars"
      )
    case .emptyRequiredClass(let name):
      ("--no-\(name.flag), --exclude, --no-require-each", "ExcludeChars")
    case .unsupportedCharacters(.brackets, _): ("--bracket-set", "bracketCharsText")
    case .unsupportedCharacters: ("--symbol-set", "specialCharsText")
    case .lengthBelowRequired: ("--length, --no-require-each", "minLength")
    case .patternTooLong, .patternEndsInEscape, .patternUnsupportedCharacter:
      ("--pattern", "Pattern")
    case .patternEmptyClass: ("--pattern, --exclude", "Pattern, ExcludeChars")
    case .patternBelowRequired: ("--pattern, --no-require-each", "Pattern")
    case .wordCountOutOfRange: ("--words", "NumberOfWords")
    case .unknownWordlist: ("--wordlist", "NumberOfWords")
    case .noWordShortEnough: ("--max-word-length", "MaxWordLength")
    case .insertNeedsTwoCharacters: ("--word-placement, --length", "PrefixAppend, minLength")
    }
  }
}

extension CharacterClass {
  /// The flag that enables the class, without its dashes.
  var flag: String {
    switch self {
    case .lowercase: "lower"
    case .uppercase: "upper"
    case .digits: "digits"
    case .symbols: "symbols"
    case .brackets: "brackets"
    }
  }
}
