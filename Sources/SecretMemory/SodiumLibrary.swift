import CSodium

/// The one place where libsodium is initialised.
package enum SodiumLibrary {
  /// Initialises libsodium; safe to call often and from any thread.
  ///
  /// - Parameter initialize: `sodium_init`; tests pass one that fails.
  /// - Throws: ``SecretMemoryError/sodiumUnavailable`` if it reports failure.
  package static func initialize(
    with initialize: () -> Int32 = sodium_init
  ) throws(SecretMemoryError) {
    // 0: done now; 1: was done before; -1: failed, and nothing of libsodium may be used.
    guard initialize() >= 0 else { throw .sodiumUnavailable }
  }
}
