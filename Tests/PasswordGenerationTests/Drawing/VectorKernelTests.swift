import Randomness
import Testing
import _TestSupport

@testable import CharacterSets
@testable import PasswordGeneration

/// Whether this processor has the kernels; elsewhere there is nothing to compare.
private let kernelsAreAvailable = VectorKernels(Alphabet(.digits, mask: { _ in 1 })) != nil

@Suite("Vector kernels", .enabled(if: kernelsAreAvailable))
struct VectorKernelTests {
  private static func mask(_ code: UInt8) -> UInt8 { 1 << (code % 5) }

  /// What the tables make of random bytes, with the kernels or without.
  private func map(
    _ alphabet: Alphabet, _ random: [UInt8], kernels: Bool
  ) -> (characters: [UInt8], masks: [UInt8]) {
    let tables = AlphabetTables(alphabet, kernels: kernels)
    let slack = VectorKernels.slack
    var bytes = random + [UInt8](repeating: 0, count: slack)
    var characters = [UInt8](repeating: 0, count: random.count + slack)
    var masks = characters
    let count = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe characters.withUnsafeMutableBufferPointer { characters in
        unsafe masks.withUnsafeMutableBufferPointer { masks in
          guard let bytes = bytes.baseAddress, let characters = characters.baseAddress,
            let masks = masks.baseAddress
          else { return 0 }
          return unsafe tables.map(
            bytes, count: random.count, characters: characters, masks: masks)
        }
      }
    }
    return (Array(characters.prefix(count)), Array(masks.prefix(count)))
  }

  private func expectSame(_ alphabet: Alphabet, _ random: [UInt8]) {
    let fast = map(alphabet, random, kernels: true)
    let portable = map(alphabet, random, kernels: false)
    #expect(fast.characters == portable.characters)
    #expect(fast.masks == portable.masks)
  }

  @Test("Characters are those of the portable code, for every alphabet size", arguments: 2...95)
  func uniform(size: Int) throws {
    var source = SeededByteSource(seed: UInt64(size))
    var random = SeededRandom(seed: UInt64(size))
    let codes = ASCIISet(ASCIISet.printable.shuffled(using: &random).prefix(size))
    let alphabet = Alphabet(codes, mask: Self.mask)
    for count in [2, 62, 64, 66, 126, 128, 130, 4096, 8192] {
      expectSame(alphabet, try source.nextBytes(count))
    }
    // Every byte at every place of a vector.
    expectSame(alphabet, (0..<16_384).map { UInt8(truncatingIfNeeded: $0 &* 257 >> 6 &+ $0) })
  }

  @Test("Weighted characters are those of the portable code", arguments: 1...62)
  func weighted(ordinaryCount: Int) throws {
    var source = SeededByteSource(seed: UInt64(ordinaryCount))
    var random = SeededRandom(seed: UInt64(ordinaryCount))
    for specialCount in [1, 2, 7, 12, 20, 33, 95 - ordinaryCount] {
      let shuffled = ASCIISet.printable.shuffled(using: &random)
      let alphabet = Alphabet(
        ordinary: ASCIISet(shuffled.prefix(ordinaryCount)),
        special: ASCIISet(shuffled.suffix(min(specialCount, 95 - ordinaryCount))),
        positionsPerSpecial: 7, mask: Self.mask)
      expectSame(alphabet, try source.nextBytes(4096))
    }
  }

  @Test("All 65,536 weighted draws agree", arguments: [(62, 12), (10, 85), (47, 48), (1, 94)])
  func everyWeightedDraw(ordinaryCount: Int, specialCount: Int) {
    let codes = Array(ASCIISet.printable)
    let alphabet = Alphabet(
      ordinary: ASCIISet(codes.prefix(ordinaryCount)),
      special: ASCIISet(codes.suffix(specialCount)), positionsPerSpecial: 7, mask: Self.mask)
    let draws = (0...UInt16.max).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    expectSame(alphabet, draws)
  }

  @Test("Passwords cut by the kernels are the candidates that hold each class", arguments: 1...256)
  func cut(length: Int) throws {
    let alphabet = Alphabet(.printable, mask: Self.mask)
    let kernels = try #require(VectorKernels(alphabet))
    var source = SeededByteSource(seed: UInt64(length))
    let slack = VectorKernels.slack
    let available = length * 5 + min(3, length - 1)
    let draws = try source.nextBytes(available).map { 0x20 + $0 % 95 }
    let candidates = (0..<5).map { Array(draws[$0 * length..<($0 + 1) * length]) }
    for requiredMask: UInt8 in [0, 1, 0b10110, 0b11111] {
      let expected = candidates.filter { candidate in
        candidate.reduce(0) { $0 | Self.mask($1) } & requiredMask == requiredMask
      }
      let input = draws + [UInt8](repeating: 0xFF, count: slack)
      var output = [UInt8](repeating: 0, count: 5 * (length + 1) + slack)
      let made = unsafe input.withUnsafeBufferPointer { input in
        unsafe output.withUnsafeMutableBufferPointer { output in
          guard let input = input.baseAddress, let output = output.baseAddress else {
            return (passwords: 0, characters: 0)
          }
          return unsafe kernels.cut(
            input, available: available, length: length, requiredMask: requiredMask,
            terminator: 10, into: output, limit: 5)
        }
      }
      #expect(made.passwords == expected.count)
      #expect(made.characters == 5 * length)
      #expect(Array(output.prefix(made.passwords * (length + 1))) == expected.flatMap { $0 + [10] })
    }
  }
}
