import Benchmark
import BenchmarkSupport
import Passwright

/// Returns a recipe for twenty characters of the first `count` printable ones.
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

  Benchmark("baseline - memcpy, 21 bytes") { benchmark in
    benchmark.measure {
      Copying.copy(21_000_000)
      return 21_000_000
    }
  }

  bulk("bulk - 20 characters of 74, one of each class", PasswordRecipe(length: 20))
  bulk("bulk - 20 characters of 74", characters(20...20))
  bulk("bulk - 8 to 32 characters of 74", characters(8...32))
  bulk(
    "bulk - 20 characters, higher alpha ratio", characters(20...20) { $0.higherAlphaRatio = true })
  bulk("bulk - a pattern of 20", characters(20...20) { $0.pattern = "ulllnnnsaaaaaaaaaaaa" })
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

  // What people write with the standard library alone. A tenth of the work, since it is slow: its
  // figures are for a tenth of a password, as are those of the single password.
  Benchmark("baseline - 20 times randomElement() of 74 characters, a tenth") { benchmark in
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
