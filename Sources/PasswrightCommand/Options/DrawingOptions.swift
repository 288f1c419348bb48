/// A command with the options that say what to draw and under which policy.
///
/// Each command declares the groups itself, side by side, for the reason that ``RecipeOptions`` gives.
protocol DrawingOptions {
  var characters: CharacterOptions { get }
  var phrase: PhraseOptions { get }
  var target: EntropyTargetOptions { get }
  var query: QueryOptions { get }
  var policyFile: PolicyFileOptions { get }
  var rules: RuleOptions { get }
}

extension DrawingOptions {
  /// What to draw.
  var recipe: RecipeOptions { RecipeOptions(characters, phrase, target, query) }

  /// What it complies with.
  var policy: PolicyOptions { PolicyOptions(policyFile, rules) }
}
