import CSodium
import Platform
import Synchronization

/// The only place where libsodium is initialized.
package enum SodiumLibrary {
  private static let isInitialized = Atomic<Bool>(false)

  /// Initializes libsodium; safe to call repeatedly and from any thread.
  ///
  /// This first asks the system's source of random bytes for one byte, since without it
  /// `sodium_init` would end the process. If the source fails later, libsodium does end the
  /// process; see ``handleMisuse(with:)``.
  ///
  /// - Throws: ``SecretMemoryError/sodiumUnavailable`` if the system has no random bytes or
  ///   `sodium_init` reports failure.
  package static func initialize() throws(SecretMemoryError) {
    guard !isInitialized.load(ordering: .acquiring) else { return }
    try initialize(systemHasRandomness: systemHasRandomness, with: sodium_init)
    isInitialized.store(true, ordering: .releasing)
  }

  /// Initializes libsodium with substitutes for the system and for `sodium_init`.
  package static func initialize(
    systemHasRandomness: () -> Bool, with initialize: () -> Int32
  ) throws(SecretMemoryError) {
    // 0: done now; 1: already done; -1: failed, and libsodium must not be used.
    guard systemHasRandomness(), initialize() >= 0 else { throw .sodiumUnavailable }
  }

  /// Sets what libsodium calls before it ends the process: when it is misused, or when the system
  /// provides no random bytes.
  package static func handleMisuse(with handler: @convention(c) () -> Void) {
    _ = sodium_set_misuse_handler(handler)
  }

  /// Asks the same source as libsodium: `getrandom`, or the device where that fails.
  private static func systemHasRandomness() -> Bool {
    #if os(Linux)
    var byte: UInt8 = 0
    if unsafe getrandom(&byte, 1, 0) == 1 { return true }
    #endif
    return Platform.canReadByte(of: "/dev/urandom")
  }
}
