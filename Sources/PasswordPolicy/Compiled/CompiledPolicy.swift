public import Patterns

/// A policy ready to check passwords.
///
/// ```swift
/// let policy = try CompiledPolicy(contentsOf: "corporate.json")
/// for violation in policy.violations(of: "summer2026") { print(violation.message) }
/// ```
/// It holds no randomness and keeps nothing of the passwords that it checks. One value serves any
/// number of threads. How long a check takes and what memory it touches tell of the password.
///
/// **Characters.** A password is a string of UTF-8; a character is a Unicode scalar, of the kind
/// that ``CharacterGroup`` says. A part that is not UTF-8 counts as one symbol, and the password
/// breaks the rule ``Rule/encoding``. A password of more than ``maximumBytes`` is never cut: it
/// breaks ``Rule/lengthBytes(max:)``, and nothing else of it is looked at.
public struct CompiledPolicy: Sendable {
  /// The longest password that is checked, in bytes: 16,384, which is 4,096 characters of any
  /// kind.
  public static let maximumBytes = 16_384

  /// The policy.
  public let policy: Policy
  /// The bad patterns.
  public let patterns: PatternSet

  let words: BadWords?
  /// How many words are not of the bundled list and can be passwords: no more than lint asks for.
  let ownWords: Int
  /// What lint says of the word files.
  let wordFiles: [WordFile]
  let kinds: KindTable
  let shortCheck: ShortCheck
  /// The rules that the characters alone decide, mandatory strength included.
  let characterRules: [(rule: Rule, set: SetCheck?)]
  /// Those of them that ask for characters of sets.
  let setChecks: [SetCheck]

  /// Compiles a policy and reads the files that it names.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - directory: what names of files are relative to: the directory of the policy's own file.
  ///   - patternMemoryBudget: about how many bytes the patterns may take.
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
  /// Names of files in it are relative to its directory.
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
      leastLength: policy.badPasswords.leastLength(policy) ?? 0)
    let words = files.words()
    let patterns = files.patterns(memoryBudget: patternMemoryBudget)
    guard files.problems.isEmpty, let patterns else {
      throw PolicyError(problems: files.problems, of: policy)
    }
    self.policy = policy
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

  /// The directory that the files of a policy's file are relative to.
  package static func directory(ofFile path: String) -> String { PolicyFiles.directory(of: path) }

  /// What an ASCII character is to the rules.
  package func kinds(ofASCII code: UInt8) -> CharacterKinds { kinds[Unicode.Scalar(code)] }

  /// The rules as people read them; see ``Policy/explain()``.
  public func explain() -> [Rule] { policy.explain() }
}
