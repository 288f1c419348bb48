import ArgumentParser
import Passwright

/// The options that say what to draw, the same for every subcommand.
struct RecipeOptions: ParsableArguments {
  @OptionGroup(title: "Characters")
  var characters: CharacterOptions

  @OptionGroup(title: "Words")
  var phrase: PhraseOptions

  @OptionGroup(title: "Source API")
  var query: QueryOptions

  /// What is drawn, and how it came about.
  struct Resolved {
    let compiled: CompiledRecipe
    /// How many passwords the query asks for, if there is a query.
    let quantity: Int?
    /// How often the query lets a password be drawn anew, if it says.
    let complianceRetries: Int?
    /// The caller's own word list and its name, if there is one.
    let wordlist: (list: Wordlist, name: String)?
  }

  /// What is wrong with the options as such, one problem a line.
  ///
  /// `others` are the options given outside this group that a query excludes.
  func usageProblems(others: [String] = []) -> [String] {
    guard query.query == nil else {
      let clashing = others + characters.given + phrase.given
      return clashing.isEmpty
        ? []
        : ["--query says all of the recipe; leave out \(clashing.joined(separator: ", "))"]
    }
    return characters.usageProblems + phrase.usageProblems(hasCharacters: characters.isOn)
  }

  /// Reads the query and the word list, and compiles the recipe.
  ///
  /// - Parameter rules: those that say which characters may be drawn, and for a site what else.
  /// - Returns: the recipe.
  /// - Throws: ``CommandFailure`` with every problem of the query, the word list and the recipe.
  func resolve(under rules: RuleOptions) throws(CommandFailure) -> Resolved {
    if var query = try query.parse() {
      query.recipe.restrict(to: rules.drawnCharacters)
      let compiled = try Self.compile(query.recipe, wordlist: nil, isQuery: true, rules)
      return Resolved(
        compiled: compiled, quantity: query.quantity, complianceRetries: query.complianceRetries,
        wordlist: nil)
    }
    let wordlist = try phrase.customWordlist()
    var recipe = PasswordRecipe(
      characters: characters.recipe(for: rules.siteRules), phrase: phrase.recipe)
    recipe.restrict(to: rules.drawnCharacters)
    let compiled = try Self.compile(recipe, wordlist: wordlist, isQuery: false, rules)
    return Resolved(
      compiled: compiled, quantity: nil, complianceRetries: nil,
      wordlist: wordlist.map { ($0, phrase.wordlist ?? "") })
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
          return "\(problem) (\(names)\(problem.isOfCharacters ? rules.narrowingOptions : ""))"
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

/// The source API's own way to say a recipe.
struct QueryOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      The recipe as the query string of the source API, such as \
      'IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&Qty=5'; no other recipe \
      option goes with it, and no class is required.
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
