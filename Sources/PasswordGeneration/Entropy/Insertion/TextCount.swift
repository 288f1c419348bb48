import ExactIntegers

/// The number and total weight of texts of a kind, where a text weighs the product of the weights
/// of its characters.
struct TextCount {
  var count: BigUInt = 0
  /// The sum of the weights.
  var weight: BigUInt = 0
  /// The binary logarithm of the maximum weight.
  var maximumBits = -Double.infinity

  /// The empty text.
  static let one = TextCount(count: 1, weight: 1, maximumBits: 0)

  /// Adds other texts.
  static func += (left: inout TextCount, right: TextCount) {
    left.count += right.count
    left.weight += right.weight
    left.maximumBits = max(left.maximumBits, right.maximumBits)
  }

  /// Returns all texts of a kind followed by one of another.
  static func * (left: TextCount, right: TextCount) -> TextCount {
    TextCount(
      count: left.count * right.count, weight: left.weight * right.weight,
      maximumBits: left.maximumBits + right.maximumBits)
  }

  /// Adds texts that are each followed by one of some characters.
  mutating func add(_ texts: TextCount, then choices: CharacterChoices) {
    count.multiplyAndAdd(texts.count, choices.count)
    weight.multiplyAndAdd(texts.weight, choices.weight)
    maximumBits = max(maximumBits, texts.maximumBits + choices.maximumBits)
  }
}

/// Characters to choose the next one from.
struct CharacterChoices {
  var count: UInt64 = 0
  /// The sum of the weights.
  var weight: UInt64 = 0
  /// The binary logarithm of the maximum weight.
  var maximumBits = -Double.infinity
}
