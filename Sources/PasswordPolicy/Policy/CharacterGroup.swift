/// The kinds of characters that rules count.
///
/// ASCII characters fall into kinds in the usual way. Other characters go by their Unicode general
/// category: Ll is lower case; Lu and Lt (such as `ǅ`) are upper case; Lm and Lo (such as `中`) are
/// letters of neither case; Nd is a digit; everything else is a symbol, accents that stand alone,
/// spaces, control characters and emoji included.
public enum CharacterGroup: String, CaseIterable, Codable, Hashable, Sendable {
  /// Lower-case letters.
  case lower
  /// Upper-case letters.
  case upper
  /// Decimal digits.
  case digits
  /// Everything that is neither a letter nor a digit; with ``CharacterRules/symbolSet``, the characters of
  /// the set.
  case symbols
  /// Letters of any case or none.
  case letters

  /// The four kinds that ``Policy/minCharacterTypes`` counts.
  public static let types: [CharacterGroup] = [.lower, .upper, .digits, .symbols]

  /// The name in a sentence, for one character or for several.
  package func name(count: Int) -> String {
    switch self {
    case .lower: count == 1 ? "lowercase letter" : "lowercase letters"
    case .upper: count == 1 ? "uppercase letter" : "uppercase letters"
    case .digits: count == 1 ? "digit" : "digits"
    case .symbols: count == 1 ? "symbol" : "symbols"
    case .letters: count == 1 ? "letter" : "letters"
    }
  }

  /// The name with an article.
  var nameWithArticle: String {
    self == .upper ? "an \(name(count: 1))" : "a \(name(count: 1))"
  }

  /// What a character that is not ASCII is: `nil` for a letter of neither case.
  static func category(of scalar: Unicode.Scalar) -> Category {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: .lower
    case .uppercaseLetter, .titlecaseLetter: .upper
    case .modifierLetter, .otherLetter: .otherLetter
    case .decimalNumber: .digit
    default: .symbol
    }
  }

  /// The kinds of which each character has exactly one.
  package enum Category {
    case lower
    case upper
    case otherLetter
    case digit
    case symbol
  }
}
