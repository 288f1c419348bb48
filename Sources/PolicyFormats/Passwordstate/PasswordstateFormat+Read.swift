internal import CharacterSets
internal import PasswordGeneration
internal import PasswordPolicy
internal import Passwordstate
internal import Wordlists

extension PasswordstateFormat {
  /// Returns the policy of what a query draws: its lengths and its characters.
  static func read(
    _ bytes: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    let compiled = try compile(FormatText.text(bytes))
    var lengths = compiled.segment?.lengths ?? 0...0
    var characters = compiled.alphabet
    if let phrase = compiled.phrase {
      lengths = lengths.adding(phrase.lengths(besideSegment: compiled.segment != nil))
      characters.formUnion(.lowercase)
      if let separator = phrase.separator { characters.insert(separator) }
    }
    var policy = Policy()
    policy.length = Bounds(min: lengths.lowerBound, max: lengths.upperBound)
    policy.allowed = characters.description
    return (policy, losses(compiled.definition))
  }

  private static func compile(_ text: String) throws(FormatError) -> CompiledRecipe {
    let query: PasswordstateQuery
    do {
      query = try PasswordstateQuery(parsing: text)
    } catch {
      throw FormatError(problems: error.problems.map { .query($0) })
    }
    do {
      return try CompiledRecipe(query.recipe)
    } catch {
      throw FormatError(problems: error.problems.map { .recipe($0) })
    }
  }

  private static func losses(_ recipe: PasswordRecipe) -> LossReport {
    var losses = LossReport()
    if recipe.characters?.pattern != nil {
      losses.add("Pattern", .dropped, "a policy does not say what each position holds")
    }
    if recipe.characters?.higherAlphaRatio == true {
      losses.add("higherAlphaRatio", .dropped, "a policy does not say how often symbols occur")
    }
    if recipe.phrase != nil {
      losses.add(
        "IncludeWordPhrases", .weakened,
        "a policy keeps only the length and the characters of words")
    }
    return losses
  }
}

extension PhrasePlan {
  /// Returns the lengths of phrases, including separators from a segment.
  fileprivate func lengths(besideSegment: Bool) -> ClosedRange<Int> {
    let counts = (0..<words.count).map { words.characterCount(at: $0) }
    let joints = besideSegment ? (placement == .insert ? 2 : 1) : 0
    let separators = separator == nil ? 0 : wordCount - 1 + joints
    return wordCount * (counts.min() ?? 0) + separators...wordCount * (counts.max() ?? 0)
      + separators
  }
}

extension ClosedRange<Int> {
  fileprivate func adding(_ other: Self) -> Self {
    lowerBound + other.lowerBound...upperBound + other.upperBound
  }
}
