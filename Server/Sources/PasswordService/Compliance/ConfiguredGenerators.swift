import Passwright
import Synchronization

/// The generators and policies of one configuration by number: looking one up compares no recipe.
final class ConfiguredGenerators: Sendable {
  private let configuration: ServiceConfiguration
  private let compiled: CompiledGenerators
  private let unrestricted = Mutex<[Int: SharedGenerator]>([:])
  private let generators = Mutex<[Int: SharedGenerator]>([:])
  private let policies = Mutex<[Int: CompiledPolicy]>([:])

  init(_ configuration: ServiceConfiguration, _ compiled: CompiledGenerators) {
    self.configuration = configuration
    self.compiled = compiled
  }

  /// The generator of a number under no policy, 0 standing for the default one: every attempt is a
  /// password.
  ///
  /// - Throws: ``ServiceError/notFound(_:)`` when there is none.
  func generator(_ id: Int) throws(ServiceError) -> SharedGenerator {
    if let known = unrestricted.withLock({ $0[id] }) { return known }
    let definition = try configuration.knownGenerator(id)
    let generator = try compiled.generator(definition.recipe, policy: Policy())
    unrestricted.withLock { $0[id] = generator }
    return generator
  }

  /// The generator of a list under the list's policy.
  ///
  /// - Throws: ``ServiceError/forbidden(_:)`` when no password of its recipe complies;
  ///   ``ServiceError/notFound(_:)`` when there is no such generator.
  func generator(of list: PasswordList) throws(ServiceError) -> SharedGenerator {
    if let known = generators.withLock({ $0[list.id] }) { return known }
    let definition = try configuration.knownGenerator(list.generatorID)
    let generator = try compiled.generator(
      definition.recipe, policy: configuration.policy(of: list))
    generators.withLock { $0[list.id] = generator }
    return generator
  }

  /// The policy of a list.
  func policy(of list: PasswordList) throws(ServiceError) -> CompiledPolicy {
    if let known = policies.withLock({ $0[list.id] }) { return known }
    let policy = try compiled.policy(configuration.policy(of: list))
    policies.withLock { $0[list.id] = policy }
    return policy
  }
}
