import ArgumentParserWithoutFoundation
import Passwright

/// The options for what to draw, the same for every subcommand.
///
/// Subcommands declare the groups side by side: the argument parser looks at a group four times for
/// each level that it is nested, and each time at all groups in it, so that a debug build would take
/// a second to start.
struct RecipeOptions {
  var characters: CharacterOptions
  let phrase: PhraseOptions
  let minEntropy: Double?
  let query: QueryOptions

  init(
    _ characters: CharacterOptions, _ phrase: PhraseOptions, _ target: EntropyTargetOptions,
    _ query: QueryOptions
  ) {
    self.characters = characters
    self.phrase = phrase
    minEntropy = target.minEntropy
    self.query = query
  }

  /// What is drawn, and how it came about.
  struct Resolved {
    var compiled: CompiledRecipe
    /// How many passwords the query requests, if there is a query.
    let quantity: Int?
    /// How often the query allows a password to be retried, if it says.
    let complianceRetries: Int?
    /// The caller's own word list and its name, if there is one.
    let wordlist: (list: Wordlist, name: String)?
    /// The recipe under the policy, where finding its length took that.
    var compliant: CompliantRecipe?

    /// What can be told of the words of the caller's own list that are short enough to be drawn, when
    /// they are joined with nothing; `nil` without such a list.
    var decodability: Wordlist.Decodability? {
      wordlist.map { wordlist in
        let maximum = compiled.definition.phrase?.maxWordLength
        return (maximum.map { wordlist.list.words(ofAtMost: $0) } ?? wordlist.list).decodability
      }
    }
  }

  /// What is wrong with the options as such, one problem per line.
  ///
  /// `others` are the options given outside this group that a query excludes.
  func usageProblems(others: [String] = []) -> [String] {
    guard query.query == nil else {
      let clashing =
        others + characters.given + phrase.given
        + GivenOptions.names([.option("min-entropy", minEntropy)])
      return clashing.isEmpty
        ? []
        : ["--query gives the whole recipe; leave out \(clashing.joined(separator: ", "))"]
    }
    return characters.usageProblems
      + phrase.usageProblems(hasCharacters: characters.isOn, findsCount: findsWordCount)
      + minEntropyProblems
  }

  private static let mostEntropy = 20_000.0

  private var minEntropyProblems: [String] {
    guard let minEntropy else { return [] }
    let idle = GivenOptions.names([
      .option("length", characters.length), .option("pattern", characters.pattern),
      .option("words", characters.isOn ? nil : phrase.words),
    ])
    var problems = idle.map { "--min-entropy determines what \($0) sets; leave out either" }
    if !(minEntropy > 0 && minEntropy <= Self.mostEntropy) {
      problems.append(
        "--min-entropy \(minEntropy) is out of range; use more than 0 and at most 20,000 bits")
    }
    return problems
  }

  /// Whether the number of words is to be found.
  private var findsWordCount: Bool { minEntropy != nil && !characters.isOn }

  /// Whether a length could be given but is not.
  var namesNoLength: Bool {
    query.query == nil && minEntropy == nil && characters.length == nil && characters.isOn
      && characters.pattern == nil
  }

  /// Reads the query and the word list, and compiles the recipe.
  ///
  /// - Parameters:
  ///   - policy: what passwords comply with: the characters that it permits alone are drawn.
  ///   - context: whose passwords they are.
  /// - Returns: the recipe.
  /// - Throws: ``CommandFailure`` with every problem of the query, the word list and the recipe.
  func resolve(
    under policy: PolicyOptions, context: PolicyContext? = nil
  ) throws(CommandFailure) -> Resolved {
    let rules = policy.rules
    if var query = try query.parse() {
      query.recipe.restrict(to: rules.drawnCharacters)
      let compiled = try Self.compile(query.recipe, wordlist: nil, isQuery: true, rules)
      return Resolved(
        compiled: compiled, quantity: query.quantity, complianceRetries: query.complianceRetries,
        wordlist: nil)
    }
    let base = try base(under: policy)
    let wordlist = try phrase.customWordlist(findsCount: findsWordCount)
    var recipe = PasswordRecipe(
      characters: characters.recipe(from: base),
      phrase: phrase.recipe(findsCount: findsWordCount))
    recipe.restrict(to: rules.drawnCharacters)
    let named = wordlist.map { ($0, phrase.wordlist ?? "") }
    guard let minEntropy else {
      let compiled = try Self.compile(recipe, wordlist: wordlist, isQuery: false, rules)
      return Resolved(
        compiled: compiled, quantity: nil, complianceRetries: nil, wordlist: named)
    }
    let compliant = try Self.find(
      recipe, wordlist: wordlist, policy: policy.compile() ?? .empty, context: context,
      bits: minEntropy)
    return Resolved(
      compiled: compliant.recipe, quantity: nil, complianceRetries: nil, wordlist: named,
      compliant: policy.isGiven ? compliant : nil)
  }

  private static func find(
    _ recipe: PasswordRecipe, wordlist: Wordlist?, policy: CompiledPolicy, context: PolicyContext?,
    bits: Double
  ) throws(CommandFailure) -> CompliantRecipe {
    do {
      return try CompliantRecipe(
        reaching: bits, recipe, wordlist: wordlist, policy: policy, context: context)
    } catch {
      throw .drawing(error, name: StandardOutput.name)
    }
  }

  private static func compile(
    _ recipe: PasswordRecipe, wordlist: Wordlist?, isQuery: Bool, _ rules: RuleOptions
  ) throws(CommandFailure) -> CompiledRecipe {
    do {
      return try CompiledRecipe(recipe, wordlist: wordlist)
    } catch {
      throw .recipe(
        error.problems.map { problem in
          let names = problem.optionNames(isQuery: isQuery)
          let advice = isQuery ? problem.queryAdvice.map { "; \($0)" } ?? "" : ""
          return
            "\(problem)\(advice) (\(names)\(problem.isOfCharacters ? rules.narrowingOptions : ""))"
        })
    }
  }
}

extension PasswordRecipe {
  fileprivate mutating func restrict(to characters: ASCIISet?) {
    guard let characters else { return }
    self.characters = self.characters?.restricted(to: characters)
  }
}

/// How strong to draw, in place of how long.
struct EntropyTargetOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Reach this min-entropy, in bits: find the shortest length that has it under the policy or, \
      with --no-characters, the smallest number of words.
      """,
      valueName: "bits"))
  var minEntropy: Double?
}

/// A recipe as Passwordstate writes it.
struct QueryOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Take the recipe from a query string of Passwordstate, such as \
      'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'; no other recipe option \
      can be used with it, and no class is required.
      """,
      valueName: "k=v&..."))
  var query: String?

  /// The query, if there is one.
  func parse() throws(CommandFailure) -> PasswordstateQuery? {
    guard let query else { return nil }
    do {
      return try PasswordstateQuery(parsing: query)
    } catch {
      throw .usage(error.problems.map { "--query: \($0)" })
    }
  }
}

extension CompiledPolicy {
  /// A policy without rules.
  static var empty: CompiledPolicy {
    do {
      return try CompiledPolicy(Policy())
    } catch {
      fatalError("no rule can be wrong, and yet: \(error)")
    }
  }
}
