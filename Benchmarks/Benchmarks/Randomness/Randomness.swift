import Benchmark
import BenchmarkSupport
import Passwright

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .bulk

  Benchmark("baseline - bare ChaCha20 keystream, a byte") { benchmark in
    benchmark.measure {
      Keystream.generate(1_000_000)
      return 1_000_000
    }
  }

  Benchmark("baseline - memcpy, a byte") { benchmark in
    benchmark.measure {
      Copying.copy(1_000_000)
      return 1_000_000
    }
  }

  for size in [16, 256, 4096, 65_536] {
    Benchmark("keystream source - \(size) bytes a call, a byte") { benchmark in
      var source = try KeystreamByteSource()
      var bytes = [UInt8](repeating: 0, count: size)
      try benchmark.measure {
        var total = 0
        while total < 1_000_000 {
          var span = bytes.mutableSpan
          try source.fill(&span)
          total += size
        }
        return total
      }
    }
  }

  Benchmark("system source - 4096 bytes a call, a byte") { benchmark in
    var source = try SystemByteSource()
    var bytes = [UInt8](repeating: 0, count: 4096)
    try benchmark.measure {
      for _ in 0..<245 {
        var span = bytes.mutableSpan
        try source.fill(&span)
      }
      return 245 * 4096
    }
  }

  Benchmark("keystream source - uniform(below: 74), a draw") { benchmark in
    var source = try KeystreamByteSource()
    try benchmark.measure {
      for _ in 0..<1_000_000 { blackHole(try source.uniform(below: 74)) }
      return 1_000_000
    }
  }

  // What people write with the standard library alone.
  Benchmark("baseline - UInt8.random(in: 0..<74), a draw") { benchmark in
    benchmark.measure {
      for _ in 0..<1_000_000 { blackHole(UInt8.random(in: 0..<74)) }
      return 1_000_000
    }
  }

  Benchmark("keystream source - shuffle, an element") { benchmark in
    var source = try KeystreamByteSource()
    var elements = Array(0..<UInt32(1_000_000))
    try benchmark.measure {
      var span = elements.mutableSpan
      try source.shuffle(&span)
      return 1_000_000
    }
  }

  Benchmark("baseline - Array.shuffle(), an element") { benchmark in
    var elements = Array(0..<UInt32(1_000_000))
    benchmark.measure {
      elements.shuffle()
      return 1_000_000
    }
  }
}
