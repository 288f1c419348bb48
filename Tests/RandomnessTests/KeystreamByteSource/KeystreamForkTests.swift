import Randomness
import Testing
import _TestSupport

/// Each in a process of its own: a fork of one with many threads inherits their locks, held for ever.
@Suite("KeystreamByteSource: after fork")
struct KeystreamForkTests {
  static let key = (0..<32).map { UInt8($0 * 3) }

  /// Small requests are answered from the buffer, large ones past it.
  static let sizes = [64, 2048]

  /// A source with a known key, a part of whose buffer has been given out, and its model.
  private static func usedSource(
    _ model: inout FastKeyErasureModel
  ) throws -> KeystreamByteSource {
    model = FastKeyErasureModel(key: key)
    var source = try KeystreamByteSource()
    source.setKey(key)
    for size in [100, 2048] {
      let bytes = try source.nextBytes(size)
      #expect(firstDifference(bytes, model.nextBytes(size)) == nil)
    }
    return source
  }

  private static func childBytes(_ source: inout KeystreamByteSource, _ size: Int) throws -> [UInt8]
  {
    try bytesFromForkedChild(byteCount: size) { try source.fill(&$0) }
  }

  @Test("The child does not produce the parent's next bytes", arguments: sizes)
  func childDiffers(size: Int) async {
    await #expect(processExitsWith: .success) { [size] in
      var model = FastKeyErasureModel(key: Self.key)
      var source = try Self.usedSource(&model)
      let child = try Self.childBytes(&source, size)
      let parent = try source.nextBytes(size)
      #expect(child != parent)
      #expect(Array(child.prefix(16)) != Array(parent.prefix(16)))
    }
  }

  @Test("The parent continues as if nothing had happened", arguments: sizes)
  func parentGoesOn(size: Int) async {
    await #expect(processExitsWith: .success) { [size] in
      var model = FastKeyErasureModel(key: Self.key)
      var source = try Self.usedSource(&model)
      _ = try Self.childBytes(&source, size)
      #expect(firstDifference(try source.nextBytes(size), model.nextBytes(size)) == nil)
    }
  }

  @Test("The child produces neither zeros nor the stream of a zero key", arguments: sizes)
  func childIsNotZeroed(size: Int) async {
    await #expect(processExitsWith: .success) { [size] in
      var model = FastKeyErasureModel(key: Self.key)
      var zeroModel = FastKeyErasureModel(key: [UInt8](repeating: 0, count: 32))
      var source = try Self.usedSource(&model)
      let child = try Self.childBytes(&source, size)
      #expect(child != [UInt8](repeating: 0, count: size))
      #expect(child != zeroModel.nextBytes(size))
    }
  }

  @Test("Two children of one parent differ", arguments: sizes)
  func siblings(size: Int) async {
    await #expect(processExitsWith: .success) { [size] in
      var model = FastKeyErasureModel(key: Self.key)
      var source = try Self.usedSource(&model)
      let first = try Self.childBytes(&source, size)
      let second = try Self.childBytes(&source, size)
      #expect(first != second)
    }
  }

  @Test("A grandchild differs from the child in the middle", arguments: sizes)
  func grandchild(size: Int) async {
    await #expect(processExitsWith: .success) { [size] in
      var model = FastKeyErasureModel(key: Self.key)
      var source = try Self.usedSource(&model)
      let both = try bytesFromForkedChild(byteCount: 2 * size) { bytes in
        // The child takes its own key first, which the grandchild then must not use.
        _ = try source.nextBytes(8)
        let grandchild = try Self.childBytes(&source, size)
        let child = try source.nextBytes(size)
        for index in 0..<size {
          bytes[index] = child[index]
          bytes[size + index] = grandchild[index]
        }
      }
      #expect(both[..<size] != both[size...])
    }
  }

  @Test("Two draws of a child differ")
  func childAdvances() async {
    await #expect(processExitsWith: .success) {
      var model = FastKeyErasureModel(key: Self.key)
      var source = try Self.usedSource(&model)
      let both = try bytesFromForkedChild(byteCount: 128) { bytes in
        let first = try source.nextBytes(64)
        let second = try source.nextBytes(64)
        for index in 0..<64 {
          bytes[index] = first[index]
          bytes[64 + index] = second[index]
        }
      }
      #expect(both[..<64] != both[64...])
    }
  }
}
