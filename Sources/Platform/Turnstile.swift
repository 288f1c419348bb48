/// A turnstile that lets threads pass one after another, in the order of their numbers from 0.
///
/// ```swift
/// turns.wait(for: number)
/// write(result)
/// turns.pass()
/// ```
/// Each number must pass exactly once, or those after it wait forever.
package final class Turnstile: Sendable {
  private let turn = Monitor(0)

  package init() {}

  /// Waits until all smaller numbers have passed.
  package func wait(for number: Int) {
    turn.wait { turn in turn < number ? nil : () }
  }

  /// Passes the turn to the next number.
  package func pass() {
    turn.change { $0 += 1 }
  }
}
