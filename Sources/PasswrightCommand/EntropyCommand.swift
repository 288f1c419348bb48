import ArgumentParser
import ExactIntegers
import Passwright

/// `passwright entropy`: tells how hard the passwords of a recipe are to guess.
struct EntropyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entropy",
    abstract: "Tell how hard the passwords of a recipe are to guess.",
    discussion: """
      Takes the recipe, policy and rule options of generate; no password is handed out. \
      shannonBits is the mean over passwords of the bits to guess, minEntropyBits those of the \
      likeliest password, count the number of different passwords. Where isExact is false, the \
      bits are lower bounds and the count an upper bound: different draws can give the same \
      password, or a policy has words and patterns that are too much to count. isDecodable, for \
      a word list of yours, tells whether words of it that are joined with nothing can be told \
      apart again.
      """)

  /// How the figures are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, text
  }

  @OptionGroup var recipe: RecipeOptions

  @OptionGroup(title: "Policy")
  var policy: PolicyOptions

  @Option(help: ArgumentHelp("json: one object; text: for people.", valueName: "format"))
  var format: Format = .json

  func validate() throws {
    try UsageProblems.check(recipe.usageProblems() + policy.usageProblems)
  }

  func run() throws {
    let resolved = try recipe.resolve(under: policy)
    let entropy = try entropy(resolved)
    switch format {
    case .json: try StandardOutput.print(Self.json(resolved, entropy))
    case .text:
      let lines = RecipeDescription(resolved).lines(of: entropy)
      try StandardOutput.print(lines.joined(separator: "\n"))
    }
  }

  private func entropy(
    _ resolved: RecipeOptions.Resolved
  ) throws(CommandFailure) -> Entropy {
    guard let compliant = try policy.resolve(resolved) else { return resolved.compiled.entropy() }
    return compliant.entropy(try compliant.retriedChance())
  }

  private static func json(_ resolved: RecipeOptions.Resolved, _ entropy: Entropy) -> String {
    let recipe = resolved.compiled
    var members = [
      "\"shannonBits\":\(entropy.shannonBits)", "\"minEntropyBits\":\(entropy.minEntropyBits)",
      // A string: few readers of JSON keep an integer of this size.
      "\"count\":\"\(entropy.count)\"", "\"isExact\":\(entropy.isExact)",
      "\"alphabetLength\":\(recipe.alphabet.count)",
    ]
    if recipe.wordChoices > 0 { members.append("\"wordChoices\":\(recipe.wordChoices)") }
    if let decodability = resolved.decodability {
      members.append("\"isDecodable\":\(decodability >= .uniquelyDecodable)")
    }
    return "{\(members.joined(separator: ","))}"
  }
}
