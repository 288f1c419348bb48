import SecretMemory
import Testing

@Suite("SodiumLibrary")
struct SodiumLibraryTests {
  @Test("libsodium can be initialized repeatedly")
  func again() throws {
    try SodiumLibrary.initialize()
    try SodiumLibrary.initialize()
  }

  @Test("Initialized now and initialized before are both success", arguments: [0, 1] as [Int32])
  func success(result: Int32) throws {
    try SodiumLibrary.initialize(systemHasRandomness: { true }, with: { result })
  }

  @Test("A failing initialization is an error, not a crash")
  func failure() {
    #expect(throws: SecretMemoryError.sodiumUnavailable) {
      try SodiumLibrary.initialize(systemHasRandomness: { true }, with: { -1 })
    }
  }

  @Test("Without the system's random bytes libsodium, which would abort, is not called")
  func noRandomness() {
    #expect(throws: SecretMemoryError.sodiumUnavailable) {
      try SodiumLibrary.initialize(
        systemHasRandomness: { false },
        with: {
          Issue.record("sodium_init was called")
          return 0
        })
    }
  }
}
