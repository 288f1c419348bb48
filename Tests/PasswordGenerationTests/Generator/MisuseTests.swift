import PasswordGeneration
import Testing
import _TestSupport

@Suite("Generator: misuse")
struct MisuseTests {
  @Test("Appending a negative count ends the process")
  func append() async {
    await #expect(processExitsWith: .failure) {
      var generator = try SmallRecipe.typical[0].generator(seed: 1)
      _ = try generator.appended(-1, capacity: 100)
    }
  }

  @Test("Writing a negative count ends the process")
  func write() async {
    await #expect(processExitsWith: .failure) {
      var generator = try SmallRecipe.typical[0].generator(seed: 1)
      try generator.write(-1, to: 1)
    }
  }
}
