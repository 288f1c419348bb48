import Randomness
import Testing
import _TestSupport

@Suite("SystemByteSource")
struct SystemByteSourceTests {
  @Test("It fills every byte of the buffer", arguments: [1, 2, 15, 16, 1000])
  func fillsAll(count: Int) throws {
    var source = try SystemByteSource()
    // A byte keeps its value by chance in one call of 256, in all of 40 calls never.
    var hasChanged = [Bool](repeating: false, count: count)
    for _ in 0..<40 {
      for (index, byte) in try source.nextBytes(count).enumerated() where byte != 0xA5 {
        hasChanged[index] = true
      }
    }
    #expect(!hasChanged.contains(false))
  }

  @Test("Every call gives different bytes")
  func callsDiffer() throws {
    var source = try SystemByteSource()
    let draws = try (0..<100).map { _ in try source.nextBytes(16) }
    #expect(Set(draws).count == 100)
  }

  @Test("Two copies give different bytes: there is no state to share")
  func copies() throws {
    var source = try SystemByteSource()
    var copy = source
    #expect(try source.nextBytes(16) != copy.nextBytes(16))
  }

  @Test("An empty request succeeds")
  func emptyRequest() throws {
    var source = try SystemByteSource()
    #expect(try source.nextBytes(0) == [])
  }

  @Test("Parent and forked child differ")
  func fork() async {
    await #expect(processExitsWith: .success) {
      var source = try SystemByteSource()
      _ = try source.nextBytes(16)
      let child = try bytesFromForkedChild(byteCount: 16) { try source.fill(&$0) }
      #expect(try source.nextBytes(16) != child)
    }
  }
}
