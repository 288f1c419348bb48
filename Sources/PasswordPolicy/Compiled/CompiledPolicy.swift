public import Patterns

/// A policy prepared for checking passwords.
///
/// ```swift
/// let policy = try CompiledPolicy(contentsOf: "corporate.json")
/// for violation in policy.violations(of: "summer2026") { print(violation.message) }
/// ```
/// It has no randomness and keeps nothing of the passwords that it checks. Any number of threads
/// can share one value. The duration of a check and the memory that it accesses depend on the
/// password.
///
/// **Characters.** A password is a string of UTF-8; a character is a Unicode scalar, of the kind
/// that ``CharacterGroup`` defines. A part that is not UTF-8 counts as one symbol, and the password
/// breaks the rule ``Rule/encoding``. A password of more than ``maximumBytes`` is never truncated:
/// it breaks ``Rule/lengthBytes(max:)``, and nothing else is checked.
public struct CompiledPolicy: Sendable {
  /// The maximum length of a password that is checked, in bytes: 16,384, which is 4,096 characters
  /// of any kind.
  public static let maximumBytes = 16_384

  /// The policy that was compiled.
  public let definition: Policy
  /// The bad patterns.
  public let patterns: PatternSet

  let words: BadWords?
  /// The number of words that are not from the bundled list and can be passwords, up to the number
  /// that lint requires.
  let ownWords: Int
  /// The word files, for the warnings of lint.
  let wordFiles: [WordFile]
  let kinds: KindTable
  let shortCheck: ShortCheck
  /// The rules that the characters alone decide, including mandatory strength.
  let characterRules: [(rule: Rule, set: SetCheck?)]
  /// Those of them that require characters of sets.
  let setChecks: [SetCheck]

  /// Compiles a policy and reads the files that it names.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - directory: the directory that file names are relative to: that of the policy's own file.
  ///   - patternMemoryBudget: the approximate number of bytes that the patterns may take.
  /// - Throws: ``PolicyError`` with every ``PolicyProblem``.
  /// - Complexity: linear in the policy and its files; for `substring` words, O(*n* log *n*).
  public init(
    _ policy: Policy, directory: String = ".",
    patternMemoryBudget: Int = PatternSet.defaultMemoryBudget
  ) throws(PolicyError) {
    try self.init(
      policy, problems: policy.contradictions, directory: directory,
      patternMemoryBudget: patternMemoryBudget)
  }

  /// Reads and compiles the policy of a JSON file.
  ///
  /// File names in it are relative to its directory.
  ///
  /// - Throws: ``PolicyError`` with every ``PolicyProblem`` of the JSON, the policy and its files.
  public init(
    contentsOf path: String, patternMemoryBudget: Int = PatternSet.defaultMemoryBudget
  ) throws(PolicyError) {
    let (policy, problems) = Policy.reading(json: try PolicyFiles.read(path))
    try self.init(
      policy, problems: problems, directory: PolicyFiles.directory(of: path),
      patternMemoryBudget: patternMemoryBudget)
  }

  private init(
    _ policy: Policy, problems: [PolicyProblem], directory: String, patternMemoryBudget: Int
  ) throws(PolicyError) {
    var files = PolicyFiles(
      policy.badPasswords, directory: directory, problems: problems,
      minimumLength: policy.badPasswords.minimumLength(policy) ?? 0)
    let words = files.words()
    let patterns = files.patterns(memoryBudget: patternMemoryBudget)
    guard files.problems.isEmpty, let patterns else {
      throw PolicyError(problems: files.problems, of: policy)
    }
    definition = policy
    self.patterns = patterns
    ownWords = files.ownWords
    wordFiles = files.wordFiles
    self.words = BadWords(words, match: policy.badPasswords.match)
    let kinds = KindTable(policy)
    self.kinds = kinds
    shortCheck = ShortCheck(policy, kinds: kinds)
    characterRules = policy.rules.compactMap { rule in
      switch rule {
      case .badWord, .badPattern, .reuse: nil
      default: (rule, SetCheck(rule, table: kinds))
      }
    }
    setChecks = characterRules.compactMap(\.set)
  }

  /// Returns the directory that the files of a policy file are relative to.
  package static func directory(ofFile path: String) -> String { PolicyFiles.directory(of: path) }

  /// Returns the kinds of an ASCII character.
  package func kinds(ofASCII code: UInt8) -> CharacterKinds { kinds[Unicode.Scalar(code)] }

  /// Returns the rules in reading order; see ``Policy/explain()``.
  public func explain() -> [Rule] { definition.explain() }
}
