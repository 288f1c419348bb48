import BigInt
import ExactIntegers
import Foundation
import Testing
import _TestSupport

@Suite("Natural numbers of any size")
struct BigUIntTests {
  @Test(
    "All operations agree with another library", arguments: [1, 2, 3, 5, 20, 100],
    scaled(0..<200 as Range<UInt64>))
  func operations(maximumWords: Int, seed: UInt64) {
    var random = SeededByteSource(seed: seed)
    let a = Natural.random(maximumWords: maximumWords, using: &random)
    let b = Natural.random(maximumWords: maximumWords, using: &random)
    let c = Natural.random(maximumWords: 2, using: &random)
    let factor = random.next()
    let shift = Int(random.next() % 200)
    #expect((a.number + b.number).isEqual(to: a.oracle + b.oracle), "\(a) + \(b)")
    #expect((a.number * b.number).isEqual(to: a.oracle * b.oracle), "\(a) * \(b)")
    let (more, less) = a.oracle < b.oracle ? (b, a) : (a, b)
    #expect((more.number - less.number).isEqual(to: more.oracle - less.oracle), "\(more) - \(less)")
    #expect((a.number < b.number) == (a.oracle < b.oracle), "\(a) < \(b)")
    #expect((a.number == b.number) == (a.oracle == b.oracle), "\(a) == \(b)")
    for divisor in [b, c] where divisor.number != 0 {
      let (quotient, remainder) = a.number.quotientAndRemainder(dividingBy: divisor.number)
      #expect(quotient.isEqual(to: a.oracle / divisor.oracle), "\(a) / \(divisor)")
      #expect(remainder.isEqual(to: a.oracle % divisor.oracle), "\(a) % \(divisor)")
    }
    #expect((a.number << shift).isEqual(to: a.oracle << shift), "\(a) << \(shift)")
    #expect((a.number >> shift).isEqual(to: a.oracle >> shift), "\(a) >> \(shift)")
    #expect(a.number.bitWidth == a.oracle.bitWidth, "\(a)")
    var sum = a.number
    sum.multiplyAndAdd(b.number, factor)
    #expect(
      sum.isEqual(to: a.oracle + b.oracle * OracleInteger(factor)), "\(a) + \(b) · \(factor)")
    let divisor = a.number.greatestCommonDivisor(with: b.number)
    #expect(
      divisor.isEqual(to: a.oracle.greatestCommonDivisor(with: b.oracle)), "\(a), \(b)")
    #expect(a.number.description == a.oracle.description)
    #expect(TestedInteger(a.oracle.description) == a.number, "\(a)")
  }

  /// Quotients whose first estimate of a digit is too large, or at its limit.
  @Test(
    "Division corrects its digits",
    arguments: [
      [0, 0, 1 << 63], [UInt64.max, .max, .max - 1], [0, .max - 1, 1 << 63],
      [.max, .max, .max, 1 << 63], [0, 0, 0, 1], [1, 0, 0, 1 << 63],
    ] as [[UInt64]],
    [[1, 1 << 63], [.max, .max], [0, 1 << 63], [.max, 1 << 63], [1, 0, 1 << 63], [3, 1]]
      as [[UInt64]])
  func digits(dividend: [UInt64], divisor: [UInt64]) {
    let (a, b) = (Natural(dividend), Natural(divisor))
    let (quotient, remainder) = a.number.quotientAndRemainder(dividingBy: b.number)
    #expect(quotient.isEqual(to: a.oracle / b.oracle))
    #expect(remainder.isEqual(to: a.oracle % b.oracle))
  }

  @Test(
    "Long products and powers are right, of equal lengths and of unequal ones",
    arguments: [(39, 39), (40, 40), (41, 40), (79, 41), (160, 40), (161, 45), (333, 200), (500, 7)])
  func products(left: Int, right: Int) {
    let a = Natural([UInt64](repeating: .max, count: left))
    let b = Natural([UInt64](repeating: .max, count: right))
    #expect((a.number * b.number).isEqual(to: a.oracle * b.oracle))
    #expect((b.number * a.number).isEqual(to: a.oracle * b.oracle))
    var random = SeededByteSource(seed: UInt64(left))
    let c = Natural((0..<left).map { _ in random.next() })
    let d = Natural((0..<right).map { _ in random.next() })
    #expect((c.number * d.number).isEqual(to: c.oracle * d.oracle))
  }

  @Test("Powers are right", arguments: [0, 1, 2, 3, 10, 84, UInt64.max], [0, 1, 2, 5, 64, 301])
  func powers(base: UInt64, exponent: Int) {
    #expect(
      TestedInteger(base).power(exponent)
        .isEqual(to: OracleInteger(base).power(exponent)))
  }

  @Test(
    "Decimal digits read back, even near powers of ten", arguments: [1, 18, 19, 20, 38, 76, 500])
  func decimal(digits: Int) throws {
    let power = "1" + String(repeating: "0", count: digits)
    let nines = String(repeating: "9", count: digits)
    for text in [power, nines, String(repeating: "7", count: digits)] {
      #expect(TestedInteger(text)?.description == text)
    }
    #expect(TestedInteger("000" + nines)?.description == nines)
    let one: TestedInteger = 1
    #expect(try #require(TestedInteger(nines)) + one == TestedInteger(power))
  }

  @Test(
    "Text that is not a natural number is refused",
    arguments: [
      "", "-1", "+1", " 1", "1 ", "1_000", "1.0", "1e5", "0x10", "١٢", "12\u{0}", "½", "a",
      String(repeating: "9", count: 100) + "x", "\u{FEFF}1",
    ])
  func refused(text: String) {
    #expect(TestedInteger(text) == nil)
  }

  @Test("200,000 digits are read and written")
  func long() throws {
    let text = String(repeating: "1234567890", count: 20_000)
    #expect(try #require(TestedInteger(text)).description == text)
  }

  @Test("In JSON it is a string of digits")
  func coding() throws {
    let number = TestedInteger(10).power(30)
    let data = try JSONEncoder().encode([number])
    #expect(
      String(decoding: data, as: UTF8.self) == "[\"1" + String(repeating: "0", count: 30) + "\"]")
    #expect(try JSONDecoder().decode([TestedInteger].self, from: data) == [number])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([TestedInteger].self, from: Data("[\"-1\"]".utf8))
    }
  }

  @Test("Integers of all types convert to it, and those that fit convert back")
  func conversion() {
    #expect(TestedInteger(UInt128.max).description == UInt128.max.description)
    #expect(TestedInteger(Int8(5)) == 5)
    #expect(UInt64(exactly: TestedInteger(UInt64.max)) == .max)
    #expect(UInt64(exactly: TestedInteger(UInt64.max) + 1) == nil)
    #expect(UInt8(exactly: TestedInteger(256)) == nil)
    #expect(UInt8(exactly: TestedInteger(255)) == 255)
  }

  @Test("Less than zero traps")
  func negative() async {
    await #expect(processExitsWith: .failure) {
      _ = TestedInteger(1).power(5) - TestedInteger(2).power(70)
    }
    await #expect(processExitsWith: .failure) { _ = TestedInteger(-1 as Int) }
    await #expect(processExitsWith: .failure) { _ = TestedInteger(1) / 0 }
  }

  @Test(
    "The logarithm of a power of two is exact, and near it rounded",
    arguments: [0, 1, 63, 64, 65, 4096])
  func logarithm(bits: Int) {
    let power = TestedInteger(1) << bits
    #expect(power.log2 == Double(bits))
    #expect((power * 3).log2 == Double(bits) + log2(3.0))
    #expect(power.ratio(to: power << 1) == 0.5)
    #expect((power * 2).ratio(to: power * 3) == 2.0 / 3.0)
  }

  @Test("The logarithm of zero is minus infinity")
  func logarithmOfZero() { #expect(TestedInteger(0).log2 == -.infinity) }
}
