import CharacterSets
import Testing

@Suite("ASCIISet: initializers")
struct ASCIISetMakingTests {
  @Test("Repeated characters of a string count once")
  func repeats() throws {
    let set = try #require(ASCIISet("hello, hello"))
    #expect(Array(set) == Array(" ,ehlo".utf8))
  }

  @Test("The empty string makes the empty set")
  func emptyString() {
    #expect(ASCIISet("") == [])
  }

  @Test(
    "Every ASCII character makes a set of one, including NUL and DEL",
    arguments: 0..<128 as Range<UInt8>)
  func single(code: UInt8) {
    #expect(ASCIISet(String(Unicode.Scalar(code))).map(Array.init) == [code])
  }

  @Test(
    "A string with any character that is not ASCII is refused",
    arguments: ["é", "e\u{301}", "abc\u{80}", "\u{FF}", "ａ", "😀", "abc\u{A0}def", "\u{2028}"])
  func refused(string: String) {
    #expect(ASCIISet(string) == nil)
  }

  @Test("A literal lists codes")
  func literal() {
    let set: ASCIISet = [0x61, 0x41, 0x61]
    #expect(Array(set) == [0x41, 0x61])
  }

  @Test(
    "A code above 127 is never a member and cannot be removed",
    arguments: [128, 200, 255] as [UInt8])
  func codeAbove127(code: UInt8) {
    var set = ASCIISet(0...127)
    #expect(!set.contains(code))
    let removed = set.remove(code)
    #expect(removed == nil)
    #expect(set.count == 128)
  }

  @Test("Inserting a code above 127 traps")
  func insertAbove127() async {
    await #expect(processExitsWith: .failure) {
      var set = ASCIISet()
      set.insert(128)
    }
  }

  @Test("Making a set of a code above 127 traps")
  func makeAbove127() async {
    await #expect(processExitsWith: .failure) {
      _ = ASCIISet([0x61, 0xC3])
    }
  }
}
