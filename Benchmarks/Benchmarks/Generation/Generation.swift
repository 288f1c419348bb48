import Benchmark
import BenchmarkSupport
import Passwright

/// A million passwords a measurement, into 64 KiB of memory, each followed by a line feed.
private func bulk(_ name: String, _ recipe: PasswordRecipe) {
  Benchmark(name, configuration: .draws) { benchmark in
    var generator = try Generator(recipe)
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { memory.deallocate() }
    try benchmark.measure {
      var remaining = 1_000_000
      var bytes = 0
      while remaining > 0 {
        var output = OutputSpan(buffer: memory, initializedCount: 0)
        remaining -= try generator.append(remaining, to: &output)
        bytes += output.finalize(for: memory)
      }
      return bytes
    }
    // The same in every iteration.
    if benchmark.currentIteration == benchmark.configuration.warmupIterations {
      let bits = try randomBitsPerBit(of: recipe)
      benchmark.measurement(.randomBitsPercentage, Int((bits * 100).rounded()))
    }
  }
}

private func characters(
  _ length: ClosedRange<Int>, _ change: (inout CharacterRecipe) -> Void = { _ in }
) -> PasswordRecipe {
  var recipe = CharacterRecipe(length: length)
  change(&recipe)
  return PasswordRecipe(characters: recipe)
}

private func phrase(
  _ wordCount: Int, with segment: CharacterRecipe? = nil,
  _ change: (inout PhraseRecipe) -> Void = { _ in }
) -> PasswordRecipe {
  var recipe = PhraseRecipe(wordCount: wordCount)
  change(&recipe)
  return PasswordRecipe(characters: segment, phrase: recipe)
}

/// Twenty characters of the first so many that are printed.
private func characters(ofFirst count: Int) -> PasswordRecipe {
  characters(20...20) {
    $0.lowercase = false
    $0.uppercase = false
    $0.digits = false
    $0.symbolSet = String((33..<33 + count).map { Character(UnicodeScalar(UInt8($0))) })
  }
}

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .bulk

  Benchmark("baseline - bare ChaCha20 keystream, 21 bytes") { benchmark in
    benchmark.measure {
      Keystream.generate(21_000_000)
      return 21_000_000
    }
  }

  bulk("bulk - 20 characters of 74, one of each class", PasswordRecipe(length: 20))
  bulk("bulk - 20 characters of 74", characters(20...20))
  bulk("bulk - 8 to 32 characters of 74", characters(8...32))
  bulk(
    "bulk - 20 characters, higher alpha ratio", characters(20...20) { $0.higherAlphaRatio = true })
  bulk("bulk - pattern of 20", characters(20...20) { $0.pattern = "ulllnnnsaaaaaaaaaaaa" })
  bulk(
    "bulk - 32 hexadecimal digits",
    characters(32...32) {
      $0.lowercase = false
      $0.uppercase = false
      $0.digits = false
      $0.symbolSet = "0123456789abcdef"
    })
  for count in [2, 10, 26, 36, 62, 74, 94] {
    bulk("curve - alphabet of \(count), 20 characters", characters(ofFirst: count))
  }
  for length in [8, 12, 16, 20, 32, 64, 128] {
    bulk("curve - length of \(length), 74 characters", characters(length...length))
  }
  for words in [3, 6, 10] { bulk("bulk - \(words) words", phrase(words)) }
  bulk(
    "bulk - 2 words inside 12 characters",
    phrase(2, with: CharacterRecipe(length: 12)) { $0.placement = .insert })

  // What people write with the standard library alone. A tenth of the work, since it is slow: its
  // figures are for a tenth of a password, as are those of the single password.
  Benchmark("baseline - 20 times randomElement() of 74 characters, a tenth") {
    benchmark in
    let alphabet = Array(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%^&*+/=_-")
    benchmark.measure(allocations: 200_004) {
      var bytes = 0
      for _ in 0..<100_000 {
        let password = String((0..<20).map { _ in alphabet.randomElement() ?? "?" })
        bytes += password.utf8.count
        blackHole(password)
      }
      return bytes
    }
  }

  Benchmark("single - 20 characters of 74, one of each class, revealed, a tenth") { benchmark in
    var generator = try Generator(PasswordRecipe(length: 20))
    try benchmark.measure(allocations: 200_004) {
      for _ in 0..<100_000 { blackHole(try generator.next().reveal()) }
      return 2_000_000
    }
  }
}
