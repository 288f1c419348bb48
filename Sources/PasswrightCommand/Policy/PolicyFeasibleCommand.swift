import ArgumentParserWithoutFoundation
import ExactIntegers
import Passwright

/// `passwright policy feasible`: whether a policy can be met, at which lengths and how well.
struct PolicyFeasibleCommand: ParsableCommand, DrawingOptions {
  static let configuration = CommandConfiguration(
    commandName: "feasible",
    abstract:
      "Report whether a recipe can meet a policy, at which lengths, and with how much entropy.",
    discussion: """
      Counts the passwords of each length: without --length, of 32 lengths from the shortest that \
      the policy and its counts allow. Rules that are too complex to count, such as long lists of \
      words, are named; the passwords counted are then those that meet the other rules, and random \
      draws, which are not shown, are checked for one that meets them all. If none of 10,000 does, \
      the answer is neither yes nor no.

      Examples:
        passwright policy feasible --policy corporate.json
        passwright policy feasible --max-digits 2 --min-types 4 --length 4-8 --no-symbols

      Exit status: 0 it can be met; 2 that is not known; 3 it cannot, with the rules in conflict.
      """)

  /// How the answer is written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
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

  @Option(
    help: ArgumentHelp(
      """
      Write text (one length per line) or json: one object with feasible (true, false, or null for \
      not known) and the lengths, or with the rules in conflict (code, parameters, requirement), \
      the nearest length that would do and the reason.
      """, valueName: "format"))
  var format: Format = .text

  /// How many lengths are counted when none are named.
  private static let lengthCount = 32

  func validate() throws {
    var problems = recipe.usageProblems() + policy.usageProblems
    if !policy.isGiven { problems.append("nothing to meet; give a policy or rules") }
    try UsageProblems.check(problems)
  }

  func run() throws {
    do throws(CommandFailure) {
      guard let compliant = try resolve() else { return }
      let isFeasible = try Self.isFeasible(compliant)
      let answer = format == .json ? json(compliant, isFeasible) : text(compliant)
      if !answer.isEmpty { try StandardOutput.printAnswer(answer) }
      if isFeasible == nil { throw Self.unknown(compliant) }
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
    guard recipe.namesNoLength else {
      return try recipe.resolve(under: policy).comply(with: compiled)
    }
    let lengths = try lengths(under: compiled)
    recipe.characters.length = lengths
    var resolved = try recipe.resolve(under: policy)
    do throws(CommandFailure) {
      return try resolved.comply(with: compiled)
    } catch .conflict(let conflict, _) where conflict.nearestLength ?? 0 > lengths.min {
      // Rules other than counts need more characters than the counts do.
      let window = window(from: conflict.nearestLength ?? 0, compiled.definition)
      if let moved = resolved.compiled.with(lengths: window.min...(window.max ?? window.min)) {
        resolved.compiled = moved
      }
      return try resolved.comply(with: compiled)
    } catch {
      throw error
    }
  }

  private func window(from minimum: Int, _ policy: Policy) -> LengthRange {
    let maximum = min(
      policy.length.max ?? .max, CharacterRecipe.maximumLength, minimum + Self.lengthCount - 1)
    return LengthRange(min: minimum, max: max(minimum, maximum))
  }

  /// The lengths from the minimum that the policy allows.
  private func lengths(
    under compiled: CompiledPolicy
  ) throws(CommandFailure) -> LengthRange {
    let policy = compiled.definition
    let base = try recipe.base(under: self.policy)
    let least = max(
      1, policy.length.min ?? 1, recipe.characters.leastLength(from: base),
      recipe.shortestLength(under: compiled, base, self.policy.rules))
    guard least <= CharacterRecipe.maximumLength else {
      throw .recipe([
        """
        no password can comply: its counts take \(least.grouped) characters, and a password has at \
        most \(CharacterRecipe.maximumLength.grouped); lower them
        """
      ])
    }
    return window(from: least, policy)
  }

  private static func isFeasible(_ compliant: CompliantRecipe) throws(CommandFailure) -> Bool? {
    do {
      return try compliant.isFeasible()
    } catch {
      throw .drawing(error, name: StandardOutput.name)
    }
  }

  private static func unknown(_ compliant: CompliantRecipe) -> CommandFailure {
    let codes = compliant.uncountedRules.map(\.code).joined(separator: ", ")
    return .operational([
      """
      not known whether a password complies: not counted: \(codes), and none of 10,000 random \
      draws complies; change the recipe or loosen the policy
      """
    ])
  }

  private func text(_ compliant: CompliantRecipe) -> String {
    let lengths = compliant.lengths ?? []
    var lines = lengths.map { length in
      let bits = length.minEntropyBits.rounded(toPlaces: 2)
      let passwords = length.count == 1 ? "1 password" : "\(length.count) passwords"
      // Without a rule that is not counted, a figure is inexact where passwords coincide.
      let isBound = !length.isExact && compliant.uncountedRules.isEmpty
      let name =
        compliant.recipe.phrase == nil
        ? "\(String.counting(length.length, "character")): "
        : length.length == 0
          ? "" : "\(String.counting(length.length, "character")) beside the words: "
      if !compliant.uncountedRules.isEmpty { return "\(name)at most \(passwords)" }
      return isBound
        ? "\(name)at most \(passwords), at least \(bits) bits"
        : "\(name)\(passwords), \(bits) bits"
    }
    if compliant.lengths == nil { lines.append("too complex to count") }
    if !compliant.uncountedRules.isEmpty {
      let codes = compliant.uncountedRules.map(\.code).joined(separator: ", ")
      lines.append("not counted: \(codes)")
    }
    return lines.joined(separator: "\n")
  }

  private func json(_ compliant: CompliantRecipe, _ isFeasible: Bool?) -> String {
    // Rules that are not counted leave fewer passwords, and the bits of the others are no bound.
    let isKnown = compliant.uncountedRules.isEmpty
    let lengths = (compliant.lengths ?? []).map { length in
      let bits =
        isKnown ? ("\(length.shannonBits)", "\(length.minEntropyBits)") : ("null", "null")
      return "{\"length\":\(length.length),\"count\":\"\(length.count)\","
        + "\"shannonBits\":\(bits.0),\"minEntropyBits\":\(bits.1),\"isExact\":\(length.isExact)}"
    }
    let codes = compliant.uncountedRules.map(\.code.json).joined(separator: ",")
    let answer = isFeasible.map { "\($0)" } ?? "null"
    return "{\"feasible\":\(answer),\"lengths\":[\(lengths.joined(separator: ","))],"
      + "\"uncounted\":[\(codes)]}"
  }

  private func json(_ failure: CommandFailure) -> String {
    let (found, nearestLength): ([Rule], Int?) =
      switch failure {
      case .conflict(let conflict, _): (conflict.rules, conflict.nearestLength)
      case .contradiction(let rules, _): (rules, nil)
      default: ([], nil)
      }
    let rules = found.map { $0.json(sentence: "requirement", $0.requirement) }
    let nearest = nearestLength.map { "\($0)" } ?? "null"
    return "{\"feasible\":false,\"conflict\":[\(rules.joined(separator: ","))],"
      + "\"nearestLength\":\(nearest),"
      + "\"reason\":\(failure.lines.joined(separator: "\n").json)}"
  }
}

extension RecipeOptions {
  /// The fewest characters that the counts of a policy need.
  fileprivate func shortestLength(
    under policy: CompiledPolicy, _ base: DrawnBase?, _ rules: RuleOptions
  ) -> Int {
    guard var drawn = characters.recipe(from: base) else { return 1 }
    if let allowed = rules.drawnCharacters { drawn = drawn.restricted(to: allowed) }
    return policy.shortestLength(
      of: PasswordRecipe(characters: drawn, phrase: phrase.recipe(findsCount: false)))
  }
}
