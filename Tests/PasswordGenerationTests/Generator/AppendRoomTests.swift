import PasswordGeneration
import Testing
import _TestSupport

/// The room that is left must not favour short passwords.
@Suite("Generator.append: tiny memory")
struct AppendRoomTests {
  @Test("Every length is equally likely, however little room there is", arguments: 5...14)
  func lengths(room: Int) throws {
    let recipe = SmallRecipe("", length: 1...4) { _ in }
    var generator = try recipe.generator(seed: UInt64(room))
    var counts = [Int](repeating: 0, count: 4)
    for _ in 0..<600 {
      for password in lines(try generator.appended(100, capacity: room).bytes) {
        counts[password.count - 1] += 1
      }
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }

  @Test("Every word is equally likely, however little room there is", arguments: 7...12)
  func words(room: Int) throws {
    let words = ["a", "bb", "ccc", "dddddd"]
    let recipe = SmallRecipe("", words: words)
    var generator = try recipe.generator(seed: UInt64(room))
    var counts = [Int](repeating: 0, count: 4)
    for _ in 0..<600 {
      for password in lines(try generator.appended(100, capacity: room).bytes) {
        counts[try #require(words.firstIndex(of: string(password)))] += 1
      }
    }
    #expect(GoodnessOfFit.chiSquare(ofUniform: counts).isPlausible)
  }
}
