import Testing
import _TestSupport

@Suite("bytesFromForkedChild")
struct ForkedChildTests {
  struct SomeError: Error {}

  @Test("The bytes are those that the child wrote, and the parent's memory is untouched")
  func bytes() async {
    await #expect(processExitsWith: .success) {
      var counter: UInt8 = 1
      let bytes = try bytesFromForkedChild(byteCount: 3) { bytes in
        counter += 1
        for index in bytes.indices { bytes[index] = counter }
      }
      #expect(bytes == [2, 2, 2])
      #expect(counter == 1)
    }
  }

  @Test("A child that throws is an error here")
  func failingChild() async {
    await #expect(processExitsWith: .success) {
      #expect(throws: ForkedChildError.childFailed(status: 1 << 8)) {
        try bytesFromForkedChild(byteCount: 1) { _ in throw SomeError() }
      }
    }
  }
}
