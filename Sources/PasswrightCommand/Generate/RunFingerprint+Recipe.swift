import Passwright

extension RunFingerprint {
  /// Distinguishes what a run draws and under which key it records: recipe, words, policy, whose
  /// passwords they are, and the number of the key.
  ///
  /// The files that a policy names count by their names.
  init(_ recipe: CompliantRecipe, context: [ContextEntry], digester: PasswordDigester) {
    let words = recipe.recipe.phrase?.words
    let content = Content(
      recipe: recipe.recipe.definition, policy: recipe.policy.definition.json,
      context: context.map { "\($0.key.rawValue)=\($0.value)" }.sorted(),
      keys: digester.keyIDs.prefix(1).map(\.text))
    self.init(
      of: [Array(CanonicalJSON.text(content).utf8)]
        + (0..<(words?.count ?? 0)).map { Array(words?[$0] ?? []) })
  }

  private struct Content: Encodable {
    let recipe: PasswordRecipe
    let policy: String
    let context: [String]
    let keys: [String]
  }
}
