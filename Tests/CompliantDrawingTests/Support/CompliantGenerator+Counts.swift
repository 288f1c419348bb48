import CompliantDrawing
import PasswordGeneration

extension CompliantGenerator where Source: ~Copyable {
  /// Draws in bulk; returns how often each password came.
  mutating func counts(of draws: Int) throws -> [String: Int] {
    var buffer = try PasswordBuffer(recipe: recipe.recipe)
    var counts: [String: Int] = [:]
    var drawn = 0
    while drawn < draws {
      drawn += try refill(&buffer, count: min(1000, draws - drawn))
      let text = unsafe buffer.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
      for line in text.split(separator: "\n") { counts[String(line), default: 0] += 1 }
    }
    return counts
  }
}
