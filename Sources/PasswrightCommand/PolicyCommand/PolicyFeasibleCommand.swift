import ArgumentParser
import ExactIntegers
import Passwright

/// `passwright policy feasible`: tells whether a policy can be met, at which lengths and how well.
struct PolicyFeasibleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feasible",
    abstract:
      "Tell whether a recipe can meet a policy, at which lengths, and with how much entropy.",
    discussion: """
      Nothing is drawn. The passwords of each length are counted: without --length, of 32 lengths \
      from the least that the policy allows. Rules that are too much to count, such as long lists \
      of words, are named; the passwords counted are then those that meet the others.

      Examples:
        passwright policy feasible --policy corporate.json
        passwright policy feasible --max-digits 2 --min-types 4 --length 4-8 --no-symbols

      Exit status: 0 it can be met; 3 it cannot, with the rules in conflict.
      """)

  /// How the answer is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @OptionGroup var recipe: RecipeOptions

  @OptionGroup(title: "Policy")
  var policy: PolicyOptions

  @Option(
    help: ArgumentHelp(
      """
      text: a length a line; json: one object with feasible and the lengths, or with the rules in \
      conflict (code, parameters, requirement), the nearest length that would do and the reason.
      """, valueName: "format"))
  var format: Format = .text

  /// How many lengths are looked at when none are named.
  private static let lengthCount = 32

  func validate() throws {
    var problems = recipe.usageProblems() + policy.usageProblems
    if !policy.isGiven { problems.append("nothing to meet; name a policy or rules") }
    try UsageProblems.check(problems)
  }

  func run() throws {
    do throws(CommandFailure) {
      guard let compliant = try resolve() else { return }
      try StandardOutput.printAnswer(format == .json ? json(compliant) : text(compliant))
    } catch {
      if format == .json, error.status == CommandFailure.recipe([]).status {
        try StandardOutput.printAnswer(json(error))
      }
      throw error
    }
  }

  /// The recipe under the policy, which is read once: it may come from standard input.
  private func resolve() throws(CommandFailure) -> CompliantRecipe? {
    guard recipe.minEntropy == nil else {
      return try policy.resolve(recipe.resolve(under: policy))
    }
    guard let compiled = try policy.compile(hasPattern: recipe.characters.hasPattern)
    else { return nil }
    var recipe = recipe
    if recipe.namesNoLength { recipe.characters.length = try lengths(under: compiled.policy) }
    return try recipe.resolve(under: policy).comply(with: compiled)
  }

  /// The lengths from the least that the policy allows.
  private func lengths(under policy: Policy) throws(CommandFailure) -> LengthRange {
    let least = max(
      1, policy.length.min ?? 1,
      recipe.characters.leastLength(from: try recipe.base(under: self.policy)))
    let most = min(policy.length.max ?? .max, least + Self.lengthCount - 1)
    return LengthRange(min: least, max: max(least, most))
  }

  private func text(_ compliant: CompliantRecipe) -> String {
    let lengths = compliant.lengths ?? []
    var lines = lengths.map { length in
      let bits = length.minEntropyBits.rounded(toPlaces: 2)
      let passwords = length.count == 1 ? "1 password" : "\(length.count) passwords"
      let name =
        compliant.recipe.phrase == nil
        ? "\(String.counting(length.length, "character")): "
        : length.length == 0
          ? "" : "\(String.counting(length.length, "character")) beside the words: "
      return "\(name)\(passwords), \(bits) bits"
    }
    if compliant.lengths == nil { lines.append("too much to count") }
    if !compliant.uncountedRules.isEmpty {
      let codes = compliant.uncountedRules.map(\.code).joined(separator: ", ")
      lines.append("not counted: \(codes)")
    }
    return lines.joined(separator: "\n")
  }

  private func json(_ compliant: CompliantRecipe) -> String {
    let lengths = (compliant.lengths ?? []).map { length in
      "{\"length\":\(length.length),\"count\":\"\(length.count)\","
        + "\"shannonBits\":\(length.shannonBits),\"minEntropyBits\":\(length.minEntropyBits)}"
    }
    let codes = compliant.uncountedRules.map(\.code.json).joined(separator: ",")
    return "{\"feasible\":true,\"lengths\":[\(lengths.joined(separator: ","))],"
      + "\"uncounted\":[\(codes)]}"
  }

  private func json(_ failure: CommandFailure) -> String {
    var conflict: PolicyConflict?
    if case .conflict(let found, _) = failure { conflict = found }
    let rules = (conflict?.rules ?? []).map { $0.json(sentence: "requirement", $0.requirement) }
    let nearest = conflict?.nearestLength.map { "\($0)" } ?? "null"
    return "{\"feasible\":false,\"conflict\":[\(rules.joined(separator: ","))],"
      + "\"nearestLength\":\(nearest),"
      + "\"reason\":\(failure.lines.joined(separator: "\n").json)}"
  }
}
