import ArgumentParser
import BigInt
import Passwright
import Platform

/// `passwright entropy`: tells how hard the passwords of a recipe are to guess.
struct EntropyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entropy",
    abstract: "Tell how hard the passwords of a recipe are to guess.",
    discussion: """
      Takes the recipe options of generate; nothing is drawn. shannonBits is the mean over \
      passwords of the bits to guess, minEntropyBits those of the likeliest password, count the \
      number of different passwords. Where isExact is false, different draws can give the same \
      password: the bits are then lower bounds and the count an upper bound.
      """)

  /// How the figures are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, text
  }

  @OptionGroup var recipe: RecipeOptions

  @Option(help: ArgumentHelp("json: one object; text: for people.", valueName: "format"))
  var format: Format = .json

  func validate() throws {
    try UsageProblems.check(recipe.usageProblems())
  }

  func run() throws {
    Platform.ignoreBrokenPipeSignal()
    let resolved = try recipe.resolve()
    switch format {
    case .json: try StandardOutput.print(Self.json(resolved.compiled))
    case .text:
      let text = RecipeDescription(resolved).entropyLines.joined(separator: "\n")
      try StandardOutput.print(text)
    }
  }

  private static func json(_ recipe: CompiledRecipe) -> String {
    let entropy = recipe.entropy()
    var members = [
      "\"shannonBits\":\(entropy.shannonBits)", "\"minEntropyBits\":\(entropy.minEntropyBits)",
      // A string: few readers of JSON keep an integer of this size.
      "\"count\":\"\(entropy.count)\"", "\"isExact\":\(entropy.isExact)",
      "\"alphabetLength\":\(recipe.alphabet.count)",
    ]
    if recipe.wordChoices > 0 { members.append("\"wordChoices\":\(recipe.wordChoices)") }
    return "{\(members.joined(separator: ","))}"
  }
}
