import ArgumentParser
import Passwright

/// The options that make the policy of what is drawn: a policy, rules, or both.
struct PolicyOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      What passwords comply with: \(PolicyReference.help) Of two bounds, one here and one in an \
      option, the stricter holds.
      """,
      valueName: "file|preset"),
    completion: .file(extensions: ["json"]))
  var policy: PolicyReference?

  @OptionGroup var rules: RuleOptions

  /// Whether there is anything to comply with.
  var isGiven: Bool { policy != nil || rules.isGiven }

  /// What the policy is called in messages.
  var shownName: String {
    [policy?.shownName, rules.isGiven ? "rule options" : nil].compactMap(\.self)
      .joined(separator: " and ")
  }

  var usageProblems: [String] { rules.usageProblems }

  /// Reads the policy, adds the rules, and compiles what comes out; `nil` without either.
  ///
  /// - Parameter recipe: what is drawn under it.
  /// - Returns: the policy.
  /// - Throws: ``CommandFailure`` with every problem: status 2 for files that cannot be read, 64
  ///   for what is wrongly written or differs, 3 for rules that contradict each other.
  func compile(for recipe: CompiledRecipe) throws(CommandFailure) -> CompiledPolicy? {
    guard rules.isGiven else { return try policy?.compile() }
    // Every word has a character.
    let shortest = (recipe.segment?.lengths.lowerBound ?? 0) + (recipe.phrase?.wordCount ?? 0)
    if let policy {
      return try policy.compile { (base) throws(PolicyError) in
        try rules.policy(base: base, shortest: shortest)
      }
    }
    do {
      return try CompiledPolicy(rules.policy(shortest: shortest))
    } catch {
      throw .policy(error, lines: error.problems.map(rules.describe))
    }
  }
}
