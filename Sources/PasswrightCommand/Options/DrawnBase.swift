import Passwright

/// What is drawn by default: by the rules of a site, or by what a policy allows.
struct DrawnBase {
  let recipe: CharacterRecipe
  /// Whether each class occurs unless an option says otherwise.
  let requiresEach: Bool

  init(_ rules: AppleRules) {
    recipe = rules.recipe
    requiresEach = false
  }

  /// What the policy allows; `nil` when the usual recipe has what it asks for.
  init?(_ policy: Policy) {
    guard let recipe = CharacterRecipe(drawing: policy) else { return nil }
    self.recipe = recipe
    requiresEach = recipe.requireEach
  }
}

extension RecipeOptions {
  /// What is drawn by default; `nil` for the usual recipe.
  ///
  /// - Throws: ``CommandFailure`` of a policy that cannot be read.
  func base(under policy: PolicyOptions) throws(CommandFailure) -> DrawnBase? {
    if let rules = policy.rules.siteRules { return DrawnBase(rules) }
    guard query.query == nil, characters.isOn, characters.namesNoClass, let policy = policy.policy
    else { return nil }
    return DrawnBase(try policy.read())
  }
}

extension CompiledRecipe {
  /// The characters that a policy allows or requires by name but the recipe never draws.
  func undrawn(under policy: Policy) -> String {
    let named =
      (policy.allowed ?? "") + (policy.characters.symbolSet ?? "")
      + policy.sets.filter { $0.bounds.min ?? 0 > 0 }.map(\.set.characters).joined()
    let alphabet = Set(alphabet.description.unicodeScalars)
    let undrawn = Set(named.unicodeScalars).subtracting(alphabet).sorted()
    return String(String.UnicodeScalarView(undrawn))
  }

  /// The option that draws symbols which a policy names and the recipe lacks; `nil` when there are
  /// none.
  func symbolAdvice(under policy: Policy) -> String? {
    guard definition.characters?.symbols == true else { return nil }
    let symbols = undrawn(under: policy).unicodeScalars.filter {
      (0x20...0x7E).contains($0.value) && !$0.properties.isAlphabetic && !("0"..."9").contains($0)
    }
    guard !symbols.isEmpty else { return nil }
    let text = String(String.UnicodeScalarView(symbols))
    return
      "the policy's \(text) are not among the recipe's symbols: --symbol-set \(text.shellQuoted)"
  }
}
