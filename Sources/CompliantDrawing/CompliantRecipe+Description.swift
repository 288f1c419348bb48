import PasswordGeneration
import PasswordPolicy

extension CompliantRecipe: CustomStringConvertible, CustomReflectable {
  /// The length, the strategy and the rules that are retried, on one line.
  public var description: String {
    let characters = recipe.segment.map { segment in
      let lengths = segment.lengths
      return lengths.count == 1
        ? "\(lengths.lowerBound) characters"
        : "\(lengths.lowerBound) to \(lengths.upperBound) characters"
    }
    let words = recipe.phrase.map { "\($0.wordCount) words" }
    let parts = [characters, words].compactMap(\.self).joined(separator: " and ")
    let retried = retriedRules.map(\.code).joined(separator: ", ")
    return "CompliantRecipe(\(parts), drawn by \(strategy.rawValue)"
      + (retried.isEmpty ? ")" : ", retried: \(retried))")
  }

  /// What ``description`` says, and none of the tables.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
