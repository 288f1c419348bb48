internal import CharacterSets

extension CharacterGroup {
  /// Returns the category of any character.
  package static func kind(of scalar: Unicode.Scalar) -> Category {
    guard scalar.value < 128 else { return category(of: scalar) }
    let byte = UInt8(scalar.value)
    if ASCIISet.lowercase.contains(byte) { return .lowercase }
    if ASCIISet.uppercase.contains(byte) { return .uppercase }
    return ASCIISet.digits.contains(byte) ? .digit : .symbol
  }

  /// Whether a character of this category is of this kind, ignoring any set of symbols.
  package func includes(_ category: Category) -> Bool {
    switch self {
    case .lowercase: category == .lowercase
    case .uppercase: category == .uppercase
    case .digits: category == .digit
    case .symbols: category == .symbol
    case .letters: category == .lowercase || category == .uppercase || category == .otherLetter
    }
  }
}

extension Policy {
  /// Returns the allowed characters of a kind, or `nil` for those of all Unicode.
  func available(_ group: CharacterGroup) -> ScalarSet? {
    let symbols = group == .symbols ? characters.symbolSet.map { ScalarSet($0) } : nil
    guard let allowed = allowed.map({ ScalarSet($0) }) else { return symbols }
    return allowed.filter {
      group.includes(CharacterGroup.kind(of: $0)) && symbols?.contains($0) ?? true
    }
  }

  /// Returns the maximum number of characters of a kind in a compliant password.
  func most(_ group: CharacterGroup) -> Int {
    if let available = available(group), available.isEmpty { return 0 }
    let length = Swift.min(length.max ?? Self.maximumLength, Self.maximumLength)
    let own = Swift.min(characters[group].max ?? length, length)
    switch group {
    case .lowercase, .uppercase: return Swift.min(own, characters.letters.max ?? own)
    case .digits, .symbols, .letters: return own
    }
  }

  /// The minimum number of characters that meets the minimums of the kinds together.
  var minimumCharacters: Int { minimumCharacters { _ in true } }

  /// Returns the minimum number of characters that meets the minimums of some kinds together.
  func minimumCharacters(of isIncluded: (CharacterGroup) -> Bool) -> Int {
    func least(_ group: CharacterGroup) -> Int {
      isIncluded(group) ? characters[group].min ?? 0 : 0
    }
    return Swift.max(least(.lowercase) + least(.uppercase), least(.letters)) + least(.digits)
      + least(.symbols)
  }
}
