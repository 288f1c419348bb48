import Synchronization

/// Counts failed authentications by address and by the first characters of the key.
public final class GuessLimiter: Sendable {
  /// How many failures within ``window`` are answered at once: 10.
  public static let maximumFailures = 10
  /// How long a failure counts, in milliseconds: a minute.
  public static let window = 60_000
  /// How many addresses and prefixes are remembered: when there are more, the oldest are forgotten.
  static let maximumSubjects = 10_000

  fileprivate struct State {
    var failures: [String: [Int]] = [:]
  }

  private let state = Mutex(State())
  private let clock: ServiceClock

  /// Makes a limiter that knows of no failure.
  public init(clock: ServiceClock) {
    self.clock = clock
  }

  /// Counts a failure.
  ///
  /// - Returns: how many milliseconds the answer has to wait; 0: it may go out at once.
  public func recordFailure(origin: String, key: String?) -> Int {
    let now = clock.now()
    let subjects = ["address \(origin)"] + (key.map { ["key \(ServiceKey.prefix(of: $0))"] } ?? [])
    return state.withLock { state in
      var wait = 0
      for subject in subjects {
        var times = state.failures[subject, default: []].filter { $0 > now - Self.window }
        if times.count >= Self.maximumFailures { wait = max(wait, times[0] + Self.window - now) }
        // More than the maximum says nothing more.
        times = times.suffix(Self.maximumFailures - 1) + [now]
        state.failures[subject] = times
      }
      if state.failures.count > Self.maximumSubjects { state.forgetOldest() }
      return wait
    }
  }
}

extension GuessLimiter.State {
  /// Forgets the half whose last failure is the longest ago.
  fileprivate mutating func forgetOldest() {
    let last = failures.values.map { $0.last ?? 0 }.sorted()
    let middle = last[last.count / 2]
    failures = failures.filter { ($0.value.last ?? 0) > middle }
  }
}
