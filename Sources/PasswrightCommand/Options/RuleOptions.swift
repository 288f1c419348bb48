// A conformance of the engine's types to the parser's protocol takes public imports of both.
public import ArgumentParserWithoutFoundation
public import Passwright

extension CharacterGroup: ExpressibleByArgument {}
extension SafeContext: ExpressibleByArgument {}

extension Policy {
  /// Keeps the space away from both ends, where people and forms lose it, if anything else is allowed.
  fileprivate mutating func keepBlanksInside() {
    // No password of two characters or fewer has an inside.
    guard length.max ?? .max > 2 else { return }
    let permitted = allowed ?? ASCIISet.printable.description
    let visible = permitted.filter { $0 != " " }
    guard visible.count < permitted.count, !visible.isEmpty else { return }
    firstAllowed = visible
    lastAllowed = visible
  }
}

/// The options that are rules of a policy.
struct RuleOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Require N or more lowercase letters.", valueName: "n"))
  var minLower: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Allow at most N lowercase letters.", valueName: "n"))
  var maxLower: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Require N or more uppercase letters.", valueName: "n"))
  var minUpper: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Allow at most N uppercase letters.", valueName: "n"))
  var maxUpper: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Require N or more digits.", valueName: "n"))
  var minDigits: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Allow at most N digits.", valueName: "n"))
  var maxDigits: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Require N or more symbols: characters that are neither letters nor digits, brackets \
      included, or those that --policy counts as symbols.
      """,
      valueName: "n"))
  var minSymbols: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Allow at most N symbols.", valueName: "n"))
  var maxSymbols: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Require N or more letters of either case.", valueName: "n"))
  var minLetters: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Allow at most N letters of either case.", valueName: "n"))
  var maxLetters: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Require N or more of the four kinds: lowercase letters, uppercase letters, digits, symbols.
      """,
      valueName: "n"))
  var minTypes: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Allow the same character at most N times in a row.", valueName: "n"))
  var maxRun: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Allow sequences such as abcd, 4321 or qwerty of at most N characters.",
      valueName: "n"))
  var maxSequence: Int?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help:
      "Whether to allow sequences; --no-sequences is --max-sequence 2. (default: --sequences)")
  var sequences: Bool?

  @Option(help: ArgumentHelp("Begin with this kind of character.", valueName: "kind"))
  var first: CharacterGroup?

  @Option(help: ArgumentHelp("End with this kind of character.", valueName: "kind"))
  var last: CharacterGroup?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Draw only what can be written unquoted in a place, such as a URL, a shell command or a line \
      of a .env file, or typed with the same keys on QWERTY, QWERTZ and AZERTY. Other characters \
      are removed from every class, and a class that has none left is not drawn. Can be repeated.
      """,
      valueName: "context"))
  var safe: [SafeContext] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Follow a site's rules in Apple's language, such as 'minlength: 8; required: lower, upper; \
      required: digit; max-consecutive: 2'. All characters that they allow are drawn, and no \
      others: 20 characters, or as close to that as they permit, without a space at either end; no \
      class is required beyond them. Can be repeated.
      """,
      valueName: "rules"))
  var rules: [String] = []
}

extension RuleOptions {
  /// The rules of ``rules`` together; `nil` without any, or when they are wrong.
  var siteRules: AppleRules? {
    rules.isEmpty ? nil : try? AppleRules(parsing: rules.joined(separator: ";\n"))
  }

  /// All rules as a policy; one without rules when no option is given.
  ///
  /// - Parameters:
  ///   - base: the policy that they are added to, for what it takes for symbols.
  ///   - shortest: the fewest characters that are drawn; shorter bad words are left out.
  ///   - hasPattern: whether a pattern says what each position holds.
  /// - Returns: the policy.
  /// - Throws: `PolicyError` for rules that no one policy has together.
  func policy(
    base: Policy? = nil, shortest: Int = 0, hasPattern: Bool = false
  ) throws(PolicyError) -> Policy {
    let policy = optionPolicy(base: base, shortest: shortest)
    guard var site = siteRules?.policy else { return policy }
    if !hasPattern { site.keepBlanksInside() }
    return try site.adding(policy)
  }

  /// The rules, except those of a site.
  private func optionPolicy(base: Policy? = nil, shortest: Int = 0) -> Policy {
    var policy = SafeContext.policy(for: safe)
    policy.characters.lowercase = Bounds(min: minLower, max: maxLower)
    policy.characters.uppercase = Bounds(min: minUpper, max: maxUpper)
    policy.characters.digits = Bounds(min: minDigits, max: maxDigits)
    policy.characters.symbols = Bounds(min: minSymbols, max: maxSymbols)
    policy.characters.symbolSet = base?.characters.symbolSet
    policy.characters.letters = Bounds(min: minLetters, max: maxLetters)
    policy.minCharacterTypes = minTypes
    policy.maxRepeatedRun = maxRun
    policy.maxSequence = [maxSequence, sequences == false ? 2 : nil].compactMap(\.self).min()
    policy.first = first
    policy.last = last
    policy.badPasswords.words.removeAll { $0.unicodeScalars.count < shortest }
    return policy
  }

  /// Whether there are rules.
  var isGiven: Bool { !rules.isEmpty || optionPolicy() != Policy() }

  /// The characters that are safe in all contexts and that the rules of the site permit; `nil` for
  /// any.
  var drawnCharacters: ASCIISet? {
    let safe = optionPolicy().allowed.map { ASCIISet($0.utf8.filter { $0 < 128 }) }
    guard case .ascii(let permitted) = siteRules?.permitted else { return safe }
    return safe.map(permitted.intersection) ?? permitted
  }

  /// The options that leave characters out, for a message.
  var narrowingOptions: String {
    (safe.isEmpty ? "" : ", --safe") + (rules.isEmpty ? "" : ", --rules")
  }

  /// Rules that cannot be read, and numbers out of range.
  var usageProblems: [String] { siteProblems + rangeProblems }

  private var siteProblems: [String] {
    rules.flatMap { text -> [String] in
      do throws(FormatError) {
        _ = try AppleRules(parsing: text)
        return []
      } catch {
        return error.problems.map { "--rules: \($0)" }
      }
    }
  }

  private var rangeProblems: [String] {
    let counts = 0...Policy.maximumLength
    let numbers: [(String, Int?, ClosedRange<Int>)] = [
      ("min-lower", minLower, counts), ("max-lower", maxLower, counts),
      ("min-upper", minUpper, counts), ("max-upper", maxUpper, counts),
      ("min-digits", minDigits, counts), ("max-digits", maxDigits, counts),
      ("min-symbols", minSymbols, counts), ("max-symbols", maxSymbols, counts),
      ("min-letters", minLetters, counts), ("max-letters", maxLetters, counts),
      ("min-types", minTypes, 0...4), ("max-run", maxRun, 1...Policy.maximumLength),
      ("max-sequence", maxSequence, 1...Policy.maximumLength),
    ]
    return numbers.compactMap { name, value, range in
      guard let value, !range.contains(value) else { return nil }
      return """
        --\(name) \(value) is out of range; use \(range.lowerBound) to \
        \(range.upperBound.grouped)
        """
    }
  }

  /// A problem of the policy of these rules, in the words of the options; of those of a site, in the
  /// words of policies.
  func describe(_ problem: PolicyProblem) -> String {
    guard rules.isEmpty else {
      let others = optionPolicy() == Policy() ? "" : " with the other rule options"
      return "--rules\(others): \(problem)"
    }
    return Self.optionsOfPaths.reduce(problem.description) { text, pair in
      text.substituting(pair.options, for: pair.path)
    }
  }

  /// Longer paths before those that they begin with.
  private static let optionsOfPaths: [(path: String, options: String)] =
    CharacterGroup.allCases.map(\.rawValue).flatMap { group in
      [
        ("$.characters.\(group).min", "--min-\(group)"),
        ("$.characters.\(group).max", "--max-\(group)"),
        ("$.characters.\(group)", "--min-\(group), --max-\(group)"),
      ]
    } + [
      ("$.characters", "--min-KIND, --max-KIND"), ("$.minCharacterTypes", "--min-types"),
      ("$.maxRepeatedRun", "--max-run"), ("$.maxSequence", "--max-sequence"),
      ("$.firstAllowed", "--safe"), ("$.lastAllowed", "--safe"), ("$.allowed", "--safe"),
      ("$.first", "--first"), ("$.last", "--last"), ("$.badPasswords", "--safe"),
    ]
}
