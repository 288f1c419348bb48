import CharacterSets
import Randomness
import _TestSupport

/// Seeded random sets of codes, from empty to full, each with the same codes in a plain `Set`.
struct RandomSets {
  static let seeds: Range<UInt64> = 0..<100

  private var source: SeededByteSource

  init(seed: UInt64) {
    source = SeededByteSource(seed: seed)
  }

  /// A set that has each code with a probability of its own, 0 and 1 among them.
  mutating func next() throws -> (set: ASCIISet, model: Set<UInt8>) {
    let tenths = try source.uniform(through: 10)
    var model: Set<UInt8> = []
    for code in 0..<128 as Range<UInt8> where try source.uniform(below: 10) < tenths {
      model.insert(code)
    }
    return (ASCIISet(model), model)
  }
}
