import PasswordGeneration

extension SmallRecipe {
  /// One recipe for each way of drawing; most are not small.
  static let typical: [SmallRecipe] = [
    SmallRecipe("one length", length: 20...20) { _ in },
    SmallRecipe("a range of lengths", length: 3...40) { _ in },
    SmallRecipe("each class", length: 5...9) { $0.requireEach = true },
    SmallRecipe("the ratio", length: 12...12) { $0.higherAlphaRatio = true },
    SmallRecipe("a constant", length: 7...7) { $0.keep("x", in: .lowercase) },
    SmallRecipe("two characters", length: 9...9) { $0.keep("ab", in: .lowercase) },
    SmallRecipe("the longest", length: 4096...4096) { _ in },
    SmallRecipe("a pattern") { $0.pattern = "ulnsba-x" },
    SmallRecipe("a pattern with each class") {
      $0.pattern = "aaaaaaaan"
      $0.requireEach = true
    },
    SmallRecipe("a fixed pattern") { $0.pattern = "xxx" },
    SmallRecipe("words", words: prefixFree, count: 5),
    SmallRecipe("bundled words", words: [], count: 6, .prefix, .space),
    SmallRecipe(
      "words before", words: prefixFree, count: 2, segment: CharacterRecipe(length: 8), .prefix,
      .none),
    SmallRecipe(
      "words after", words: accented, count: 2, segment: CharacterRecipe(length: 2...8), .append),
    SmallRecipe(
      "words inside", words: [], count: 3, segment: CharacterRecipe(length: 4...30), .insert,
      .space),
  ]
}
