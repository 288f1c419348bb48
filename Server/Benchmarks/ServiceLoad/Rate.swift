import ArgumentParser
import AsyncHTTPClient
import NIOCore
import Synchronization

/// Requests at a fixed rate, each due at its time whether or not those before have been answered;
/// prints the median and the 99th percentile of the times from when they were due, in microseconds.
struct Rate: AsyncParsableCommand {
  @Option var url: String
  @Option var rate: Int
  @Option var seconds = 10

  func run() async throws {
    let client = HTTPClient(
      configuration: HTTPClient.Configuration(
        connectionPool: .init(
          idleTimeout: .seconds(60), concurrentHTTP1ConnectionsPerHostSoftLimit: 256)))
    let latencies = Latencies()
    let start = ContinuousClock.now + .milliseconds(100)
    let total = rate * seconds
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<total {
        let due = start + .nanoseconds(Int64(number) * 1_000_000_000 / Int64(rate))
        if due > .now { try await Task.sleep(until: due, clock: .continuous) }
        group.addTask {
          let response = try await client.execute(
            HTTPClientRequest(url: url), timeout: .seconds(60))
          _ = try await response.body.collect(upTo: 1 << 20)
          latencies.append(ContinuousClock.now - due)
        }
      }
      try await group.waitForAll()
    }
    try await client.shutdown()
    let sorted = latencies.sorted
    print(sorted[sorted.count / 2], sorted[sorted.count * 99 / 100])
  }
}

/// Latencies in whole microseconds.
private final class Latencies: Sendable {
  private let values = Mutex<[Int64]>([])

  func append(_ latency: Duration) {
    let (seconds, attoseconds) = latency.components
    values.withLock { $0.append(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) }
  }

  var sorted: [Int64] { values.withLock { $0.sorted() } }
}
