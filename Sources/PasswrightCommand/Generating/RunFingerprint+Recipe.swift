import Passwright

extension RunFingerprint {
  /// Tells apart what a run draws: recipe, words, policy and whose passwords they are.
  ///
  /// The files that a policy names count by their names.
  init(_ recipe: CompliantRecipe, context: [ContextEntry]) {
    let words = recipe.recipe.phrase?.words
    let entries = context.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
    let texts =
      [String(reflecting: recipe.recipe.recipe), recipe.policy.policy.json, "\(entries.count)"]
      + entries
    self.init(
      of: texts.map { Array($0.utf8) } + (0..<(words?.count ?? 0)).map { Array(words?[$0] ?? []) })
  }
}
