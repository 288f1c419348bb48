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

/// What people write with the standard library alone, without the patterns.
private struct NaiveCheck {
  private let passwords: [String]
  private let words: Set<String>

  init(_ texts: [UInt8], words count: Int) {
    passwords = stride(from: 0, to: texts.count, by: length).map {
      String(decoding: texts[$0..<$0 + length], as: UTF8.self)
    }
    let lines = String(decoding: Corpora.words(count), as: UTF8.self)
    words = Set(lines.split(separator: "\n").map(String.init))
  }

  /// Checks the passwords repeatedly, a given number of times in all.
  func compliant(of checks: Int) -> Int {
    var compliant = 0
    for index in 0..<checks {
      let password = passwords[index % passwords.count]
      if (12...64).contains(password.count), password.contains(where: \.isLowercase),
        password.contains(where: \.isUppercase), password.contains(where: \.isNumber),
        password.contains(where: { !$0.isLetter && !$0.isNumber }),
        !words.contains(password.lowercased())
      {
        compliant += 1
      }
    }
    return compliant
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

  // A tenth of the work, since it is slow: its figures are for a tenth of a check.
  Benchmark(
    "baseline - class rules by contains, 100000 words in a Set, a tenth", configuration: .checks
  ) { benchmark in
    let texts = try samplePasswords(1_000)
    let bare = BareRE2Set(
      Corpora.patterns(1_000), memoryBudget: PatternSet.defaultMemoryBudget)
    let naive = NaiveCheck(texts, words: 100_000)
    benchmark.measure(allocations: 120_000) {
      bare.match(texts, length: length, times: 100_000)
    } _: {
      naive.compliant(of: 100_000)
    }
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
