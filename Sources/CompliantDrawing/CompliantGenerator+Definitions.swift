public import PasswordGeneration
public import PasswordPolicy
import Platform
public import Randomness
public import Wordlists

/// Why no generator could be made of a recipe and a policy.
@nonexhaustive
public enum CompliantGeneratorError: Error, Hashable, Sendable {
  /// The recipe, the policy or both are wrong; one problem or more.
  case invalid(recipe: [RecipeProblem], policy: [PolicyProblem])
  /// No password of the recipe complies, or drawing failed.
  case drawing(DrawingError)
}

extension CompliantGeneratorError: CustomStringConvertible {
  /// What is wrong and what to do, one problem per line; never contains a password.
  public var description: String {
    switch self {
    case .invalid(let recipe, let policy):
      (recipe.map { "recipe: \($0)" } + policy.map { "policy: \($0)" }).joined(separator: "\n")
    case .drawing(let error): error.description
    }
  }
}

extension CompliantRecipe {
  /// Checks and prepares a recipe and a policy, and counts the passwords that comply.
  ///
  /// - Parameters:
  ///   - recipe: the recipe to draw from.
  ///   - wordlist: your own word list, used instead of the one that the recipe names.
  ///   - policy: the policy to comply with.
  ///   - directory: the directory that file names in the policy are relative to.
  ///   - context: the names and values of the account that the password is for.
  /// - Throws: ``CompliantGeneratorError`` with all problems of both.
  /// - Complexity: that of `CompiledRecipe`, `CompiledPolicy` and
  ///   ``init(_:policy:context:)-(CompiledRecipe,_,_)`` together. To draw for many accounts, compile
  ///   once.
  public init(
    _ recipe: PasswordRecipe, wordlist: Wordlist? = nil, policy: Policy, directory: String = ".",
    context: PolicyContext? = nil
  ) throws(CompliantGeneratorError) {
    let compiledRecipe = Result { () throws(RecipeError) in
      try CompiledRecipe(recipe, wordlist: wordlist)
    }
    let compiledPolicy = Result { () throws(PolicyError) in
      try CompiledPolicy(policy, directory: directory)
    }
    guard case .success(let compiledRecipe) = compiledRecipe,
      case .success(let compiledPolicy) = compiledPolicy
    else {
      throw .invalid(
        recipe: compiledRecipe.failure?.problems ?? [],
        policy: compiledPolicy.failure?.problems ?? [])
    }
    self = try rethrowing(as: CompliantGeneratorError.drawing) { () throws(DrawingError) in
      try CompliantRecipe(compiledRecipe, policy: compiledPolicy, context: context)
    }
  }
}

extension CompliantGenerator where Source == KeystreamByteSource {
  /// Makes a generator of a recipe and a policy, with a new `KeystreamByteSource`.
  ///
  /// ```swift
  /// var generator = try CompliantGenerator(
  ///   PasswordRecipe(length: 16), policy: Policy(length: 12...64, digits: 1...))
  /// print(try generator.next().reveal())
  /// ```
  ///
  /// - Parameters:
  ///   - recipe: the recipe to draw from.
  ///   - wordlist: your own word list, used instead of the one that the recipe names.
  ///   - policy: the policy to comply with.
  ///   - directory: the directory that file names in the policy are relative to.
  ///   - context: the names and values of the account that the passwords are for.
  ///   - retries: the number of attempts for each password after the first.
  /// - Throws: ``CompliantGeneratorError`` with all problems of both.
  public init(
    _ recipe: PasswordRecipe, wordlist: Wordlist? = nil, policy: Policy, directory: String = ".",
    context: PolicyContext? = nil, retries: Int = CompliantRecipe.defaultRetries
  ) throws(CompliantGeneratorError) {
    let recipe = try CompliantRecipe(
      recipe, wordlist: wordlist, policy: policy, directory: directory, context: context)
    do {
      try self.init(recipe, retries: retries)
    } catch {
      throw .drawing(error)
    }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    guard case .failure(let error) = self else { return nil }
    return error
  }
}
