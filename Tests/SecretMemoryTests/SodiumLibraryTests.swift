import SecretMemory
import Testing

@Suite("SodiumLibrary")
struct SodiumLibraryTests {
  @Test("libsodium can be initialised again and again")
  func again() throws {
    try SodiumLibrary.initialize()
    try SodiumLibrary.initialize()
  }

  @Test("Initialised now and initialised before are both success", arguments: [0, 1] as [Int32])
  func success(result: Int32) throws {
    try SodiumLibrary.initialize(systemHasRandomness: { true }, with: { result })
  }

  @Test("A failing initialisation is an error and no crash")
  func failure() {
    #expect(throws: SecretMemoryError.sodiumUnavailable) {
      try SodiumLibrary.initialize(systemHasRandomness: { true }, with: { -1 })
    }
  }

  @Test("Without random bytes of the system libsodium, which would abort, is not called")
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
