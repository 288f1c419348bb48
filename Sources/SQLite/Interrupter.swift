import CSQLite
import Synchronization

/// Ends the running call of a connection from another thread.
///
/// The call fails with ``ResultCode/interrupted``; a transaction that was being written is rolled
/// back. Once the connection is closed, nothing happens.
public final class Interrupter: Sendable {
  /// The address of the connection; 0 once it is closed.
  private let address: Mutex<UInt>

  init(_ connection: OpaquePointer) {
    address = Mutex(UInt(bitPattern: connection))
  }

  /// Ends the running call of the connection, if there is one.
  public func interrupt() {
    // SQLite allows this call concurrently with any other as long as the connection is open, and it
    // cannot be closed while this holds the lock.
    address.withLock { address in
      if let connection = unsafe OpaquePointer(bitPattern: address) {
        unsafe sqlite3_interrupt(connection)
      }
    }
  }

  func disarm() { address.withLock { $0 = 0 } }
}
