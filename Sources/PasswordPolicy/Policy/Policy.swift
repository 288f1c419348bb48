/// What a password must satisfy.
///
/// ```swift
/// var policy = Policy()
/// policy.length.min = 12
/// policy.characters.digits.min = 1
/// let compiled = try CompiledPolicy(policy)
/// compiled.isCompliant("correct horse 9")  // true
/// ```
/// A plain value that may be wrong: ``contradictions`` and ``CompiledPolicy`` say what is. A rule
/// that is `nil` is no rule. As JSON (``init(json:)``, ``json``, and through `Codable`) it is what
/// ``schema`` describes.
///
/// A character is a Unicode scalar: `é` typed as one code point counts once, as `e` and an accent
/// twice. Nothing is normalised, so that a password is checked exactly as it will be hashed.
public struct Policy: Hashable, Sendable {
  /// The largest number of characters that a rule can name: 4,096.
  public static let maximumLength = 4096

  /// The name of the policy.
  public var name: String?
  /// How many characters the password has.
  public var length = Bounds()
  /// How many characters of each kind it has.
  public var characters = CharacterRules()
  /// How many characters of sets it has, which may overlap the kinds and one another.
  public var sets: [SetRule] = []
  /// The characters that it may hold; `nil`: any.
  public var allowed: String?
  /// Of lower-case letters, upper-case letters, digits and symbols, how many kinds it holds at
  /// least, 0 to 4.
  public var minCharacterTypes: Int?
  /// How many times in a row the same character may stand: with 2, `password` complies and
  /// `passsword` does not.
  ///
  /// `a` and `A` are two characters.
  public var maxRepeatedRun: Int?
  /// How long a sequence may be: with 3, `abc` complies and `abcd` does not.
  ///
  /// A sequence is letters or digits whose codes go up or down by one (`abcd`, `4321`), or
  /// neighbours in a row of keys in either direction (`1234567890`, `qwertyuiop`, `asdfghjkl`,
  /// `zxcvbnm`), all without regard to case.
  public var maxSequence: Int?
  /// The kind of the first character.
  public var first: CharacterGroup?
  /// The kind of the last character.
  public var last: CharacterGroup?
  /// The characters that it may begin with; `nil`: any.
  public var firstAllowed: String?
  /// The characters that it may end with; `nil`: any.
  public var lastAllowed: String?
  /// The words and patterns that it is not.
  public var badPasswords = BadPasswords()
  /// How strong it is by the meter.
  public var strength: StrengthRule?
  /// How far back it must differ from earlier passwords.
  public var reuse: ReuseRule?

  /// Makes a policy without rules.
  public init() {}
}

/// A least and a greatest number, both included.
public struct Bounds: Hashable, Sendable {
  /// The least number; `nil`: no such rule.
  public var min: Int?
  /// The greatest number; `nil`: no such rule.
  public var max: Int?

  /// Makes bounds.
  public init(min: Int? = nil, max: Int? = nil) {
    self.min = min
    self.max = max
  }
}

/// How many characters of each kind a password has.
public struct CharacterRules: Hashable, Sendable {
  /// Lower-case letters.
  public var lower = Bounds()
  /// Upper-case letters.
  public var upper = Bounds()
  /// Digits.
  public var digits = Bounds()
  /// Symbols.
  public var symbols = Bounds()
  /// The characters that count as symbols, neither letters nor digits; `nil`: all of those.
  ///
  /// A character outside the set is of no kind; it may still stand in the password unless
  /// ``Policy/allowed`` leaves it out.
  public var symbolSet: String?
  /// Letters of any case or none.
  public var letters = Bounds()

  /// Makes no rules.
  public init() {}

  /// The bounds of a kind.
  public subscript(group: CharacterGroup) -> Bounds {
    get {
      switch group {
      case .lower: lower
      case .upper: upper
      case .digits: digits
      case .symbols: symbols
      case .letters: letters
      }
    }
    set {
      switch group {
      case .lower: lower = newValue
      case .upper: upper = newValue
      case .digits: digits = newValue
      case .symbols: symbols = newValue
      case .letters: letters = newValue
      }
    }
  }
}

/// Words and patterns that a password must not be.
///
/// Letters are compared without regard to case: by the upper-case and then lower-case mapping of
/// each character, so that `STRASSE` equals `straße`.
public struct BadPasswords: Hashable, Sendable {
  /// How a password is compared with a word.
  public enum Match: String, CaseIterable, Codable, Hashable, Sendable {
    /// The whole password equals the word.
    case whole
    /// The password contains the word.
    case substring
  }

  /// The name in ``wordFiles`` of the list that comes with the package.
  ///
  /// See `blocklists/README.md`.
  public static let bundledList = "bundled:common-passwords"

  /// Words.
  public var words: [String] = []
  /// Files of words, one a line, or ``bundledList``.
  public var wordFiles: [String] = []
  /// How words are compared.
  public var match = Match.whole
  /// Regular expressions in RE2's syntax, matched anywhere and without regard to case.
  public var patterns: [String] = []
  /// Files of regular expressions, one a line.
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
/// The comparison is the business of the history, not of this module.
public struct ReuseRule: Hashable, Sendable {
  /// The most that ``last`` can be: 1,000.
  public static let maximumLast = 1000

  /// How many of the newest distinct passwords, the current one included.
  public var last: Int

  /// Makes a rule.
  public init(last: Int) {
    self.last = last
  }
}
