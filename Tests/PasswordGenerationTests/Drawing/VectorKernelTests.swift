import CharacterSets
import Testing
import _TestSupport

@testable import PasswordGeneration

@Suite("Vector kernels")
struct VectorKernelTests {
  private static func mask(_ code: UInt8) -> UInt8 { 1 << (code % 5) }

  private static func alphabet(_ size: Int) -> Alphabet {
    var random = SeededRandom(seed: UInt64(size))
    let codes = ASCIISet(ASCIISet.printable.shuffled(using: &random).prefix(size))
    return Alphabet(codes, mask: mask)
  }

  /// What tables make of random bytes.
  private func map(
    _ tables: AlphabetTables, _ random: [UInt8]
  ) -> (characters: [UInt8], masks: [UInt8]) {
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
          let count = unsafe tables.map(
            bytes, count: random.count, characters: characters, masks: masks)
          unsafe tables.classify(characters, count: count, into: masks)
          return count
        }
      }
    }
    return (Array(characters.prefix(count)), Array(masks.prefix(count)))
  }

  /// Compares all kernels with the portable code.
  private func expectSame(_ alphabet: Alphabet, _ blocks: [[UInt8]]) {
    let portable = AlphabetTables(alphabet, kernels: nil)
    let expected = blocks.map { map(portable, $0) }
    for tested in TestedKernels.all {
      let tables = AlphabetTables(alphabet, kernels: tested.kernels)
      // One comparison for all blocks: a macro for each would take longer than the kernels.
      let differing = blocks.indices.first { map(tables, blocks[$0]) != expected[$0] }
      #expect(differing == nil, "\(tested.name)")
    }
  }

  @Test("The emulated kernels and those of this processor are tested")
  func tested() {
    let names = TestedKernels.all.map(\.name)
    print("Vector kernels tested: \(names.joined(separator: "; "))")
    #expect(names.first == "AVX-512, emulated")
    #expect(names.count == 1 + KernelSet.supported.count)
    #expect(KernelSet.best?.name == KernelSet.supported.first?.name)
  }

  @Test("Characters are those of the portable code, for every alphabet size", arguments: 2...95)
  func uniform(size: Int) throws {
    let alphabet = Self.alphabet(size)
    var source = SeededByteSource(seed: UInt64(size))
    var blocks: [[UInt8]] = []
    for count in [2, 30, 32, 34, 62, 64, 66, 126, 128, 130, 4096] {
      blocks.append(try source.nextBytes(count))
    }
    // Every byte at every place of a vector.
    if thinned(2...95).contains(size) {
      blocks.append((0..<16_384).map { UInt8(truncatingIfNeeded: $0 &* 257 >> 6 &+ $0) })
    }
    // In release mode 3.6 million vectors of 64 bytes for all sizes together.
    for _ in 0..<scaled(300) { blocks.append(try source.nextBytes(scaled(8192))) }
    expectSame(alphabet, blocks)
  }

  @Test("Weighted characters are those of the portable code", arguments: 1...94)
  func weighted(ordinaryCount: Int) throws {
    var source = SeededByteSource(seed: UInt64(ordinaryCount))
    var random = SeededRandom(seed: UInt64(ordinaryCount))
    let some = thinned(1...94).contains(ordinaryCount) ? [1, 2, 7, 20, 33] : []
    for specialCount in [12, 95 - ordinaryCount] + some {
      let shuffled = ASCIISet.printable.shuffled(using: &random)
      let alphabet = Alphabet(
        ordinary: ASCIISet(shuffled.prefix(ordinaryCount)),
        special: ASCIISet(shuffled.suffix(min(specialCount, 95 - ordinaryCount))),
        positionsPerSpecial: 7, mask: Self.mask)
      var blocks = [2, 30, 32, 34, 62, 66].map { Array(repeating: UInt8(0xE1), count: $0) }
      for _ in 0..<scaled(30) { blocks.append(try source.nextBytes(scaled(4096))) }
      expectSame(alphabet, blocks)
    }
  }

  @Test("All 65,536 weighted draws agree", arguments: [(62, 12), (10, 85), (47, 48), (1, 94)])
  func everyWeightedDraw(ordinaryCount: Int, specialCount: Int) {
    let codes = Array(ASCIISet.printable)
    let alphabet = Alphabet(
      ordinary: ASCIISet(codes.prefix(ordinaryCount)),
      special: ASCIISet(codes.suffix(specialCount)), positionsPerSpecial: 7, mask: Self.mask)
    let draws = (0...UInt16.max).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    expectSame(alphabet, [draws])
  }

  @Test(
    "Passwords cut by the kernels are the candidates that contain each class", arguments: 1...256)
  func cut(length: Int) throws {
    // Sizes from 2 to 95, each with two lengths or three.
    let alphabet = Self.alphabet(2 + length * 37 % 94)
    var source = SeededByteSource(seed: UInt64(length))
    var random = SeededRandom(seed: UInt64(length))
    for requiredMask: UInt8 in [0, 1, 0b10110, 0b11111] {
      for _ in 0..<scaled(30) {
        let whole = random.number(1...12)
        let available = whole * length + random.number(0...length - 1)
        let limit = random.number(1...whole + 1)
        let draws = try source.nextBytes(available).map { alphabet.codes[Int($0) % alphabet.count] }
        let expected = Self.cut(draws, length, requiredMask: requiredMask, limit: limit)
        for tested in TestedKernels.all {
          let made = cut(
            draws, length, requiredMask: requiredMask, limit: limit,
            with: VectorKernels(alphabet, kernels: tested.kernels))
          #expect(made == expected, "\(tested.name)")
        }
      }
    }
  }

  /// What a cut gives: passwords with their line feeds, and the characters used up.
  private struct Cut: Equatable {
    var text: [UInt8] = []
    var used = 0
  }

  private static func cut(
    _ draws: [UInt8], _ length: Int, requiredMask: UInt8, limit: Int
  ) -> Cut {
    var cut = Cut()
    while draws.count - cut.used >= length && cut.text.count < limit * (length + 1) {
      let candidate = draws[cut.used..<cut.used + length]
      let found = candidate.reduce(0) { $0 | mask($1) }
      if found & requiredMask == requiredMask { cut.text += candidate + [10] }
      cut.used += length
    }
    return cut
  }

  /// Calls a kernel, and sees that it writes no further than it may.
  private func cut(
    _ draws: [UInt8], _ length: Int, requiredMask: UInt8, limit: Int, with kernels: VectorKernels
  ) -> Cut {
    let slack = VectorKernels.slack
    let input = draws + [UInt8](repeating: 0xFF, count: slack)
    let room = limit * (length + 1) + slack
    var output = [UInt8](repeating: 0xA5, count: room + slack)
    let made = unsafe input.withUnsafeBufferPointer { input in
      unsafe output.withUnsafeMutableBufferPointer { output in
        guard let input = input.baseAddress, let output = output.baseAddress else {
          return (passwords: 0, characters: 0)
        }
        return unsafe kernels.cut(
          input, available: draws.count, length: length, requiredMask: requiredMask,
          terminator: 10, into: output, limit: limit)
      }
    }
    #expect(output[room...].allSatisfy { $0 == 0xA5 })
    return Cut(text: Array(output.prefix(made.passwords * (length + 1))), used: made.characters)
  }
}
