extension CompiledRecipe {
  /// Returns the recipe with other lengths of its segment, and the same words; `nil` where the
  /// segment cannot have them.
  package func with(lengths: ClosedRange<Int>) -> CompiledRecipe? {
    guard var characters = definition.characters else { return nil }
    characters.minLength = lengths.lowerBound
    characters.maxLength = lengths.upperBound
    if definition.phrase?.placement == .insert, lengths.lowerBound < 2 { return nil }
    guard let segment = try? CompiledRecipe(PasswordRecipe(characters: characters)).segment
    else { return nil }
    var changed = definition
    changed.characters = characters
    return CompiledRecipe(changed, segment, phrase)
  }

  private init(_ recipe: PasswordRecipe, _ segment: SegmentPlan, _ phrase: PhrasePlan?) {
    definition = recipe
    self.segment = segment
    self.phrase = phrase
    tables = DrawingTables(segment: segment, phrase: phrase, kernels: .best)
  }
}
