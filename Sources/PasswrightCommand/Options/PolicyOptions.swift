import ArgumentParserWithoutFoundation
import Passwright

/// Where the policy of what is drawn is.
struct PolicyFileOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      \(PolicyReference.help) Passwords comply with it. If a bound is set both here and by an \
      option, the stricter one applies.
      """,
      valueName: "file|preset"),
    completion: .file(extensions: ["json"]))
  var policy: PolicyReference?
}

/// The options that make the policy of what is drawn: a policy, rules, or both.
struct PolicyOptions {
  let policy: PolicyReference?
  let rules: RuleOptions

  init(_ file: PolicyFileOptions, _ rules: RuleOptions) {
    policy = file.policy
    self.rules = rules
  }

  /// Whether there is anything to comply with.
  var isGiven: Bool { policy != nil || rules.isGiven }

  /// What the policy is called in messages.
  var shownName: String {
    [policy?.shownName, rules.isGiven ? "rule options" : nil].compactMap(\.self)
      .joined(separator: " and ")
  }

  var usageProblems: [String] { rules.usageProblems }

  /// What the draws of a recipe are to comply with; `nil` without a policy.
  ///
  /// - Throws: ``CommandFailure`` of the policy, or when the recipe cannot comply.
  func resolve(
    _ resolved: RecipeOptions.Resolved, context: PolicyContext? = nil
  ) throws(CommandFailure) -> CompliantRecipe? {
    if let compliant = resolved.compliant { return compliant }
    let recipe = resolved.compiled
    let policy = try compile(
      shortest: recipe.shortestPassword,
      hasPattern: recipe.definition.characters?.pattern?.isEmpty == false)
    guard let policy else { return nil }
    return try resolved.comply(with: policy, context: context)
  }

  /// Reads the policy, adds the rules, and compiles what comes out; `nil` without either.
  ///
  /// - Parameters:
  ///   - shortest: the fewest characters of a password that is drawn under it.
  ///   - hasPattern: whether a pattern says what each position holds.
  /// - Returns: the policy.
  /// - Throws: ``CommandFailure`` with every problem: status 2 for files that cannot be read, 64
  ///   for what is wrongly written or differs, 3 for rules that contradict each other.
  func compile(
    shortest: Int = 0, hasPattern: Bool = false
  ) throws(CommandFailure) -> CompiledPolicy? {
    guard rules.isGiven else { return try policy?.compile() }
    if let policy {
      return try policy.compile { (base) throws(PolicyError) in
        try rules.policy(base: base, shortest: shortest, hasPattern: hasPattern)
      }
    }
    do {
      return try CompiledPolicy(rules.policy(shortest: shortest, hasPattern: hasPattern))
    } catch {
      throw .policy(error, lines: error.problems.map(rules.describe))
    }
  }
}

extension RecipeOptions.Resolved {
  /// The draws of the recipe that comply with a policy.
  func comply(
    with policy: CompiledPolicy, context: PolicyContext? = nil
  ) throws(CommandFailure) -> CompliantRecipe {
    do {
      return try CompliantRecipe(compiled, policy: policy, context: context)
    } catch .impossible(let conflict) {
      let advice = [
        conflict.limits.contains(.requireEach) ? "add --no-require-each" : nil,
        conflict.limits.contains(.wordsAlone) ? "leave out --no-characters" : nil,
        conflict.namesCharacters ? compiled.symbolAdvice(under: policy.definition) : nil,
      ].compactMap(\.self)
      throw .conflict(conflict, advice: advice.isEmpty ? nil : advice.joined(separator: "; "))
    } catch {
      throw .drawing(error, name: StandardOutput.name)
    }
  }
}

extension PolicyConflict {
  /// Whether rules stand against it that other symbols could meet.
  fileprivate var namesCharacters: Bool {
    rules.contains { rule in
      switch rule {
      case .disallowed, .symbolsFew, .setFew, .few(.symbols, _): true
      default: false
      }
    }
  }
}

extension CompiledRecipe {
  /// No password has fewer characters: every word has at least one.
  fileprivate var shortestPassword: Int {
    (segment?.lengths.lowerBound ?? 0) + (phrase?.wordCount ?? 0)
  }
}
