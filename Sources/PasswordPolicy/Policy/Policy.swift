/// The rules that a password must meet.
///
/// ```swift
/// var policy = Policy()
/// policy.length.min = 12
/// policy.characters.digits.min = 1
/// let compiled = try CompiledPolicy(policy)
/// compiled.isCompliant("correct horse 9")  // true
/// ```
/// A plain value that may be invalid: ``contradictions`` and ``CompiledPolicy`` report what is
/// wrong. A rule that is `nil` is absent. Its JSON form (``init(json:)``, ``json``, and through
/// `Codable`) is described by ``schema``.
///
/// A character is a Unicode scalar: `é` typed as one code point counts once, and as `e` and an
/// accent twice. Nothing is normalized, so that a password is checked exactly as it will be hashed.
public struct Policy: Hashable, Sendable {
  /// The maximum number of characters that a rule can specify: 4,096.
  public static let maximumLength = 4096

  /// The name of the policy.
  public var name: String?
  /// The number of characters.
  public var length = Bounds()
  /// The number of characters of each kind.
  public var characters = CharacterRules()
  /// The numbers of characters of sets, which may overlap the kinds and one another.
  public var sets: [SetRule] = []
  /// The characters that are allowed; `nil` for any.
  public var allowed: String?
  /// The minimum number of kinds, 0 to 4, out of lowercase letters, uppercase letters, digits and
  /// symbols.
  public var minCharacterTypes: Int?
  /// The maximum number of times that a character may occur in a row: with 2, `password` complies
  /// and `passsword` does not.
  ///
  /// `a` and `A` are different characters.
  public var maxRepeatedRun: Int?
  /// The maximum length of a sequence: with 3, `abc` complies and `abcd` does not.
  ///
  /// A sequence is letters or digits whose codes go up or down by one (`abcd`, `4321`), or
  /// neighbors in a row of keys in either direction (`1234567890`, `qwertyuiop`, `asdfghjkl`,
  /// `zxcvbnm`), all without regard to case.
  public var maxSequence: Int?
  /// The kind of the first character.
  public var first: CharacterGroup?
  /// The kind of the last character.
  public var last: CharacterGroup?
  /// The characters that may come first; `nil` for any.
  public var firstAllowed: String?
  /// The characters that may come last; `nil` for any.
  public var lastAllowed: String?
  /// The words and patterns that are rejected.
  public var badPasswords = BadPasswords()
  /// How strength is measured, and the strength required.
  public var strength: StrengthRule?
  /// How far back passwords must differ from earlier ones.
  public var reuse: ReuseRule?

  /// Makes a policy without rules.
  public init() {}
}

/// A minimum and a maximum, both inclusive.
public struct Bounds: Hashable, Sendable {
  /// The minimum; `nil` for none.
  public var min: Int?
  /// The maximum; `nil` for none.
  public var max: Int?

  /// Makes bounds.
  public init(min: Int? = nil, max: Int? = nil) {
    self.min = min
    self.max = max
  }
}

/// The number of characters of each kind.
public struct CharacterRules: Hashable, Sendable {
  /// Lowercase letters.
  public var lowercase = Bounds()
  /// Uppercase letters.
  public var uppercase = Bounds()
  /// Digits.
  public var digits = Bounds()
  /// Symbols.
  public var symbols = Bounds()
  /// The characters that count as symbols, neither letters nor digits; `nil` for all of those.
  ///
  /// A character outside the set is of no kind; it may still occur in a password unless
  /// ``Policy/allowed`` excludes it.
  public var symbolSet: String?
  /// Letters of either case or neither.
  public var letters = Bounds()

  /// Makes an empty set of rules.
  public init() {}

  /// The bounds of a kind.
  public subscript(group: CharacterGroup) -> Bounds {
    get {
      switch group {
      case .lowercase: lowercase
      case .uppercase: uppercase
      case .digits: digits
      case .symbols: symbols
      case .letters: letters
      }
    }
    set {
      switch group {
      case .lowercase: lowercase = newValue
      case .uppercase: uppercase = newValue
      case .digits: digits = newValue
      case .symbols: symbols = newValue
      case .letters: letters = newValue
      }
    }
  }
}

/// Words and patterns that a password must not match.
///
/// Letters are compared without regard to case, by the uppercase and then lowercase mapping of each
/// character, so that `STRASSE` equals `straße`.
public struct BadPasswords: Hashable, Sendable {
  /// How a password is compared with a word.
  @nonexhaustive
  public enum Match: String, CaseIterable, Codable, Hashable, Sendable {
    /// The whole password equals the word.
    case whole
    /// The password contains the word.
    case substring
  }

  /// The name in ``wordFiles`` of the list that is bundled with the package.
  ///
  /// See `blocklists/README.md`.
  public static let bundledList = "bundled:common-passwords"

  /// Words.
  public var words: [String] = []
  /// Files of words, one per line, or ``bundledList``.
  public var wordFiles: [String] = []
  /// How passwords are compared with words.
  public var match = Match.whole
  /// Regular expressions in RE2's syntax, matched anywhere and without regard to case.
  public var patterns: [String] = []
  /// Files of regular expressions, one per line.
  public var patternFiles: [String] = []

  /// Makes empty lists.
  public init() {}

  /// Whether there are words to compare with.
  public var hasWords: Bool { !words.isEmpty || !wordFiles.isEmpty }
  /// Whether there are patterns to match.
  public var hasPatterns: Bool { !patterns.isEmpty || !patternFiles.isEmpty }
}

/// How far back a password must differ from earlier ones.
///
/// The history makes the comparison, not this module.
public struct ReuseRule: Hashable, Sendable {
  /// The maximum of ``last``: 1,000.
  public static let maximumLast = 1000

  /// The number of newest distinct passwords to compare with, including the current one.
  public var last: Int

  /// Makes a rule.
  public init(last: Int) {
    self.last = last
  }
}
