import Passwright
import Synchronization

/// Recipes and policies made ready to draw, each once.
///
/// A combination that was compiled stays for as long as the process lives: administrators make few.
final class CompiledGenerators: Sendable {
  private struct Key: Hashable {
    let recipe: PasswordRecipe
    let policy: Policy
  }

  private let compiled = Mutex<[Key: Result<SharedGenerator, ServiceError>]>([:])
  private let policies = Mutex<[Policy: Result<CompiledPolicy, ServiceError>]>([:])

  /// The generator of a recipe whose passwords comply with a policy.
  ///
  /// Where no password of the recipe complies, every attempt is refused.
  ///
  /// - Throws: ``ServiceError/invalid(_:)`` when the recipe is wrong.
  func generator(_ recipe: PasswordRecipe, policy: Policy) throws(ServiceError) -> SharedGenerator {
    let key = Key(recipe: recipe, policy: policy)
    if let known = compiled.withLock({ $0[key] }) { return try known.get() }
    let compiledPolicy = try self.policy(policy)
    let result = Result<SharedGenerator, ServiceError> { () throws(ServiceError) in
      try SharedGenerator(recipe, policy: compiledPolicy)
    }
    compiled.withLock { $0[key] = result }
    return try result.get()
  }

  func policy(_ policy: Policy) throws(ServiceError) -> CompiledPolicy {
    if let known = policies.withLock({ $0[policy] }) { return try known.get() }
    let result: Result<CompiledPolicy, ServiceError>
    do {
      result = .success(try CompiledPolicy(policy))
    } catch {
      result = .failure(.failed(error.description))
    }
    policies.withLock { $0[policy] = result }
    return try result.get()
  }
}

/// A generator that many threads use, one at a time.
final class SharedGenerator: Sendable {
  private let generators: [GeneratorBox]
  /// The codes of the rules that no password of the recipe meets together; none if some password does.
  private let conflict: [String]

  /// How many generators there are, so that threads seldom wait for one another.
  private static let count = 4

  init(_ recipe: PasswordRecipe, policy: CompiledPolicy) throws(ServiceError) {
    do {
      let compliant = try CompliantRecipe(CompiledRecipe(recipe), policy: policy)
      generators = try (0..<Self.count).map { _ in try GeneratorBox(compliant) }
      conflict = []
    } catch let error as RecipeError {
      throw .invalid(error.problems.map(\.description))
    } catch let error as DrawingError {
      guard case .impossible(let conflict) = error else { throw .failed(error.description) }
      generators = []
      self.conflict = Set(conflict.rules.map(\.code)).sorted()
    } catch {
      throw .failed("unexpected error of type \(type(of: error))")
    }
  }

  /// Makes one attempt.
  ///
  /// - Returns: a password that complies, or the codes of the rules that it breaks.
  func attempt() throws(ServiceError) -> Attempt {
    guard conflict.isEmpty else { return .refused(conflict) }
    for box in generators {
      if let attempt = try box.attemptIfFree() { return attempt }
    }
    return try generators[0].attempt()
  }
}

/// What an attempt to draw a password came to.
enum Attempt {
  case password(String)
  case refused([String])
}

private final class GeneratorBox: Sendable {
  private let generator: Mutex<CompliantGenerator<KeystreamByteSource>>

  init(_ recipe: CompliantRecipe) throws(DrawingError) {
    generator = Mutex(try CompliantGenerator(recipe, retries: 0))
  }

  func attemptIfFree() throws(ServiceError) -> Attempt? {
    guard let result = generator.withLockIfAvailable({ Self.draw(from: &$0) }) else { return nil }
    return try result.get()
  }

  func attempt() throws(ServiceError) -> Attempt {
    try generator.withLock { Self.draw(from: &$0) }.get()
  }

  private static func draw(
    from generator: inout CompliantGenerator<KeystreamByteSource>
  ) -> Result<Attempt, ServiceError> {
    do {
      return .success(.password(try generator.next().reveal()))
    } catch .exhausted(let failures) {
      return .success(.refused(failures.violations.keys.sorted()))
    } catch {
      return .failure(.failed(error.description))
    }
  }
}
