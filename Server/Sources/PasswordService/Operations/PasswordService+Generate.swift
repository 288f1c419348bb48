public import Passwright

/// What a password that is not stored is drawn from.
public enum GenerationRequest: Sendable {
  /// The generator of a number, 0 standing for the default one.
  case generator(Int)
  /// A recipe that the caller gives.
  case recipe(PasswordRecipe)
}

extension PasswordService {
  /// Draws passwords that are not stored.
  ///
  /// No key is needed unless the configuration asks for one; a key that is given must be right.
  ///
  /// - Throws: ``ServiceError/notFound(_:)`` when there is no such generator;
  ///   ``ServiceError/invalid(_:)`` when the recipe cannot be drawn from;
  ///   ``ServiceError/unauthenticated(_:)``.
  public func generate(
    _ request: GenerationRequest, count: Int, by caller: Caller
  ) async throws(ServiceError) -> [String] {
    let loaded = try await current()
    let principal = try await principal(of: caller)
    if principal == nil, loaded.configuration.options.generatingNeedsKey {
      throw .unauthenticated("No API key was given; pass one with the request.")
    }
    switch request {
    case .generator(let id):
      return try Self.draw(count, from: loaded.generators.generator(id))
    case .recipe(let recipe):
      // Callers make up any number of recipes, so none is kept.
      return try Self.draw(count, from: recipe)
    }
  }

  private static func draw(
    _ count: Int, from generator: SharedGenerator
  ) throws(ServiceError) -> [String] {
    var passwords: [String] = []
    passwords.reserveCapacity(count)
    while passwords.count < count {
      // Without a policy, every attempt is a password.
      if case .password(let password) = try generator.attempt() { passwords.append(password) }
    }
    return passwords
  }

  private static func draw(
    _ count: Int, from recipe: PasswordRecipe
  ) throws(ServiceError) -> [String] {
    do {
      var generator = try Generator(recipe)
      var passwords: [String] = []
      passwords.reserveCapacity(count)
      for _ in 0..<count { passwords.append(try generator.next().reveal()) }
      return passwords
    } catch .recipe(let error) {
      throw .invalid(error.problems.map(\.description))
    } catch {
      throw .failed(error.description)
    }
  }
}

extension ServiceConfiguration {
  /// The generator of a number, 0 standing for the default one.
  func knownGenerator(_ id: Int) throws(ServiceError) -> GeneratorDefinition {
    guard let generator = generator(id) else {
      throw .notFound(
        id == 0
          ? "There is no default password generator." : "There is no password generator \(id).")
    }
    return generator
  }
}
