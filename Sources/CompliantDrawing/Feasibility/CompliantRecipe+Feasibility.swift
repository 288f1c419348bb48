public import PasswordGeneration
public import PasswordPolicy

extension CompliantRecipe {
  /// Whether some password of the recipe complies: `true`, or `nil` when that is not known.
  ///
  /// When none complies, making a compliant recipe throws ``DrawingError/impossible(_:)``. Where
  /// rules are not counted, this searches random draws for a password that complies; the draws are
  /// wiped.
  ///
  /// - Parameter draws: the number of draws to search, 1 or more.
  /// - Returns: `true` or `nil`.
  /// - Throws: `DrawingError.generator`.
  /// - Complexity: O(`draws`) checks.
  public func isFeasible(draws: Int = 10_000) throws(DrawingError) -> Bool? {
    if plan.unknown.isEmpty { return true }
    let tree = CountTree(recipe, policy, rules: rules)
    if let tree, tree.unknown.isEmpty, tree.lengths != nil { return true }
    return try finds(among: draws) ? true : nil
  }

  /// Whether one of a number of draws complies.
  private func finds(among draws: Int) throws(DrawingError) -> Bool {
    var generator = try CompliantGenerator(self)
    var isFound = false
    var drawn = 0
    do throws(GeneratorError) {
      var buffer = try PasswordBuffer(recipe: recipe)
      // Few at first, since one of them may be enough.
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

  /// The rules of the policy, and the rule about the account's names.
  var rules: [Rule] { policy.definition.rules + (context == nil ? [] : [.contextWord]) }
}

extension CompiledPolicy {
  /// Returns the minimum number of characters that this policy's counts and the classes that a
  /// recipe requires need together, whatever lengths the recipe draws; 1 or more.
  ///
  /// Words bring characters too: with a phrase, the result is a number below which no length will
  /// do.
  ///
  /// - Parameter recipe: the recipe, without a pattern; with one the result is 1.
  /// - Returns: the length.
  public func shortestLength(of recipe: PasswordRecipe) -> Int {
    // Each of five classes may have to occur; any greater length has room for them.
    var any = recipe
    any.characters?.minLength = CharacterClass.allCases.count
    any.characters?.maxLength = CharacterRecipe.maximumLength
    var alone = any
    alone.phrase = nil
    guard recipe.characters?.pattern == nil, let whole = try? CompiledRecipe(any),
      let segment = try? CompiledRecipe(alone)
    else { return 1 }
    let fromWords = whole.maximumBytes - segment.maximumBytes
    return max(1, CountConflict(segment, self, rules: definition.rules).minimumLength - fromWords)
  }
}
