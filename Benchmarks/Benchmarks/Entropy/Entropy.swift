import Benchmark
import BenchmarkSupport
import Passwright

/// The entropy of a recipe, with the exact count; compiling the recipe is not measured.
///
/// Beside it, the one power of a large number that is the number of draws when nothing is required
/// of them. Large numbers are on the heap: the limit is about what counting takes.
private func count(
  _ name: String, allocations limit: UInt, power: (base: Int, exponent: Int),
  _ recipe: PasswordRecipe
) {
  Benchmark("count - \(name)", configuration: .single) { benchmark in
    let recipe = try CompiledRecipe(recipe)
    benchmark.measure(allocations: limit) {
      blackHole(BigUInt(power.base).power(power.exponent))
      return 1
    } _: {
      blackHole(recipe.entropy())
      return 1
    }
  }
}

let benchmarks: @Sendable () -> Void = {
  count("20 characters of 74", allocations: 200, power: (74, 20), characters(20...20))
  count(
    "20 characters, one of each class", allocations: 1_700, power: (74, 20),
    PasswordRecipe(length: 20))
  count(
    "8 to 32 characters, one of each class", allocations: 3_400, power: (74, 32),
    characters(8...32) { $0.requireEach = true })
  count(
    "128 characters, one of each class", allocations: 14_000, power: (74, 128),
    PasswordRecipe(length: 128))
  count(
    "20 characters, higher alpha ratio", allocations: 400, power: (74, 20),
    characters(20...20) { $0.higherAlphaRatio = true })
  count("6 words", allocations: 10, power: (7776, 6), phrase(6))
  count(
    "2 words before 12 characters", allocations: 260, power: (7776, 2),
    phrase(2, with: CharacterRecipe(length: 12)))
  count(
    "2 words inside 12 characters", allocations: 850_000, power: (7776, 2),
    phrase(2, with: CharacterRecipe(length: 12)) { $0.placement = .insert })
}
