import ArgumentParserWithoutFoundation
import PasswordHistorySQLite
import Passwright
import Platform
import TextTools

/// `passwright generate`: draws passwords and writes them out.
struct GenerateCommand: AsyncParsableCommand, DrawingOptions {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Generate passwords.",
    discussion: """
      Without options: one password of 20 letters, digits and symbols, with at least one lowercase \
      letter, one uppercase letter, one digit and one symbol. Names in parentheses are \
      Passwordstate's.

      Examples:
        passwright generate -n 10 --length 16-24
        passwright generate --words 6 --no-characters --separator space
        passwright generate --pattern ullll-nnnn-ss
        passwright generate --policy corporate.json -n 1000
        passwright generate --safe url --safe shell --max-run 2 --no-sequences
        passwright generate --rules 'minlength: 8; required: lower, upper; required: digit'
        passwright generate -n 1000000 --format csv -o new.csv
      """)

  @OptionGroup(title: "Output")
  var output: OutputOptions

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

  @OptionGroup(title: "Policy")
  var retries: RetryOptions

  @OptionGroup(title: "History")
  var history: RecordingOptions

  private var compliance: ComplianceOptions { ComplianceOptions(policy, retries) }

  func validate() throws {
    try UsageProblems.check(
      recipe.usageProblems(others: output.givenForQuery) + compliance.usageProblems
        + history.usageProblems(output) + output.usageProblems + inputProblems)
  }

  /// Standard input has one reader.
  private var inputProblems: [String] {
    guard let accounts = history.accounts, InputSource(accounts).isStandardInput else { return [] }
    let others = [
      ("policy", compliance.policy.policy?.isStandardInput == true),
      ("word list", recipe.phrase.wordlist.map { InputSource($0).isStandardInput } == true),
    ]
    return others.filter(\.1).map {
      "the accounts and the \($0.0) both come from standard input; name a file for one of them"
    }
  }

  func run() async throws {
    let resolved = try recipe.resolve(
      under: compliance.policy, context: PolicyContext(compliance.context))
    let count = output.count ?? resolved.quantity ?? 1
    // A query gives the count, too.
    let problems = output.newlineProblems(count: count)
    guard problems.isEmpty else { throw CommandFailure.usage(problems) }
    let compliant = try compliance.resolve(resolved)
    let isVerbose = output.verbose == true
    if isVerbose {
      StandardError.print(RecipeDescription(resolved).lines.joined(separator: "\n"))
    }
    let needsFigures = isVerbose || output.format != .text
    let known = needsFigures ? try compliant?.recipe.reportedFigures() : nil
    if isVerbose, let compliant, let known {
      let description = ComplianceDescription(
        policyName: compliance.policy.shownName, recipe: compliant.recipe,
        retries: compliant.retries, figures: known, hasHistory: history.history != nil)
      StandardError.print(description.lines(count: count).joined(separator: "\n"))
    }
    let figures = figures(resolved.compiled, known)
    if let path = history.history, let keyFile = history.historyKey {
      // A history without a policy records and compares nothing.
      let drawn = try compliant ?? Self.anything(resolved.compiled)
      try await record(drawn, count: count, in: path, keyFile: keyFile, figures: figures)
    } else {
      try write(resolved.compiled, compliant, count: count, figures: figures)
    }
  }

  // MARK: Ways to draw

  private func write(
    _ recipe: CompiledRecipe, _ compliant: (recipe: CompliantRecipe, retries: Int)?, count: Int,
    figures: Figures?
  ) throws {
    var target = try OutputTarget.open(path: output.path, replaces: output.force == true)
    let run = GenerationRun(
      recipe: recipe, compliance: compliant, count: count, layout: layout(figures),
      endsInNewline: output.endsInNewline, descriptor: target.descriptor)
    do {
      try run.run(threads: output.threads(for: count))
    } catch {
      throw CommandFailure.drawing(error, name: target.name)
    }
    try target.finish()
  }

  private func record(
    _ compliant: (recipe: CompliantRecipe, retries: Int), count: Int, in path: String,
    keyFile: String, figures: Figures?
  ) async throws {
    let digester = try PasswordDigester.open(
      keyFile: keyFile, previous: history.previousHistoryKey)
    if let accounts = history.accounts, let output = output.path, let figures {
      let list = try AccountList(path: accounts)
      // A run that is refused must not leave its key in the history: it is admitted by the run.
      let store = try await SQLiteHistoryStore.open(path, opening: .orCreate)
      let run = AccountsRun(
        accounts: list.entries, readsStandardInput: accounts == "-",
        forbidsNames: compliance.policy.isGiven,
        recipe: compliant.recipe, retries: compliant.retries,
        store: store, digester: digester, layout: AccountLayout(self.output.format, figures),
        fingerprint: RunFingerprint(
          compliant.recipe, context: compliance.context, digester: digester))
      try await run.run(to: output, isVerbose: self.output.verbose == true)
      return
    }
    let account = try AccountID(argument: history.account ?? "")
    let store = try await SQLiteHistoryStore.open(path, opening: .orCreate, admitting: digester)
    let run = AccountRun(
      recipe: compliant.recipe, retries: compliant.retries,
      reuse: ReuseCheck(account: account, store: store, digester: digester),
      context: compliance.policy.isGiven ? PolicyContext(account: account) : nil,
      layout: layout(figures), endsInNewline: output.endsInNewline)
    var target = try OutputTarget.open(path: output.path, replaces: output.force == true)
    // Nothing is drawn, and hence recorded, for an output that cannot be written.
    try target.checkWritable()
    do {
      try await run.run(count: count, to: target.descriptor)
    } catch .drawing(.generator(.output(let error))) where count > 0 {
      throw CommandFailure.lostPassword(error, name: target.name)
    } catch {
      throw CommandFailure.compliance(error, name: target.name)
    }
    try target.finish()
  }

  /// The recipe under a policy without rules.
  private static func anything(
    _ recipe: CompiledRecipe
  ) throws(CommandFailure) -> (recipe: CompliantRecipe, retries: Int) {
    do {
      return (try CompliantRecipe(recipe, policy: .empty), 0)
    } catch {
      throw .drawing(error, name: StandardOutput.name)
    }
  }

  // MARK: Figures and formats

  /// The entropy of what is drawn, in bits.
  ///
  /// It is computed only for a format that shows it.
  private func figures(
    _ recipe: CompiledRecipe, _ known: ComplianceFigures?
  ) -> Figures? {
    guard output.format != .text else { return nil }
    let entropy = known?.entropy ?? recipe.entropy()
    return Figures(
      entropyBits: entropy.shannonBits, minEntropyBits: entropy.minEntropyBits,
      isExact: entropy.isExact, isKnown: known?.method != .notCounted)
  }

  /// The layout of the format; none for one password per line.
  private func layout(_ figures: Figures?) -> RecordLayout? {
    guard let figures else { return nil }
    return switch output.format {
    case .text: nil
    case .json: .json(figures)
    case .ndjson: .ndjson(figures)
    case .csv: .csv(figures)
    }
  }
}

/// Several usage errors at once.
enum UsageProblems {
  static func check(_ problems: [String]) throws {
    guard !problems.isEmpty else { return }
    throw ValidationError(problems.joined(separator: "\n" + CommandFailure.linePrefix))
  }
}
