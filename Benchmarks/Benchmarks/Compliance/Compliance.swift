import Benchmark
import BenchmarkSupport
import Passwright
import Patterns

/// A million compliant passwords, to /dev/null: some allocations for the generator and its buffer,
/// none for a password.
private func draw(_ recipe: CompliantRecipe) throws -> Int {
  var generator = try CompliantGenerator(recipe)
  try generator.write(1_000_000, to: NullDevice.descriptor)
  return 1_000_000
}

/// A million passwords of a tight case, beside rejection sampling until one complies, which makes a
/// tenth of them.
private func draws(of tight: TightCase) {
  Benchmark("draw - \(tight.name)", configuration: .compliantDraws) { benchmark in
    let recipe = try tight.compiled()
    var rejection = try RejectionSampler(tight.recipe, recipe.policy)
    try benchmark.measure(allocations: 8, share: 10) {
      try rejection.draw(100_000)
    } _: {
      try draw(recipe)
    }
    try benchmark.measureRandomBits { try randomBitsPerBit(of: recipe) }
  }
}

/// What the policy of the check rows is measured with.
private struct Corporate {
  let recipe: CompiledRecipe
  let policy: CompiledPolicy
  let texts: [UInt8]
  let bare = BareRE2Set(
    Corpora.patterns(1_000), memoryBudget: PatternSet.defaultMemoryBudget)

  init() throws {
    let corporate = try CorporatePolicy()
    policy = try withExtendedLifetime(corporate) { try CompiledPolicy(corporate.policy) }
    recipe = try CompiledRecipe(PasswordRecipe(length: 16))
    texts = try samplePasswords(1_000)
  }
}

let benchmarks: @Sendable () -> Void = {
  for tight in TightCase.all { draws(of: tight) }

  Benchmark(
    "draw - 16 characters, class rules, 1000 patterns, 100000 words",
    configuration: .compliantDraws
  ) { benchmark, setup in
    let recipe = try CompliantRecipe(setup.recipe, policy: setup.policy)
    // New passwords take RE2's automaton to states that it has not made yet: some allocations.
    try benchmark.measure(allocations: 20_000) {
      setup.bare.match(setup.texts, length: 16, times: 1_000_000)
    } _: {
      try draw(recipe)
    }
    try benchmark.measureRandomBits { try randomBitsPerBit(of: recipe) }
  } setup: {
    try Corporate()
  }

  for tight in TightCase.all {
    Benchmark("compile - \(tight.name)", configuration: .making) { benchmark in
      let recipe = try CompiledRecipe(tight.recipe)
      let policy = try CompiledPolicy(tight.policy)
      try benchmark.measureMaking { try CompliantRecipe(recipe, policy: policy) }
    }
  }

  Benchmark(
    "compile - 16 characters, class rules, 1000 patterns, 100000 words", configuration: .making
  ) { benchmark, setup in
    try benchmark.measureMaking { try CompliantRecipe(setup.recipe, policy: setup.policy) }
  } setup: {
    try Corporate()
  }
}
