import Benchmark
import BenchmarkSupport
import Passwright
import Patterns

private let length = 16

private func policy(
  patterns: Int, words: Int, match: BadPasswords.Match = .whole
) throws -> CompiledPolicy {
  let corporate = try CorporatePolicy(patterns: patterns, words: words, match: match)
  return try withExtendedLifetime(corporate) { try CompiledPolicy(corporate.policy) }
}

/// A million checks of a thousand passwords, beside RE2's own match of the same patterns.
private func check(
  _ name: String, patterns: Int = 1_000, words: Int = 100_000,
  match: BadPasswords.Match = .whole
) {
  Benchmark("check - \(name)", configuration: .checks) { benchmark, setup in
    let (texts, policy, bare) = setup
    benchmark.measure {
      bare.match(texts, length: length, times: 1_000_000)
    } _: {
      var compliant = 0
      for index in 0..<1_000_000 {
        let start = index % 1_000 * length
        if policy.isCompliant(texts.span.extracting(start..<start + length)) { compliant += 1 }
      }
      return compliant
    }
  } setup: {
    (
      try samplePasswords(1_000), try policy(patterns: patterns, words: words, match: match),
      BareRE2Set(
        Corpora.patterns(max(1, patterns)), memoryBudget: PatternSet.defaultMemoryBudget)
    )
  }
}

let benchmarks: @Sendable () -> Void = {
  check("class rules alone", patterns: 0, words: 0)
  for patterns in [10, 1_000, 10_000] {
    check("class rules, \(patterns) patterns, 100000 words", patterns: patterns)
  }
  for words in [1_000, 1_000_000] {
    check("class rules, 1000 patterns, \(words) words", words: words)
  }
  check("class rules, 1000 patterns, 100000 words as substrings", match: .substring)

  Benchmark("generate and check - 16 characters", configuration: .checks) { benchmark, setup in
    let (texts, policy, bare) = setup
    var generator = try Generator(PasswordRecipe(length: length))
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 14)
    defer { memory.deallocate() }
    // New passwords take the automaton to states that it has not made yet: some allocations.
    try benchmark.measure(allocations: .max) {
      bare.match(texts, length: length, times: 1_000_000)
    } _: {
      var remaining = 1_000_000
      var compliant = 0
      while remaining > 0 {
        var output = OutputSpan(buffer: memory, initializedCount: 0)
        remaining -= try generator.append(remaining, to: &output)
        for start in stride(from: 0, to: output.count, by: length + 1)
        where policy.isCompliant(output.span.extracting(start..<start + length)) {
          compliant += 1
        }
        _ = output.finalize(for: memory)
      }
      return compliant
    }
  } setup: {
    (
      try samplePasswords(1_000), try policy(patterns: 1_000, words: 100_000),
      BareRE2Set(Corpora.patterns(1_000), memoryBudget: PatternSet.defaultMemoryBudget)
    )
  }

  for count in [1_000, 100_000, 1_000_000] {
    for match in [BadPasswords.Match.whole, .substring] {
      Benchmark("load - \(count) words, \(match)", configuration: .making) { benchmark in
        let words = try CorporatePolicy(patterns: 0, words: count, match: match)
        try withExtendedLifetime(words) {
          var policy = Policy()
          policy.badPasswords = words.policy.badPasswords
          try benchmark.measureMaking { try CompiledPolicy(policy) }
        }
      }
    }
  }
}
