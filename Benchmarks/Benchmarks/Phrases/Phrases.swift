import Benchmark
import BenchmarkSupport
import Passwright

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .bulk

  for words in [3, 6, 10] { bulk("bulk - \(words) words", phrase(words)) }
  bulk("bulk - 6 words of at most 5 letters", phrase(6) { $0.maxWordLength = 5 })
  bulk("bulk - 6 words, nothing between", phrase(6) { $0.separator = .none })
  bulk("bulk - 2 words before 12 characters", phrase(2, with: CharacterRecipe(length: 12)))
  bulk(
    "bulk - 2 words inside 12 characters",
    phrase(2, with: CharacterRecipe(length: 12)) { $0.placement = .insert })

  // What people write with the standard library alone. A tenth of the work, since it is slow: its
  // figures are for a tenth of a phrase.
  Benchmark("baseline - 6 times randomElement() of the words, joined, a tenth") { benchmark in
    let words = Wordlist.bundled(.englishLarge).words
    benchmark.measure(allocations: 400_004) {
      var bytes = 0
      for _ in 0..<100_000 {
        let phrase = (0..<6).map { _ in words.randomElement() ?? "?" }.joined(separator: "-")
        bytes += phrase.utf8.count
        blackHole(phrase)
      }
      return bytes
    }
  }
}
