import PasswordGeneration
import Testing
import Wordlists

/// The same figures, to the last digit, in every run: hashing differs from process to process.
@Suite("Entropy: reproducibility")
struct EntropyReproducibilityTests {
  @Test("Every process finds the same bits")
  func processes() async throws {
    var outputs: Set<[UInt8]> = []
    for _ in 0..<4 {
      let result = try await #require(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        for recipe in SmallRecipe.composed {
          let entropy = try recipe.compiled().entropy()
          print("bits", entropy.shannonBits.bitPattern, entropy.minEntropyBits.bitPattern)
        }
      }
      let text = string(result.standardOutputContent)
      #expect(text.contains("bits"))
      outputs.insert(result.standardOutputContent)
    }
    #expect(outputs.count == 1)
  }
}
