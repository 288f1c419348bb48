import ArgumentParser
import Passwright
import Platform

/// The options that say what passwords comply with.
struct ComplianceOptions: ParsableArguments {
  private static let retryRange = 0...1_000_000

  @OptionGroup var policy: PolicyOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      How often a password that does not comply is drawn anew, 0 to 1,000,000; when none \
      complies the exit status is 1. (default: \(CompliantRecipe.defaultRetries); \
      ComplianceRetries)
      """,
      valueName: "n"))
  var complianceRetries: Int?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Whose passwords they are, of which they hold no part of 3 or more characters: user=, \
      name= (in full) or email=, each at most once.
      """,
      valueName: "key=value"),
    transform: ContextEntry.init)
  var context: [ContextEntry] = []

  var usageProblems: [String] {
    var problems = policy.usageProblems + ContextEntry.usageProblems(context)
    if let complianceRetries, !Self.retryRange.contains(complianceRetries) {
      problems.append(
        """
        --compliance-retries \(complianceRetries) is out of range; use \
        \(Self.retryRange.lowerBound) to \(Self.retryRange.upperBound.grouped)
        """)
    }
    if !policy.isGiven {
      if complianceRetries != nil {
        problems.append("--compliance-retries has no effect without --policy; add --policy")
      }
      if !context.isEmpty {
        problems.append("--context has no effect without --policy; add --policy")
      }
    }
    return problems
  }

  /// What the draws of a recipe are to comply with; `nil` without a policy.
  ///
  /// - Parameters:
  ///   - recipe: what is drawn.
  ///   - queryRetries: the retries of the query, if there is one.
  /// - Returns: the recipe under the policy, and the retries.
  /// - Throws: ``CommandFailure`` of the policy, or when the recipe cannot comply.
  func resolve(
    _ recipe: CompiledRecipe, queryRetries: Int?
  ) throws(CommandFailure) -> (recipe: CompliantRecipe, retries: Int)? {
    guard let compiled = try policy.compile(for: recipe) else { return nil }
    do {
      let compliant = try CompliantRecipe(
        recipe, policy: compiled, context: PolicyContext(context))
      return (
        compliant, complianceRetries ?? queryRetries ?? CompliantRecipe.defaultRetries
      )
    } catch {
      throw .compliance(error, name: StandardOutput.name)
    }
  }
}
