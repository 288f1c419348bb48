// A conformance of the engine's types to the parser's protocol takes public imports of both.
public import ArgumentParserWithoutFoundation
public import Passwright
import TextTools

extension PhraseRecipe.Placement: ExpressibleByArgument {}
extension PhraseRecipe.Separator: ExpressibleByArgument {}

/// The options for the phrase of words.
///
/// All are optional, to know which ones are given.
struct PhraseOptions: ParsableArguments {
  @Option(
    name: [.customShort("w", allowingJoined: true), .long], parsing: .unconditional,
    help: ArgumentHelp(
      "Draw this many words; none without this option. (IncludeWordPhrases, NumberOfWords)",
      valueName: "n"))
  var words: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draw only words of at most this many characters. (default: no limit; MaxWordLength)",
      valueName: "n"))
  var maxWordLength: Int?

  @Option(
    help: ArgumentHelp(
      """
      Place the words before, after or inside the characters. (default: prefix; PrefixAppend)
      """,
      valueName: "place"))
  var wordPlacement: PhraseRecipe.Placement?

  @Option(
    help: ArgumentHelp(
      "Separate words, and words from characters, with this. (default: dash; SeparateWords)",
      valueName: "separator"))
  var separator: PhraseRecipe.Separator?

  @Option(
    help: ArgumentHelp(
      """
      Draw words from this list: english-large, english-short, or a file with one word per line or \
      in diceware format; - is standard input. (default: the bundled list with more words that are \
      short enough)
      """,
      valueName: "name|file"),
    completion: .file())
  var wordlist: String?

  /// The recipe, or `nil` without words; `findsCount` says that there are words whose number is yet
  /// to be found.
  func recipe(findsCount: Bool) -> PhraseRecipe? {
    guard let words = words ?? (findsCount ? 1 : nil) else { return nil }
    var recipe = PhraseRecipe(wordCount: words)
    recipe.maxWordLength = maxWordLength
    recipe.placement = wordPlacement ?? recipe.placement
    recipe.separator = separator ?? recipe.separator
    recipe.wordlist = bundledName
    return recipe
  }

  private var bundledName: String? {
    wordlist.flatMap { Wordlist.Bundled(rawValue: $0)?.rawValue }
  }

  /// The caller's own word list, if one is named.
  func customWordlist(findsCount: Bool) throws(CommandFailure) -> Wordlist? {
    guard words != nil || findsCount, bundledName == nil, let wordlist else { return nil }
    return try WordlistFile(source: InputSource(wordlist)).read()
  }
}

extension PhraseOptions {
  /// The options given that are about words, except ``words`` itself.
  private var givenForWords: [String] {
    GivenOptions.names([
      .option("max-word-length", maxWordLength), .option("word-placement", wordPlacement),
      .option("separator", separator), .option("wordlist", wordlist),
    ])
  }

  /// The options given.
  var given: [String] { GivenOptions.names([.option("words", words)]) + givenForWords }

  /// Options that would be ignored silently.
  func usageProblems(hasCharacters: Bool, findsCount: Bool) -> [String] {
    let idle = givenForWords
    if words == nil && !findsCount && !idle.isEmpty {
      return ["no effect without --words: \(idle.joined(separator: ", ")); add --words N"]
    }
    if wordPlacement != nil && !hasCharacters {
      return ["--word-placement has no effect with --no-characters; leave out either"]
    }
    return []
  }
}
