import Benchmark
import BenchmarkSupport
import Passwright
import Patterns

private func patterns(_ count: Int) -> [Pattern] {
  Corpora.patterns(count).map { Pattern($0, origin: .value("benchmark")) }
}

let benchmarks: @Sendable () -> Void = {
  for count in [10, 1_000, 10_000] {
    Benchmark("match - 16 characters, \(count) patterns", configuration: .checks) {
      benchmark, setup in
      let (texts, set, bare) = setup
      benchmark.measure {
        bare.match(texts, length: 16, times: 1_000_000)
      } _: {
        var found = 0
        for index in 0..<1_000_000 {
          let start = index % 1_000 * 16
          if set.matches(texts.span.extracting(start..<start + 16)) { found += 1 }
        }
        return found
      }
    } setup: {
      (
        try samplePasswords(1_000), try PatternSet(patterns(count)),
        BareRE2Set(Corpora.patterns(count), memoryBudget: PatternSet.defaultMemoryBudget)
      )
    }
  }

  for count in [10, 1_000, 10_000] {
    Benchmark("load - \(count) patterns", configuration: .making) { benchmark in
      let patterns = patterns(count)
      try benchmark.measureMaking { try PatternSet(patterns) }
    }
  }
}
