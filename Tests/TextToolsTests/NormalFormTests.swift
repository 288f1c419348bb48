import Foundation
import Testing
import TextTools
import _TestSupport

@Suite("Canonical forms of Unicode")
struct NormalFormTests {
  private static func expectForms(of text: String, _ comment: Comment? = nil) {
    let composed = NormalForm.composed.form(of: text)
    let decomposed = NormalForm.decomposed.form(of: text)
    // Foundation leaves a syllable apart from a trailing consonant behind it unless both come
    // decomposed.
    let expected = text.decomposedStringWithCanonicalMapping
    #expect(decomposed.utf8.elementsEqual(expected.utf8), comment)
    #expect(
      composed.utf8.elementsEqual(expected.precomposedStringWithCanonicalMapping.utf8), comment)
  }

  @Test("Every character has Foundation's forms")
  func everyScalar() {
    // One text for many: a letter between them keeps them apart.
    var text = String.UnicodeScalarView()
    for value in stride(from: 0, through: UInt32(0x10FFFF), by: divisorOfCases) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // Foundation's data are older than the standard library's: Unicode 16 is not in them.
      if let age = scalar.properties.age, age.major >= 16 { continue }
      text.append(contentsOf: ["x", scalar])
      if text.count >= 0x2000 {
        Self.expectForms(of: String(text), "up to \(value)")
        text.removeAll()
      }
    }
    Self.expectForms(of: String(text))
  }

  @Test(
    "Random texts of letters, marks, Hangul and others have Foundation's forms", arguments: 0..<8)
  func random(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func number(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
    let pools: [[ClosedRange<UInt32>]] = [
      [0x41...0x5A, 0x300...0x36F], [0x300...0x36F],
      [0x1100...0x1112, 0x1161...0x1175, 0x11A8...0x11C2],
      [0xAC00...0xAC40, 0x11A8...0x11C2], [0x5B0...0x5C7, 0x5D0...0x5EA],
      [0x1F00...0x1FFF, 0x345...0x345],
      [0x9BE...0x9D7, 0xDD9...0xDDF, 0x1025...0x102E], [0x1D150...0x1D1C0],
      [0xC0...0x24F, 0x1E00...0x1EFF],
    ]
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<number(24) {
        let pool = pools[(number(3) + seed) % pools.count]
        let range = pool[number(pool.count)]
        if let scalar = Unicode.Scalar(range.lowerBound + UInt32(number(range.count))) {
          text.append(scalar)
        }
      }
      Self.expectForms(of: String(text), "\(text.map(\.value))")
    }
  }

  @Test("Thousands of marks in the wrong order are sorted")
  func manyMarks() {
    Self.expectForms(of: "a" + String(repeating: "\u{301}\u{323}\u{345}\u{334}", count: 5000))
  }

  @Test("Bytes that are not UTF-8 become U+FFFD, within the available room")
  func invalid() {
    let bytes: [UInt8] = [0xFF, 0x61, 0xCC, 0x81, 0xF0, 0x9F, 0xC3, 0xE2, 0x82]
    let composed = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe NormalForm.composed.with(bytes) { unsafe Array($0) }
    }
    #expect(String(decoding: composed, as: UTF8.self) == String(decoding: bytes, as: UTF8.self))
    let all = [UInt8](repeating: 0xFF, count: 1000)
    let count = unsafe all.withUnsafeBufferPointer { all in
      unsafe NormalForm.decomposed.with(all) { $0.count }
    }
    #expect(count == 3000)
  }

  @Test("ASCII is already in every form", arguments: NormalForm.allCases)
  func ascii(form: NormalForm) {
    let text = String(String.UnicodeScalarView((0..<128).map { Unicode.Scalar(UInt8($0)) }))
    #expect(form.form(of: text) == text)
    #expect(form.form(of: "").isEmpty)
  }
}
