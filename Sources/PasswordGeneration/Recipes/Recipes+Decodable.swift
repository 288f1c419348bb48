extension CharacterRecipe: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case minLength, maxLength, lowercase, uppercase, digits, symbols, symbolSet, brackets
    case bracketSet, includesAmbiguous, excluded, higherAlphaRatio, requireEach, pattern
  }

  /// Decodes a recipe; absent keys keep the defaults of ``init(length:)-(Int)``.
  ///
  /// - Throws: `DecodingError` with the path of a value of the wrong type, or the names of
  ///   unknown keys.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init()
    try container.decode(.minLength, into: &minLength)
    maxLength = try container.decodeIfPresent(Int.self, forKey: .maxLength)
    try container.decode(.lowercase, into: &lowercase)
    try container.decode(.uppercase, into: &uppercase)
    try container.decode(.digits, into: &digits)
    try container.decode(.symbols, into: &symbols)
    symbolSet = try container.decodeIfPresent(String.self, forKey: .symbolSet)
    try container.decode(.brackets, into: &brackets)
    bracketSet = try container.decodeIfPresent(String.self, forKey: .bracketSet)
    try container.decode(.includesAmbiguous, into: &includesAmbiguous)
    try container.decode(.excluded, into: &excluded)
    try container.decode(.higherAlphaRatio, into: &higherAlphaRatio)
    try container.decode(.requireEach, into: &requireEach)
    pattern = try container.decodeIfPresent(String.self, forKey: .pattern)
  }
}

extension PhraseRecipe: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case wordCount, maxWordLength, placement, separator, wordlist
  }

  /// Decodes a recipe; `wordCount` is required, other absent keys keep their defaults.
  ///
  /// - Throws: `DecodingError` with the path of a value of the wrong type, or the names of
  ///   unknown keys.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(wordCount: try container.decode(Int.self, forKey: .wordCount))
    maxWordLength = try container.decodeIfPresent(Int.self, forKey: .maxWordLength)
    try container.decode(.placement, into: &placement)
    try container.decode(.separator, into: &separator)
    wordlist = try container.decodeIfPresent(String.self, forKey: .wordlist)
  }
}

extension PasswordRecipe: Decodable {
  enum CodingKeys: String, CodingKey, CaseIterable {
    case characters, phrase
  }

  /// Decodes a recipe; an absent part is switched off.
  ///
  /// - Throws: `DecodingError` with the path of a value of the wrong type, or the names of
  ///   unknown keys.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
    self.init(
      characters: try container.decodeIfPresent(CharacterRecipe.self, forKey: .characters),
      phrase: try container.decodeIfPresent(PhraseRecipe.self, forKey: .phrase))
  }
}
