import Foundation
import PasswordGeneration
import Testing
import _TestSupport

@Suite("Password")
struct PasswordTests {
  @Test("Bytes, count and text agree", arguments: SmallRecipe.typical)
  func access(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 9)
    let password = try generator.next()
    let text = password.reveal()
    let bytes = Array(text.utf8)
    let span = password.bytes
    #expect(span.count == bytes.count)
    #expect(password.count == bytes.count)
    #expect(bytes.indices.allSatisfy { span[$0] == bytes[$0] })
    #expect(unsafe password.withUnsafeBytes { unsafe Array($0) } == bytes)
    // A second look gives the same.
    #expect(password.reveal() == text)
  }

  @Test("An error in the body is passed on unchanged")
  func errors() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 9)
    let password = try generator.next()
    do {
      try unsafe password.withUnsafeBytes { _ throws(CancellationError) in
        throw CancellationError()
      }
      Issue.record("no error")
    } catch {
      #expect(type(of: error) == CancellationError.self)
    }
  }

  /// The allocator keeps notes of its own in the first bytes of a free block.
  static let allocatorNotes = 32

  @Test("After its lifetime, the heap returns its memory without it", arguments: [100, 200, 1000])
  func isWiped(length: Int) throws {
    let recipe = SmallRecipe("", length: length...length) { $0.keep("x", in: .lowercase) }
    var generator = try recipe.generator(seed: 1)
    for _ in 0..<100 {
      let address = try addressOfLostPassword(&generator)
      guard let block = unsafe malloc(length) else { continue }
      defer { unsafe free(block) }
      guard UInt(bitPattern: block) == address else { continue }
      let left = unsafe UnsafeRawBufferPointer(start: block, count: length)
        .dropFirst(Self.allocatorNotes)
      unsafe #expect(left.count { $0 == UInt8(ascii: "x") } == 0)
      return
    }
    try Test.cancel("this allocator does not give the same block back")
  }

  private func addressOfLostPassword(
    _ generator: inout Generator<SeededByteSource>
  ) throws -> UInt {
    let password = try generator.next()
    return unsafe password.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
  }
}
