public import CharacterSets

/// How to draw the segment of a password: letters, digits, symbols and brackets.
///
/// ```swift
/// var recipe = CharacterRecipe(length: 16)
/// recipe.requireEach = true
/// ```
/// A recipe is a plain value that may be invalid; compiling it (``CompiledRecipe``) reports
/// everything that is wrong. Given its length, a segment has a probability proportional to the
/// product of the weights of its characters, among the segments that meet ``requireEach``. All
/// weights are equal unless ``higherAlphaRatio`` is on.
public struct CharacterRecipe: Encodable, Hashable, Sendable {
  /// The maximum length of a segment: 4,096 characters.
  public static let maximumLength = 4096

  /// With ``higherAlphaRatio``, the number of positions per symbol or bracket, as in real output of
  /// Passwordstate.
  public static let positionsPerSpecial = 7

  /// The minimum number of characters, 1 to ``maximumLength``.
  ///
  /// The length of each password is drawn uniformly from the range. Not used with a ``pattern``.
  public var minLength: Int
  /// The maximum number of characters; `nil` or 0 stands for ``minLength``.
  public var maxLength: Int?

  /// Whether `a` to `z` are drawn.
  public var lowercase = true
  /// Whether `A` to `Z` are drawn.
  public var uppercase = true
  /// Whether `0` to `9` are drawn.
  public var digits = true
  /// Whether the characters of ``symbolSet`` are drawn.
  public var symbols = true
  /// The symbols, printable ASCII; `nil` or empty stands for `!#$%^&*+/=_-`.
  public var symbolSet: String?
  /// Whether the characters of ``bracketSet`` are drawn.
  public var brackets = false
  /// The brackets, printable ASCII; `nil` or empty stands for `[](){}<>`.
  public var bracketSet: String?

  /// Whether letters and digits that look alike (`I l 1 O 0`) may be drawn.
  ///
  /// When `false` they are removed from the letters and digits, never from a symbol or bracket set.
  public var includesAmbiguous = true
  /// Characters removed from every set.
  public var excluded = ""
  /// Whether symbols and brackets together are drawn at one position in ``positionsPerSpecial`` on
  /// average.
  ///
  /// It lowers their share and never raises it; without letters and digits it has no effect.
  public var higherAlphaRatio = false
  /// Whether each enabled class must occur.
  ///
  /// A character in two classes counts for both.
  public var requireEach = false

  /// The kind of character at each position: `l` lowercase, `u` uppercase, `n` digit, `s` symbol,
  /// `b` bracket, `a` any enabled character; any other character stands for itself, and `\` makes
  /// the next character stand for itself.
  ///
  /// `nil` or empty stands for no pattern.
  ///
  /// The letters draw from their sets whether or not the class is enabled, uniformly except for
  /// `a`, which follows ``higherAlphaRatio``.
  public var pattern: String?

  /// Makes a recipe for segments of `length` characters of the four usual classes.
  public init(length: Int = 20) {
    minLength = length
  }

  /// Makes a recipe for segments whose length is uniform in a range.
  public init(length: ClosedRange<Int>) {
    minLength = length.lowerBound
    maxLength = length.upperBound
  }
}

extension CharacterRecipe {
  /// The enabled classes, in the order of their declaration.
  public var enabledClasses: [CharacterClass] {
    CharacterClass.allCases.filter { isEnabled($0) }
  }

  /// Whether a class is enabled.
  public func isEnabled(_ characterClass: CharacterClass) -> Bool {
    switch characterClass {
    case .lowercase: lowercase
    case .uppercase: uppercase
    case .digits: digits
    case .symbols: symbols
    case .brackets: brackets
    }
  }

  /// Returns the characters of a class without ambiguous and excluded ones, whether or not the
  /// class is enabled.
  ///
  /// Characters that are not printable ASCII are ignored.
  public func characters(of characterClass: CharacterClass) -> ASCIISet {
    let removed = ASCIISet(excluded.utf8.filter { $0 < 128 })
    let removedAlphanumerics = includesAmbiguous ? removed : removed.union(.ambiguous)
    return switch characterClass {
    case .lowercase: ASCIISet.lowercase.subtracting(removedAlphanumerics)
    case .uppercase: ASCIISet.uppercase.subtracting(removedAlphanumerics)
    case .digits: ASCIISet.digits.subtracting(removedAlphanumerics)
    case .symbols: Self.set(symbolSet, default: .defaultSymbols).subtracting(removed)
    case .brackets: Self.set(bracketSet, default: .defaultBrackets).subtracting(removed)
    }
  }

  /// The enabled characters, without ambiguous and excluded ones.
  public var alphabet: ASCIISet {
    enabledClasses.reduce(into: []) { $0.formUnion(characters(of: $1)) }
  }

  private static func set(_ text: String?, default defaultSet: ASCIISet) -> ASCIISet {
    guard let text, !text.isEmpty else { return defaultSet }
    return ASCIISet(text.utf8.filter { $0 < 128 }).intersection(.printable)
  }
}
