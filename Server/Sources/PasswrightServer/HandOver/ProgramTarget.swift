import PasswordService
import Subprocess
import SystemPackage
import TextTools

/// Hands passwords over to a program of the operator's: the delivery as JSON on its standard input,
/// nothing in its arguments; status 0 confirms.
struct ProgramTarget: HandOverTarget {
  let path: String

  /// That of the service without what opens its store.
  private static var environment: Environment {
    .inherit.updating([
      "PASSWRIGHT_MASTER_KEY": nil, "CREDENTIALS_DIRECTORY": nil,
    ])
  }

  /// How long the program may take.
  static let timeLimit = Duration.seconds(60)

  func deliver(_ delivery: Delivery) async throws(DeliveryFailure) {
    let status: TerminationStatus
    do {
      status = try await withTimeLimit(Self.timeLimit) {
        try await run(
          .path(.init(path)), environment: Self.environment,
          input: .string(delivery.json.text + "\n"), output: .discarded,
          error: .discarded
        ).terminationStatus
      }
    } catch is TimeLimitReached {
      throw DeliveryFailure("the program did not end within \(Self.timeLimit)")
    } catch {
      throw DeliveryFailure("the program cannot be run")
    }
    guard status.isSuccess else { throw DeliveryFailure("the program ended with \(status)") }
  }
}

/// The time is over.
struct TimeLimitReached: Error {}

/// Runs `body` and cancels it when the time is over.
func withTimeLimit<Value: Sendable>(
  _ limit: Duration, _ body: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value.self) { group in
    group.addTask { try await body() }
    group.addTask {
      try await Task.sleep(for: limit)
      throw TimeLimitReached()
    }
    defer { group.cancelAll() }
    guard let value = try await group.next() else { throw TimeLimitReached() }
    return value
  }
}
