import Passwright

/// How many passwords were checked, and how often each rule was broken.
struct CheckTally: Sendable {
  /// Every rule that a check of this policy can find broken.
  let rules: [Rule]
  private(set) var checked = 0
  private(set) var failed = 0
  private var counts: [Int]

  init(_ policy: CompiledPolicy) {
    rules =
      policy.definition.rules
      + [.lengthBytes(max: CompiledPolicy.maximumBytes), .encoding, .contextWord]
    counts = Array(repeating: 0, count: rules.count)
  }

  mutating func addCompliant() { checked += 1 }

  /// Counts a password that breaks rules; returns their places among ``rules``.
  mutating func add(breaking violations: [Violation]) -> [Int] {
    checked += 1
    failed += 1
    return violations.map { violation in
      guard let place = rules.firstIndex(of: violation.rule) else {
        fatalError("a violation of no rule of the policy: \(violation.code)")
      }
      counts[place] += 1
      return place
    }
  }

  /// Adds what another thread has counted under the same policy.
  mutating func add(_ other: CheckTally) {
    checked += other.checked
    failed += other.failed
    for place in counts.indices { counts[place] += other.counts[place] }
  }

  /// The totals, then the rules that were broken, in the order of ``rules``.
  var lines: [String] {
    let totals =
      "\(checked.grouped) checked, \((checked - failed).grouped) compliant, \(failed.grouped) not"
    return [totals]
      + zip(rules, counts).filter { $0.1 > 0 }.map { "\($0.code): \($1.grouped)" }
  }
}
