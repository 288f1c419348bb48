@_exported public import struct ExactIntegers.BigUInt

/// How hard the passwords of a recipe are to guess: a property of the recipe, not of a password.
public struct Entropy: Hashable, Sendable {
  /// The Shannon entropy of a draw, in bits: the mean of −log₂ of a password's probability.
  public let shannonBits: Double
  /// The min-entropy, in bits: −log₂ of the probability of the likeliest password.
  public let minEntropyBits: Double
  /// The number of different passwords.
  public let count: BigUInt
  /// Whether the figures are exact, to the rounding of a `Double`.
  ///
  /// Otherwise the bits are lower bounds, and the count is the number of different draws, an upper
  /// bound: two draws can then give the same password.
  public let isExact: Bool

  package init(shannonBits: Double, minEntropyBits: Double, count: BigUInt, isExact: Bool) {
    self.shannonBits = shannonBits
    self.minEntropyBits = minEntropyBits
    self.count = count
    self.isExact = isExact
  }
}

extension Entropy: Encodable {
  private enum Key: CodingKey {
    case shannonBits, minEntropyBits, count, isExact
  }

  /// Encodes the figures, the count as a string of decimal digits: few readers of JSON keep an
  /// integer of its size.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(shannonBits, forKey: .shannonBits)
    try container.encode(minEntropyBits, forKey: .minEntropyBits)
    try container.encode(count.description, forKey: .count)
    try container.encode(isExact, forKey: .isExact)
  }
}
