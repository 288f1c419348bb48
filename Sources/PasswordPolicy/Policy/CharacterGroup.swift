internal import TextTools

/// The kinds of characters that rules count.
///
/// ASCII characters have the usual kinds. For other characters the Unicode general category
/// decides: Ll is lowercase; Lu and Lt (such as `ǅ`) are uppercase; Lm and Lo (such as `中`) are
/// letters of neither case; Nd is a digit; everything else is a symbol, including combining
/// accents, spaces, control characters and emoji.
@nonexhaustive
public enum CharacterGroup: String, CaseIterable, Codable, Hashable, Sendable {
  /// Lowercase letters.
  case lowercase = "lower"
  /// Uppercase letters.
  case uppercase = "upper"
  /// Decimal digits.
  case digits
  /// Everything that is neither a letter nor a digit; with ``CharacterRules/symbolSet``, the
  /// characters of the set.
  case symbols
  /// Letters of either case or neither.
  case letters

  /// The four kinds that ``Policy/minCharacterTypes`` counts.
  public static let types: [CharacterGroup] = [.lowercase, .uppercase, .digits, .symbols]

  /// Returns the name in a sentence, for one character or for several.
  package func name(count: Int) -> String {
    let name =
      switch self {
      case .lowercase: "lowercase letter"
      case .uppercase: "uppercase letter"
      case .digits: "digit"
      case .symbols: "symbol"
      case .letters: "letter"
      }
    return name.plural(for: count)
  }

  /// The name with an article.
  var nameWithArticle: String {
    self == .uppercase ? "an \(name(count: 1))" : "a \(name(count: 1))"
  }

  /// Returns the category of a character outside ASCII.
  static func category(of scalar: Unicode.Scalar) -> Category {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: .lowercase
    case .uppercaseLetter, .titlecaseLetter: .uppercase
    case .modifierLetter, .otherLetter: .otherLetter
    case .decimalNumber: .digit
    default: .symbol
    }
  }

  /// The kinds of characters, exactly one for each character.
  package enum Category {
    case lowercase
    case uppercase
    case otherLetter
    case digit
    case symbol
  }
}
