import ArgumentParserWithoutFoundation
import Passwright
import Platform

/// The options that say how passwords are made to comply.
struct RetryOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Retry a password that does not comply up to this many times, 0 to 1,000,000; if none \
      complies, the exit status is 1. (default: \(CompliantRecipe.defaultRetries); \
      ComplianceRetries)
      """,
      valueName: "n"))
  var complianceRetries: Int?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      """
      Name the owner: user=, name= (full name) or email=, each at most once. Passwords contain no \
      part of 3 or more characters of these.
      """,
      valueName: "key=value"),
    transform: ContextEntry.init)
  var context: [ContextEntry] = []
}

/// The options that say what passwords comply with.
struct ComplianceOptions {
  static let retryRange = 0...1_000_000
  private static let policyHint = "a policy; add --policy, or rules such as --min-digits"

  let policy: PolicyOptions
  let complianceRetries: Int?
  let context: [ContextEntry]

  init(_ policy: PolicyOptions, _ retries: RetryOptions) {
    self.policy = policy
    complianceRetries = retries.complianceRetries
    context = retries.context
  }

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
        problems.append("--compliance-retries has no effect without \(Self.policyHint)")
      }
      if !context.isEmpty {
        problems.append("--context has no effect without \(Self.policyHint)")
      }
    }
    return problems
  }

  /// What the draws of a recipe are to comply with, and the retries; `nil` without a policy.
  ///
  /// - Throws: ``CommandFailure`` of the policy, or when the recipe cannot comply.
  func resolve(
    _ resolved: RecipeOptions.Resolved
  ) throws(CommandFailure) -> (recipe: CompliantRecipe, retries: Int)? {
    guard
      let compliant = try policy.resolve(resolved, context: PolicyContext(context))
    else { return nil }
    return (
      compliant,
      complianceRetries ?? resolved.complianceRetries ?? CompliantRecipe.defaultRetries
    )
  }
}
