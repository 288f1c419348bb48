import ArgumentParserWithoutFoundation
import ExactIntegers
import Passwright

/// `passwright entropy`: reports how hard the passwords of a recipe are to guess.
struct EntropyCommand: ParsableCommand, DrawingOptions {
  static let configuration = CommandConfiguration(
    commandName: "entropy",
    abstract: "Report how hard the passwords of a recipe are to guess.",
    discussion: """
      Takes the recipe, policy and rule options of generate, but hands out no password. \
      shannonBits is the mean over all passwords of the bits to guess, minEntropyBits those of the \
      likeliest password, count the number of different passwords. method says how the bits were \
      found. counted: they are exact. bounded: they are proved lower bounds, because different \
      draws can give the same password. estimated: a policy has rules that are too complex to \
      count, and the bits rest on the share of random draws (their number is draws) that complied; \
      with the given confidence they are lower bounds, and they differ a little from run to run. \
      notCounted: nothing is known, and the bits are null. The count is an upper bound unless \
      isExact is true. isDecodable, for your own word list, says whether its words can be told \
      apart again when they are joined without a separator.
      """)

  /// How the figures are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, text
  }

  @OptionGroup(title: "Characters")
  var characters: CharacterOptions

  @OptionGroup(title: "Words")
  var phrase: PhraseOptions

  @OptionGroup var target: EntropyTargetOptions

  @OptionGroup(title: "Passwordstate")
  var query: QueryOptions

  @OptionGroup(title: "Policy")
  var policyFile: PolicyFileOptions

  @OptionGroup(title: "Policy")
  var rules: RuleOptions

  @Option(help: ArgumentHelp("Write json (one object) or text (for people).", valueName: "format"))
  var format: Format = .json

  func validate() throws {
    try UsageProblems.check(recipe.usageProblems() + policy.usageProblems)
  }

  func run() throws {
    let resolved = try recipe.resolve(under: policy)
    let (entropy, method) = try entropy(resolved)
    switch format {
    case .json: try StandardOutput.print(Self.json(resolved, entropy, method))
    case .text:
      let lines = RecipeDescription(resolved).lines(of: entropy, method)
      try StandardOutput.print(lines.joined(separator: "\n"))
    }
  }

  private func entropy(
    _ resolved: RecipeOptions.Resolved
  ) throws(CommandFailure) -> (Entropy, EntropyMethod) {
    guard let compliant = try policy.resolve(resolved) else {
      let entropy = resolved.compiled.entropy()
      return (entropy, EntropyMethod(entropy))
    }
    let figures = try compliant.reportedFigures()
    return (figures.entropy, figures.method)
  }

  private static func json(
    _ resolved: RecipeOptions.Resolved, _ entropy: Entropy, _ method: EntropyMethod
  ) -> String {
    let recipe = resolved.compiled
    let isKnown = method != .notCounted
    var members = [
      "\"shannonBits\":\(isKnown ? "\(entropy.shannonBits)" : "null")",
      "\"minEntropyBits\":\(isKnown ? "\(entropy.minEntropyBits)" : "null")",
      // A string: few readers of JSON keep an integer of this size.
      "\"count\":\"\(entropy.count)\"", "\"isExact\":\(entropy.isExact)",
      "\"method\":\(method.name.json)",
      "\"alphabetLength\":\(recipe.alphabet.count)",
    ]
    if case .estimated(let draws) = method {
      members.append("\"draws\":\(draws)")
      members.append("\"confidence\":\(EntropyMethod.confidence)")
    }
    if recipe.wordChoices > 0 { members.append("\"wordChoices\":\(recipe.wordChoices)") }
    if let decodability = resolved.decodability {
      members.append("\"isDecodable\":\(decodability >= .uniquelyDecodable)")
    }
    return "{\(members.joined(separator: ","))}"
  }
}
