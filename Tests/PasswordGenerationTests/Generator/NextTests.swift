import Foundation
import PasswordGeneration
import Testing
import _TestSupport

@Suite("Generator.next")
struct NextTests {
  @Test("Draws follow the exact distribution", arguments: smallOnes)
  func distribution(recipe: SmallRecipe) throws {
    let distribution = try #require(recipe.oracle.distribution())
    var generator = try recipe.generator(seed: 77)
    let drawn = try generator.singly(max(300, 25 * distribution.count))
    let tally = Tally(drawn, of: distribution)
    #expect(tally.impossible == [])
    #expect(tally.fit.isPlausible)
  }

  /// Every eighth of the recipes chosen by hand that have few passwords.
  static let smallOnes = SmallRecipe.handChosen.enumerated()
    .filter { $0.offset % 8 == 0 && $0.element.oracle.drawCount < 300 }.map(\.element)

  @Test("It draws the same password as appending one", arguments: SmallRecipe.typical)
  func sameAsAppend(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 5)
    var same = try recipe.generator(seed: 5)
    for _ in 0..<10 {
      let password = try generator.next()
      let appended = try same.appended(1, capacity: 5000, terminator: nil)
      #expect(appended.passwords == 1)
      #expect(string(appended.bytes) == password.reveal())
      #expect(password.count == appended.bytes.count)
    }
  }

  @Test("Two generators with one seed draw the same passwords, and with two seeds different ones")
  func seeds() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 1)
    var same = try SmallRecipe.typical[0].generator(seed: 1)
    var other = try SmallRecipe.typical[0].generator(seed: 2)
    let drawn = try generator.singly(20)
    #expect(try same.singly(20) == drawn)
    #expect(Set(try other.singly(20)).isDisjoint(with: drawn))
    #expect(Set(drawn).count == 20)
  }
}
