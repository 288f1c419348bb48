public import CharacterSets
public import Wordlists

/// A recipe that has been checked and prepared for drawing; immutable, and threads can share it
/// freely.
///
/// ```swift
/// let compiled = try CompiledRecipe(PasswordRecipe(length: 16))
/// compiled.entropy().shannonBits  // 99.35…, 16 times that of one of 74 characters
/// ```
public struct CompiledRecipe: Sendable {
  /// The recipe that was compiled.
  public let definition: PasswordRecipe
  package let segment: SegmentPlan?
  package let phrase: PhrasePlan?
  package let tables: DrawingTables

  /// Checks a recipe and prepares it.
  ///
  /// - Parameters:
  ///   - recipe: the recipe to draw from.
  ///   - wordlist: the caller's own word list, used instead of the one that the recipe names.
  /// - Throws: ``RecipeError`` with every ``RecipeProblem``. Options of a part that is switched off
  ///   are ignored.
  /// - Complexity: O(*n* + *w*) for *n* positions and *w* bytes of words.
  public init(_ recipe: PasswordRecipe, wordlist: Wordlist? = nil) throws(RecipeError) {
    try self.init(recipe, wordlist: wordlist, kernels: .best)
  }

  /// Like ``init(_:wordlist:)``, with given kernels, or in portable code alone.
  package init(
    _ recipe: PasswordRecipe, wordlist: Wordlist? = nil, kernels: KernelSet?
  ) throws(RecipeError) {
    var problems: [RecipeProblem] = []
    if recipe.characters == nil && recipe.phrase == nil { problems.append(.noParts) }
    var segment: SegmentPlan?
    if let characters = recipe.characters {
      var compiler = SegmentCompiler(recipe: characters)
      segment = compiler.compile()
      problems += compiler.problems
    }
    var phraseProblems: [RecipeProblem] = []
    let phrase = recipe.phrase?.compile(wordlist: wordlist, problems: &phraseProblems)
    problems += phraseProblems
    if let shortest = recipe.characters?.shortestLength, recipe.phrase?.placement == .insert,
      shortest < 2
    {
      problems.append(.insertNeedsTwoCharacters(length: shortest))
    }
    guard problems.isEmpty else { throw RecipeError(problems: problems) }
    definition = recipe
    self.segment = segment
    self.phrase = phrase
    tables = DrawingTables(segment: segment, phrase: phrase, kernels: kernels)
  }

  /// The characters that a segment can contain; empty without a segment.
  public var alphabet: ASCIISet { segment?.characters ?? [] }

  /// The number of words that each word of the phrase is drawn from; 0 without a phrase.
  public var wordChoices: Int { phrase?.words.count ?? 0 }

  /// The maximum length of a password in bytes, without a line end.
  public var maximumBytes: Int {
    let segmentBytes = segment?.lengths.upperBound ?? 0
    guard let phrase else { return segmentBytes }
    let separators = phrase.separator == nil || segment == nil ? 0 : phrase.joints
    return segmentBytes + phrase.maximumBytes + separators
  }
}

extension PhrasePlan {
  /// The number of places where the phrase meets the segment.
  var joints: Int { placement == .insert ? 2 : 1 }
}
