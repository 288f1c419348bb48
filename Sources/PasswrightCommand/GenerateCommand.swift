import ArgumentParser
import Passwright
import Platform

/// `passwright generate`: draws passwords and writes them out.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Make passwords.",
    discussion: """
      Without options: one password of 20 letters, digits and symbols, each of the four classes at \
      least once. Names in parentheses are those of the source API.

      Examples:
        passwright generate -n 10 --length 16-24
        passwright generate --words 6 --no-characters --separator space
        passwright generate --pattern ullll-nnnn-ss
        passwright generate -n 1000000 --format csv -o new.csv
      """)

  @OptionGroup(title: "Output")
  var output: OutputOptions

  @OptionGroup var recipe: RecipeOptions

  func validate() throws {
    try UsageProblems.check(
      recipe.usageProblems(others: output.givenForQuery) + output.usageProblems)
  }

  func run() throws {
    Platform.ignoreBrokenPipeSignal()
    Platform.ignoreFileSizeSignal()
    let resolved = try recipe.resolve()
    let count = output.count ?? resolved.quantity ?? 1
    if output.verbose == true {
      StandardError.print(RecipeDescription(resolved).lines.joined(separator: "\n"))
    }
    let layout = layout(of: resolved.compiled)
    var target = try OutputTarget.open(path: output.path, replaces: output.force == true)
    let run = GenerationRun(
      recipe: resolved.compiled, count: count, layout: layout, descriptor: target.descriptor)
    do {
      try run.run(threads: output.threads(for: count))
    } catch {
      throw CommandFailure.generation(error, name: target.name)
    }
    try target.finish()
  }

  /// The layout of the format; none for one password a line.
  ///
  /// Only a format that carries the entropy takes the time to compute it.
  private func layout(of recipe: CompiledRecipe) -> RecordLayout? {
    guard output.format != .text else { return nil }
    let entropy = recipe.entropy()
    let (bits, minBits) = (entropy.shannonBits, entropy.minEntropyBits)
    return switch output.format {
    case .text: nil
    case .json: .json(entropyBits: bits, minEntropyBits: minBits)
    case .ndjson: .ndjson(entropyBits: bits, minEntropyBits: minBits)
    case .csv: .csv(entropyBits: bits, minEntropyBits: minBits)
    }
  }
}

/// Several complaints about a command line at once.
enum UsageProblems {
  static func check(_ problems: [String]) throws {
    guard !problems.isEmpty else { return }
    throw ValidationError(problems.joined(separator: "\n" + CommandFailure.linePrefix))
  }
}
