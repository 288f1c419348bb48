import Synchronization

/// Counts and latencies of requests by route, in the text format of Prometheus.
final class RequestMetrics: Sendable {
  /// The methods that are told apart; others are counted together, since clients make them up.
  static let knownMethods: Set<String> = [
    "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH",
  ]

  /// The upper bounds of the latencies' buckets, in microseconds.
  private static let bounds: [Int64] = [
    100, 250, 500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
    2_500_000, 10_000_000,
  ]

  private struct Series: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  private struct Latencies {
    var buckets = [Int](repeating: 0, count: RequestMetrics.bounds.count)
    var count = 0
    var microseconds: Int64 = 0

    mutating func add(_ latency: Int64) {
      if let bucket = RequestMetrics.bounds.firstIndex(where: { latency <= $0 }) {
        buckets[bucket] += 1
      }
      count += 1
      microseconds += latency
    }
  }

  private let latencies = Mutex<[Series: Latencies]>([:])

  func record(method: String, route: String, status: Int, _ duration: Duration) {
    let microseconds = duration.microseconds
    let series = Series(method: method, route: route, status: status)
    latencies.withLock { $0[series, default: Latencies()].add(microseconds) }
  }

  /// The exposition.
  var text: String {
    let all = latencies.withLock { $0 }.sorted {
      ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
    }
    let name = "http_request_duration_seconds"
    var lines = [
      "# HELP \(name) How long requests took, by route.", "# TYPE \(name) histogram",
    ]
    for (series, value) in all {
      let labels =
        "method=\"\(series.method)\",route=\"\(series.route)\",status=\"\(series.status)\""
      var total = 0
      for (bound, count) in zip(Self.bounds, value.buckets) {
        total += count
        lines.append("\(name)_bucket{\(labels),le=\"\(Double(bound) / 1e6)\"} \(total)")
      }
      lines.append("\(name)_bucket{\(labels),le=\"+Inf\"} \(value.count)")
      lines.append("\(name)_sum{\(labels)} \(Double(value.microseconds) / 1e6)")
      lines.append("\(name)_count{\(labels)} \(value.count)")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
