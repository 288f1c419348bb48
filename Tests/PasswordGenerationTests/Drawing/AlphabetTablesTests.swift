import CharacterSets
import Testing
import _TestSupport

@testable import PasswordGeneration

@Suite("AlphabetTables")
struct AlphabetTablesTests {
  /// A mask that depends on the character, to see that the two are mapped alike.
  private static func mask(_ code: UInt8) -> UInt8 { code % 31 }

  /// Characters spread over the printable ones, of any number up to 95.
  private static func characters(_ count: Int, seed: UInt64) -> ASCIISet {
    var random = SeededRandom(seed: seed)
    return ASCIISet(Array(0x20...0x7E as ClosedRange<UInt8>).shuffled(using: &random).prefix(count))
  }

  private func map(_ bytes: [UInt8], _ tables: AlphabetTables) -> (codes: [UInt8], masks: [UInt8]) {
    var random = bytes + [UInt8](repeating: 0, count: 64)
    var codes = [UInt8](repeating: 0, count: bytes.count + 64)
    var masks = codes
    var count = 0
    unsafe random.withUnsafeMutableBufferPointer { random in
      unsafe codes.withUnsafeMutableBufferPointer { codes in
        unsafe masks.withUnsafeMutableBufferPointer { masks in
          guard let random = random.baseAddress, let codes = codes.baseAddress,
            let masks = masks.baseAddress
          else { return }
          count = unsafe tables.map(random, count: bytes.count, characters: codes, masks: masks)
          unsafe tables.classify(codes, count: count, into: masks)
        }
      }
    }
    return (Array(codes[..<count]), Array(masks[..<count]))
  }

  private func counts(of codes: [UInt8]) -> [UInt8: Int] {
    codes.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  // MARK: One byte a draw

  @Test("Each character comes from the same number of the 256 bytes", arguments: 1...95)
  func everyByte(count: Int) {
    let characters = Self.characters(count, seed: UInt64(count))
    let alphabet = Alphabet(characters, mask: Self.mask)
    let drawn = map(Array(0...255), AlphabetTables(alphabet))
    #expect(drawn.masks == drawn.codes.map(Self.mask))
    // A single character takes no draw: the count is that of the characters wanted.
    let each = 256 / count
    #expect(
      counts(of: drawn.codes) == Dictionary(uniqueKeysWithValues: characters.map { ($0, each) }))
  }

  @Test("Blocks of any size are mapped as byte by byte", arguments: 2...95)
  func blocks(count: Int) {
    let alphabet = Alphabet(Self.characters(count, seed: UInt64(count)), mask: Self.mask)
    let tables = AlphabetTables(alphabet)
    var random = SeededRandom(seed: 1000 + UInt64(count))
    for blockCount in [1, 2, 15, 16, 17, 31, 32, 33, 64, 100] {
      let bytes = (0..<blockCount).map { _ in UInt8.random(in: 0...255, using: &random) }
      // The 256 products v·n fall into n intervals of 256; the first 256 mod n of each are dropped.
      let expected = bytes.compactMap { byte -> UInt8? in
        let product = Int(byte) * count
        return product % 256 < 256 % count ? nil : alphabet.codes[product / 256]
      }
      #expect(map(bytes, tables).codes == expected)
    }
  }

  // MARK: Two bytes a draw

  /// Counts of letters and specials whose shares the ratio changes, up to the maximum weights.
  static let weightedCounts = [
    (62, 12), (62, 20), (62, 33), (1, 1), (1, 94), (94, 1), (47, 48), (46, 49), (7, 85), (6, 2),
    (5, 1), (10, 12), (83, 12), (79, 16),
  ]

  @Test(
    "Each character comes from as many of the 65,536 byte pairs as its weight requires",
    arguments: weightedCounts)
  func everyPair(ordinaryCount: Int, specialCount: Int) {
    let codes = Array(0x20...0x7E as ClosedRange<UInt8>)
    let ordinary = ASCIISet(codes.prefix(ordinaryCount))
    let special = ASCIISet(codes.suffix(specialCount))
    let alphabet = Alphabet(
      ordinary: ordinary, special: special, positionsPerSpecial: 7, mask: Self.mask)
    guard !alphabet.isUniform else {
      #expect(specialCount * 7 <= ordinaryCount + specialCount)
      return
    }
    let bytes = (0..<65536).flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let drawn = map(bytes, AlphabetTables(alphabet))
    #expect(drawn.masks == drawn.codes.map(Self.mask))
    let counts = counts(of: drawn.codes)
    // The specials of one kind are as many, and together a sixth of the others.
    let ofOrdinary = Set(ordinary.map { counts[$0, default: 0] })
    let ofSpecial = Set(special.map { counts[$0, default: 0] })
    #expect(ofOrdinary.count == 1 && ofSpecial.count == 1)
    #expect(6 * specialCount * (ofSpecial.first ?? 0) == ordinaryCount * (ofOrdinary.first ?? 0))
    // Fewer are dropped than would make another share of each.
    let total = drawn.codes.count
    #expect(total <= 65536 && 65536 - total < 7 * ordinaryCount * specialCount)
  }

  @Test("The random bytes of a character include those of rejected draws")
  func cost() {
    #expect(AlphabetTables(Alphabet(ASCIISet("a".utf8), mask: Self.mask)).bytesPerDraw == 0)
    #expect(AlphabetTables(Alphabet(ASCIISet("a".utf8), mask: Self.mask)).bytesPerCharacter == 0)
    let usual = AlphabetTables(Alphabet(Self.characters(74, seed: 1), mask: Self.mask))
    #expect(usual.bytesPerDraw == 1)
    #expect(abs(usual.bytesPerCharacter - 256.0 / 222) < 1e-12)
    let even = AlphabetTables(Alphabet(Self.characters(64, seed: 1), mask: Self.mask))
    #expect(even.bytesPerCharacter == 1)
  }
}
