import Foundation

extension ChildProcess {
  /// Waits for the end without a thread of those that tests run on.
  ///
  /// To be called once.
  package func ending() async -> ProcessEnding {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: waitForEnding()) }
    }
  }
}
