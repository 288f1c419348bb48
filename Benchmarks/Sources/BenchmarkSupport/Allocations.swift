public import Benchmark
import CAllocationCounter

import class Foundation.ProcessInfo

extension BenchmarkMetric {
  /// Heap allocations during a measurement, counted by a wrapper of `malloc` and its kin.
  public static var allocations: BenchmarkMetric {
    .custom("Allocations", polarity: .prefersSmaller, useScalingFactor: false)
  }

  /// Bytes made in a given time, in hundredths of what the bare ChaCha20 keystream makes in it,
  /// measured right after.
  public static var keystreamPercentage: BenchmarkMetric {
    .custom(
      "Output bytes per keystream byte (%)", polarity: .prefersLarger, useScalingFactor: false)
  }
}

extension Benchmark {
  /// Measures a body, counts its heap allocations, and compares the bytes that it reports to have
  /// made with the keystream's.
  ///
  /// The run ends when the body allocates more than `allocations` times. Limits stand here,
  /// beside what they limit, because threshold files hold no custom metrics; time has none, since
  /// it moves by half from run to run on shared machines.
  public func measure(allocations limit: UInt = 0, _ body: () throws -> Int) rethrows {
    let clock = ContinuousClock()
    // The first run makes what is made once: globals, metadata, lazily bound symbols.
    var bytes = try body()
    startMeasurement()
    let before = allocation_count()
    let time = try clock.measure { bytes = try body() }
    let count = allocation_count() - before
    stopMeasurement()
    measurement(.allocations, Int(count))
    precondition(count <= limit, "\(name): \(count) heap allocations, at most \(limit) allowed")
    let keystreamTime = clock.measure { Keystream.generate(bytes) }
    measurement(.keystreamPercentage, Int((keystreamTime / time * 100).rounded()))
  }
}

extension Benchmark.Configuration {
  /// A million operations an iteration, for about three seconds.
  public static var bulk: Self {
    .init(
      metrics: [.wallClock, .throughput, .allocations, .keystreamPercentage],
      timeUnits: .nanoseconds,
      warmupIterations: isCheck ? 0 : 1,
      scalingFactor: .mega,
      maxDuration: .seconds(3),
      maxIterations: isCheck ? 1 : 100)
  }

  /// Whether one iteration of each is enough, since only the limits on allocations matter.
  private static let isCheck = ProcessInfo.processInfo.environment["BENCHMARK_CHECK"] != nil
}
