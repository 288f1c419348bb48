import PasswordService
import Synchronization

/// A target that notes what it is given.
final class CollectingTarget: HandOverTarget {
  private let state = Mutex<[(id: Int, record: Int, kind: String, password: String)]>([])

  var jobs: [(id: Int, record: Int, kind: String, password: String)] { state.withLock { $0 } }

  func deliver(_ delivery: Delivery) async throws(DeliveryFailure) {
    state.withLock {
      $0.append((delivery.jobID, delivery.recordID, delivery.kind.rawValue, delivery.password))
    }
  }
}
