import ArgumentParserWithoutFoundation
import Passwright

/// The options for the segment of characters.
///
/// All are optional, to know which ones are given.
struct CharacterOptions: ParsableArguments {
  @Option(
    name: [.customShort("l", allowingJoined: true), .long], parsing: .unconditional,
    help: ArgumentHelp(
      """
      Set the length in characters, or a range whose lengths are equally likely; words are added \
      to it. (default: 20; minLength, maxLength)
      """,
      valueName: "n|n-m"),
    transform: LengthRange.init(argument:))
  var length: LengthRange?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to draw a to z. (default: --lower; lowerCaseChars)")
  var lower: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to draw A to Z. (default: --upper; upperCaseChars)")
  var upper: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to draw 0 to 9. (default: --digits; numericChars)")
  var digits: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to draw symbols. (default: --symbols; specialChars)")
  var symbols: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Whether to draw brackets. (default: --no-brackets; bracketChars)")
  var brackets: Bool?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draw symbols from these. (default: !#$%^&*+/=_-; specialCharsText)", valueName: "chars"))
  var symbolSet: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Draw brackets from these. (default: [](){}<>; bracketCharsText)", valueName: "chars"))
  var bracketSet: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: """
      Whether to draw letters and digits that look alike: I l 1 O 0. (default: --ambiguous; \
      ambiguousChars)
      """)
  var ambiguous: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help:
      """
      Whether to limit symbols and brackets to one position in seven on average. (default: \
      --no-higher-alpha-ratio; higherAlphaRatio)
      """
  )
  var higherAlphaRatio: Bool?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: """
      Whether to require each enabled class at least once. (default: --require-each, except with \
      --pattern, --rules or a policy that lists what is allowed)
      """
  )
  var requireEach: Bool?

  @Option(
    name: [.customShort("x", allowingJoined: true), .long], parsing: .unconditional,
    help: ArgumentHelp("Never draw these characters. (excludeChars)", valueName: "chars"))
  var exclude: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      Draw each position by a mask: l lowercase, u uppercase, n digit, s symbol, b bracket, a any \
      enabled character; any other character stands for itself, as does one after a backslash. \
      (GeneratePattern, Pattern)
      """,
      valueName: "mask"))
  var pattern: String?

  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help:
      """
      Whether to draw characters; without them, a password is words alone. (default: --characters; \
      IncludeAlphaSpecial)
      """
  )
  var characters: Bool?

  var isOn: Bool { characters ?? true }

  /// Whether no option says which classes are drawn or with which characters.
  var namesNoClass: Bool {
    [lower, upper, digits, symbols, brackets].allSatisfy { $0 == nil } && symbolSet == nil
      && bracketSet == nil && !hasPattern
  }

  /// An empty pattern counts as none.
  var hasPattern: Bool { pattern?.isEmpty == false }

  /// The minimum length that has room for what the recipe requires.
  func leastLength(from base: DrawnBase?) -> Int {
    guard let recipe = recipe(from: base), recipe.requireEach else { return 1 }
    return recipe.enabledClasses.count
  }

  /// Makes the recipe.
  ///
  /// - Parameter base: what is drawn by default; `nil` for the usual recipe.
  /// - Returns: the recipe, or `nil` when the segment is switched off.
  func recipe(from base: DrawnBase?) -> CharacterRecipe? {
    guard isOn else { return nil }
    var recipe = base?.recipe ?? CharacterRecipe()
    if let length {
      recipe.minLength = length.min
      recipe.maxLength = length.max
    }
    recipe.lowercase = lower ?? recipe.lowercase
    recipe.uppercase = upper ?? recipe.uppercase
    recipe.digits = digits ?? recipe.digits
    recipe.symbols = symbols ?? (recipe.symbols || symbolSet != nil)
    recipe.symbolSet = symbolSet ?? recipe.symbolSet
    recipe.brackets = brackets ?? false
    recipe.bracketSet = bracketSet
    recipe.includesAmbiguous = ambiguous ?? true
    recipe.excluded += exclude ?? ""
    recipe.higherAlphaRatio = higherAlphaRatio ?? false
    recipe.pattern = pattern
    // A pattern says what each position holds, and the rules of a site or a policy what there must be;
    // they are not refused for leaving a class out.
    recipe.requireEach = requireEach ?? (!hasPattern && base?.requiresEach ?? true)
    return recipe
  }
}

extension CharacterOptions {
  /// The options given that are about characters, except ``characters`` itself.
  private var givenForCharacters: [String] {
    GivenOptions.names([
      .option("length", length), .flag("lower", lower), .flag("upper", upper),
      .flag("digits", digits), .flag("symbols", symbols), .flag("brackets", brackets),
      .option("symbol-set", symbolSet), .option("bracket-set", bracketSet),
      .flag("ambiguous", ambiguous), .flag("higher-alpha-ratio", higherAlphaRatio),
      .flag("require-each", requireEach), .option("exclude", exclude), .option("pattern", pattern),
    ])
  }

  /// The options given.
  var given: [String] {
    givenForCharacters + GivenOptions.names([.flag("characters", characters)])
  }

  /// Options that would be ignored silently.
  var usageProblems: [String] {
    guard isOn else {
      let idle = givenForCharacters
      return idle.isEmpty
        ? [] : ["no effect with --no-characters: \(idle.joined(separator: ", ")); leave out either"]
    }
    guard !hasPattern else {
      return length == nil
        ? [] : ["--length has no effect with --pattern, which gives the length; leave out either"]
    }
    var problems: [String] = []
    if symbolSet != nil && symbols == false {
      problems.append("--symbol-set has no effect with --no-symbols; leave out either")
    }
    if bracketSet != nil && brackets != true {
      problems.append("--bracket-set has no effect without --brackets; add --brackets")
    }
    return problems
  }
}
