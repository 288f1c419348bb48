import PasswordGeneration
import Testing
import _TestSupport

/// Every length is looked at for the required classes in a different way.
@Suite("Drawing characters: each class")
struct RequireEachDrawTests {
  static let lengths = Array(2...70) + [127, 128, 129, 130]

  /// A draw of the random byte 0 gives one of these, a draw of 255 the other.
  private static func recipe(length: Int) -> SmallRecipe {
    SmallRecipe("", length: length...length) {
      $0.keep("a1", in: .lowercase, .digits)
      $0.requireEach = true
    }
  }

  private func draw(_ bytes: [UInt8], length: Int) throws -> [UInt8] {
    let filler = [UInt8](repeating: 0, count: 200)
    var generator = try Generator(
      Self.recipe(length: length).compiled(), source: ScriptedByteSource(bytes: bytes + filler))
    return Array(try generator.next().reveal().utf8)
  }

  /// All places of a short segment; of a long one those where words of 8 and 16 bytes meet.
  private static func places(length: Int) -> [Int] {
    guard length > 40 else { return Array(0..<length) }
    let marks = [0, 1, 7, 8, 15, 16, 17, 31, 32, 63, 64, 127, 128]
    return Set(marks + marks.map { length - 1 - $0 }).filter { (0..<length).contains($0) }.sorted()
  }

  @Test("One character of a class suffices, wherever it stands", arguments: lengths)
  func oneIsEnough(length: Int) throws {
    for place in Self.places(length: length) {
      var bytes = [UInt8](repeating: 0, count: length)
      bytes[place] = 255
      let segment = try draw(bytes, length: length)
      let rare = segment[place]
      #expect(segment.count { $0 == rare } == 1)
    }
  }

  @Test("What stands before or after a segment does not count", arguments: lengths)
  func neighbours(length: Int) throws {
    // The first segment lacks a class; the second begins with it, the third ends with it.
    var bytes = [UInt8](repeating: 0, count: 3 * length)
    bytes[length] = 255
    bytes[3 * length - 1] = 255
    let segment = try draw(bytes, length: length)
    let rare = segment[0]
    #expect(segment.dropFirst().allSatisfy { $0 != rare })
  }

  @Test(
    "All five classes occur in segments of every length",
    arguments: Array(5...40) + [63, 64, 65, 130])
  func allClasses(length: Int) throws {
    let recipe = SmallRecipe("", length: length...length) {
      $0.brackets = true
      $0.requireEach = true
    }
    var generator = try recipe.generator(seed: UInt64(length))
    let language = Language(recipe.oracle)
    #expect(try generator.passwords(25).allSatisfy { !language.parses(of: $0).isEmpty })
  }

  @Test("The rare class stands at every place equally often", arguments: [2, 7, 8, 9, 16, 17, 33])
  func places(length: Int) throws {
    // One special of 17 characters, of which a segment that is kept mostly has one.
    let recipe = SmallRecipe("", length: length...length) {
      $0.keep("abcdefghijklmnop!", in: .lowercase, .symbols)
      $0.symbolSet = "!"
      $0.requireEach = true
    }
    var generator = try recipe.generator(seed: UInt64(length))
    var counts = [Int](repeating: 0, count: length)
    for password in try generator.passwords(40 * length)
    where password.count(where: { $0 == 33 }) == 1 {
      counts[password.firstIndex(of: 33) ?? 0] += 1
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }
}
