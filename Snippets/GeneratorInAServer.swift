// One generator for all requests of a server.

// snippet.actor
import Passwright

actor PasswordSource {
  private var generator: CompliantGenerator<KeystreamByteSource>

  init(_ recipe: CompliantRecipe) throws {
    generator = try CompliantGenerator(recipe)
  }

  func next() throws -> String { try generator.next().reveal() }
}

let recipe = try CompliantRecipe(
  PasswordRecipe(length: 20), policy: Policy.Preset.pciDSS.policy)
let source = try PasswordSource(recipe)
print(try await source.next())
// snippet.end
