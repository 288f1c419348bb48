import AsyncAlgorithms
import Logging
import PasswordService
import ServiceLifecycle

/// Reads the configuration again when another process has changed it.
struct RefreshService: Service {
  /// How long another process's change may take to be seen.
  static let interval = Duration.seconds(1)

  let service: PasswordService
  let logger: Logger

  func run() async throws {
    for await _ in AsyncTimerSequence(interval: Self.interval, clock: .continuous)
      .cancelOnGracefulShutdown()
    {
      do {
        try await service.checkStore()
      } catch {
        logger.error("the store does not answer", metadata: ["reason": "\(error.operatorReason)"])
      }
    }
  }
}

/// Resets what has expired, and delivers what waits.
struct WorkerService: Service {
  /// Well within the minute in which something due has to be picked up, with time to deliver it.
  static let interval = Duration.seconds(5)

  let worker: JobWorker
  let logger: Logger

  func run() async throws {
    // Deliveries take as long as the target does, and what is due must not wait for them.
    async let resets: Void = repeating(worker.arrangeResets)
    await repeating(worker.deliverJobs)
    await resets
  }

  private func repeating(_ step: @Sendable () async throws(ServiceError) -> Void) async {
    await runOnce(step)
    for await _ in AsyncTimerSequence(interval: Self.interval, clock: .continuous)
      .cancelOnGracefulShutdown()
    { await runOnce(step) }
  }

  private func runOnce(_ step: @Sendable () async throws(ServiceError) -> Void) async {
    do {
      try await step()
    } catch {
      logger.error("jobs failed", metadata: ["reason": "\(error.operatorReason)"])
    }
  }
}

extension ServiceError {
  /// The reason, with what callers are not told.
  var operatorReason: String { if case .failed(let reason) = self { reason } else { description } }
}
