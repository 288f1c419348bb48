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

  /// How many times as long as `memcpy` of as many bytes, measured right after.
  public static var copyMultiple: BenchmarkMetric {
    .custom("Time per memcpy time (×)", polarity: .prefersSmaller, useScalingFactor: false)
  }

  /// Random bits drawn for each bit of entropy, in hundredths; 100 is the limit.
  public static var randomBitsPercentage: BenchmarkMetric {
    .custom(
      "Random bits per bit of entropy (%)", polarity: .prefersSmaller, useScalingFactor: false)
  }

  /// The time taken, in hundredths of what the baseline took for as many operations right after.
  public static var baselinePercentage: BenchmarkMetric {
    .custom("Time per baseline time (%)", polarity: .prefersSmaller, useScalingFactor: false)
  }

  /// How late a task was that sleeps for 5 ms again and again: the 99th percentile.
  public static var heartbeatDelay: BenchmarkMetric {
    .custom("Heartbeat delay p99 (μs)", polarity: .prefersSmaller, useScalingFactor: false)
  }

  /// Heap memory that what was made holds on to, on Linux with glibc; elsewhere 0.
  public static var heldMemory: BenchmarkMetric {
    .custom("Memory held (KiB)", polarity: .prefersSmaller, useScalingFactor: false)
  }
}

extension Benchmark {
  /// Measures a body, counts its heap allocations, and compares the bytes that it reports to have
  /// made with the keystream's and with a copy of them.
  ///
  /// The run ends when the body allocates more than `allocations` times. Limits stand here,
  /// beside what they limit, because threshold files hold no custom metrics; time has none, since
  /// it moves by half from run to run on shared machines.
  public func measure(allocations limit: UInt = 0, _ body: () throws -> Int) rethrows {
    let (bytes, time) = try measureOnce(allocations: limit, body)
    let keystreamTime = ContinuousClock().measure { Keystream.generate(bytes) }
    measurement(.keystreamPercentage, Int((keystreamTime / time * 100).rounded()))
    let copyTime = ContinuousClock().measure { Copying.copy(bytes) }
    measurement(.copyMultiple, Int((time / copyTime).rounded()))
  }

  /// Measures a body, counts its heap allocations, and compares its time with a baseline's, which
  /// does one part in `share` of the work where it is too slow for all of it.
  ///
  /// The run ends when the body allocates more than `allocations` times.
  public func measure(
    allocations limit: UInt = 0, share: Double = 1, beside baseline: () throws -> Int,
    _ body: () throws -> Int
  ) rethrows {
    let (_, time) = try measureOnce(allocations: limit, body)
    let baselineTime = try ContinuousClock().measure { Benchmark.blackHole(try baseline()) }
    measurement(.baselinePercentage, Int((time / (baselineTime * share) * 100).rounded()))
  }

  /// Like the method of the same name, for bodies that await; allocations are not counted, since a
  /// task moves between threads.
  public func measure(
    share: Double = 1, beside baseline: () async throws -> Int, _ body: () async throws -> Int
  ) async throws {
    let clock = ContinuousClock()
    // The first run makes what is made once.
    Benchmark.blackHole(try await body())
    startMeasurement()
    let start = clock.now
    Benchmark.blackHole(try await body())
    let time = clock.now - start
    stopMeasurement()
    let baselineStart = clock.now
    Benchmark.blackHole(try await baseline())
    let baselineTime = clock.now - baselineStart
    measurement(.baselinePercentage, Int((time / (baselineTime * share) * 100).rounded()))
  }

  /// Records how late the beats of a task are that sleeps for 5 ms 200 times.
  public func measureHeartbeat() async throws {
    let clock = ContinuousClock()
    var delays: [Duration] = []
    startMeasurement()
    for _ in 0..<200 {
      let start = clock.now
      try await Task.sleep(for: .milliseconds(5))
      delays.append(clock.now - start - .milliseconds(5))
    }
    stopMeasurement()
    let delay = delays.sorted()[delays.count * 99 / 100]
    measurement(.heartbeatDelay, Int((delay / .microseconds(1)).rounded()))
  }

  /// Records the random bits for each bit of entropy, once, since they are the same in every
  /// iteration.
  public func measureRandomBits(_ bits: () throws -> Double) rethrows {
    guard currentIteration == configuration.warmupIterations else { return }
    measurement(.randomBitsPercentage, Int((try bits() * 100).rounded()))
  }

  /// Measures the making of something, and the heap memory that it holds on to.
  public func measureMaking<Made>(_ make: () throws -> Made) rethrows {
    let before = allocated_bytes()
    startMeasurement()
    let made = try make()
    stopMeasurement()
    let after = allocated_bytes()
    measurement(.heldMemory, Int(after > before ? (after - before) / 1024 : 0))
    Benchmark.blackHole(made)
  }

  /// Measures a body and counts its heap allocations.
  @discardableResult
  public func measureOnce(
    allocations limit: UInt = 0, _ body: () throws -> Int
  ) rethrows -> (result: Int, time: Duration) {
    precondition(Self.countsAllocations, "allocations are not counted")
    let clock = ContinuousClock()
    // The first run makes what is made once: globals, metadata, lazily bound symbols.
    var result = try body()
    startMeasurement()
    let before = allocation_count()
    let time = try clock.measure { result = try body() }
    let count = allocation_count() - before
    stopMeasurement()
    measurement(.allocations, Int(count))
    precondition(count <= limit, "\(name): \(count) heap allocations, at most \(limit) allowed")
    return (result, time)
  }

  /// Whether the counter counts: without it every limit would be kept.
  private static let countsAllocations: Bool = {
    #if canImport(Glibc)
    let before = allocation_count()
    blackHole([UInt8](repeating: 1, count: Int(before % 2) + 4096))
    return allocation_count() > before
    #else
    return true
    #endif
  }()
}

extension Benchmark.Configuration {
  /// A million operations an iteration, for about three seconds.
  public static var bulk: Self {
    .init(
      metrics: [
        .wallClock, .throughput, .allocations, .keystreamPercentage, .copyMultiple,
      ],
      timeUnits: .nanoseconds,
      warmupIterations: isCheck ? 0 : 1,
      scalingFactor: .mega,
      maxDuration: .seconds(3),
      maxIterations: isCheck ? 1 : 100)
  }

  /// A million passwords an iteration, as ``bulk``, and the random bits that they take.
  public static var draws: Self {
    var configuration = bulk
    configuration.metrics.append(.randomBitsPercentage)
    return configuration
  }

  /// A million checks an iteration, for about three seconds.
  public static var checks: Self {
    .init(
      metrics: [.wallClock, .throughput, .allocations, .baselinePercentage],
      timeUnits: .nanoseconds, warmupIterations: 0, scalingFactor: .mega,
      maxDuration: .seconds(3), maxIterations: isCheck ? 1 : 100)
  }

  /// A million draws an iteration, as ``checks``, and the random bits that they take.
  public static var compliantDraws: Self {
    var configuration = checks
    configuration.metrics.append(.randomBitsPercentage)
    return configuration
  }

  /// One call an iteration, for about a second.
  public static var single: Self {
    .init(
      metrics: [.wallClock, .throughput, .allocations, .baselinePercentage],
      timeUnits: .microseconds, warmupIterations: 0, maxDuration: .seconds(1),
      maxIterations: isCheck ? 1 : 1_000)
  }

  /// A second of beats an iteration, three times.
  public static var heartbeat: Self {
    .init(
      metrics: [.wallClock, .heartbeatDelay], timeUnits: .milliseconds, warmupIterations: 0,
      maxDuration: .seconds(10), maxIterations: isCheck ? 1 : 3)
  }

  /// Making something once an iteration, for about a second.
  public static var making: Self {
    .init(
      metrics: [.wallClock, .throughput, .heldMemory], timeUnits: .microseconds,
      warmupIterations: 0,
      maxDuration: .seconds(1), maxIterations: isCheck ? 1 : 20)
  }

  /// A thousand calls an iteration, for about a second.
  public static var calls: Self {
    .init(
      metrics: [.wallClock, .throughput, .allocations, .baselinePercentage],
      timeUnits: .microseconds, warmupIterations: 0, scalingFactor: .kilo, maxDuration: .seconds(1),
      maxIterations: isCheck ? 1 : 100)
  }

  /// Whether one iteration of each is enough, since only the limits on allocations matter.
  private static let isCheck = ProcessInfo.processInfo.environment["BENCHMARK_CHECK"] != nil
}
