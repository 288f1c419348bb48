import CSodium
import Platform
import Synchronization

/// The one place where libsodium is initialised.
package enum SodiumLibrary {
  private static let isInitialized = Atomic<Bool>(false)

  /// Initialises libsodium; safe to call often and from any thread.
  ///
  /// The system's source of random bytes is asked for one first: without it `sodium_init` would end
  /// the process. Where the source fails later, libsodium does end it; see
  /// ``handleMisuse(with:)``.
  ///
  /// - Throws: ``SecretMemoryError/sodiumUnavailable`` if the system has no random bytes or
  ///   `sodium_init` reports failure.
  package static func initialize() throws(SecretMemoryError) {
    guard !isInitialized.load(ordering: .acquiring) else { return }
    try initialize(systemHasRandomness: systemHasRandomness, with: sodium_init)
    isInitialized.store(true, ordering: .releasing)
  }

  /// Initialises libsodium with stand-ins for the system and for `sodium_init`.
  package static func initialize(
    systemHasRandomness: () -> Bool, with initialize: () -> Int32
  ) throws(SecretMemoryError) {
    // 0: done now; 1: was done before; -1: failed, and nothing of libsodium may be used.
    guard systemHasRandomness(), initialize() >= 0 else { throw .sodiumUnavailable }
  }

  /// Sets what libsodium calls before it ends the process: when it is called wrongly, or when the
  /// system gives no random bytes.
  package static func handleMisuse(with handler: @convention(c) () -> Void) {
    _ = sodium_set_misuse_handler(handler)
  }

  /// Asks where libsodium asks: `getrandom`, or the device where that fails.
  private static func systemHasRandomness() -> Bool {
    #if os(Linux)
    var byte: UInt8 = 0
    if unsafe getrandom(&byte, 1, 0) == 1 { return true }
    #endif
    return Platform.canReadByte(of: "/dev/urandom")
  }
}
