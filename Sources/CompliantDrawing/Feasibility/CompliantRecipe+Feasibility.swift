public import PasswordGeneration
public import PasswordPolicy

extension CompliantRecipe {
  /// Whether some password of the recipe complies: `true`, or `nil` when that is not known.
  ///
  /// That none does is the error ``DrawingError/impossible(_:)`` of making a compliant recipe.
  /// Where rules are not counted, a password that complies is looked for among random draws, which
  /// are wiped.
  ///
  /// - Parameter draws: how many draws are looked at, 1 or more.
  /// - Returns: `true` or `nil`.
  /// - Throws: `DrawingError.generator`.
  /// - Complexity: O(`draws`) checks.
  public func isFeasible(draws: Int = 10_000) throws(DrawingError) -> Bool? {
    if plan.unknown.isEmpty { return true }
    let tree = CountTree(recipe, policy, rules: rules)
    if let tree, tree.unknown.isEmpty, tree.lengths != nil { return true }
    return try finds(among: draws) ? true : nil
  }

  /// Whether one of some draws complies.
  private func finds(among draws: Int) throws(DrawingError) -> Bool {
    var generator = try CompliantGenerator(self)
    var isFound = false
    var drawn = 0
    do throws(GeneratorError) {
      var buffer = try PasswordBuffer(recipe: recipe)
      // Few at first: one of them may do.
      var batch = 16
      while drawn < draws, !isFound {
        drawn += try generator.drawAttempts(&buffer, count: min(batch, draws - drawn))
        batch = min(1000, batch * 4)
        _ = buffer.filter(terminator: Self.terminator) { block, line in
          isFound = isFound || policy.isCompliant(block.extracting(line), context: context)
          return false
        }
      }
    } catch {
      throw .generator(error)
    }
    return isFound
  }

  /// The rules of the policy, and that of the account's names.
  var rules: [Rule] { policy.policy.rules + (context == nil ? [] : [.contextWord]) }
}

extension CompiledPolicy {
  /// The fewest characters that the counts of this policy and the classes that a recipe requires
  /// need together, whatever lengths the recipe draws; 1 or more.
  ///
  /// - Parameter recipe: what to draw, without words and pattern; for others the answer is 1.
  /// - Returns: the length.
  public func shortestLength(of recipe: PasswordRecipe) -> Int {
    // Each of five classes may have to occur, for which any length above has room.
    var any = recipe
    any.characters?.minLength = CharacterClass.allCases.count
    any.characters?.maxLength = CharacterRecipe.maximumLength
    guard recipe.phrase == nil, recipe.characters?.pattern == nil,
      let widened = try? CompiledRecipe(any)
    else { return 1 }
    return max(1, CountConflict(widened, self, rules: policy.rules).leastLength)
  }
}
