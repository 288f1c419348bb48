import CharacterSets
import ExactIntegers
import Platform

/// The characters of a segment that stand around runs of readings.
struct Surroundings {
  private let shapes: InsertionShapes
  private let choices: [(mask: Int, choices: CharacterChoices)]
  /// By their number, then by their required classes.
  private var characters: [[TextCount]]
  private var known: [Key: TextCount] = [:]

  private struct Key: Hashable {
    let count: Int
    let runs: Int
    let mask: UInt8
  }

  init(_ shapes: InsertionShapes) {
    self.shapes = shapes
    choices = shapes.characters.map { group in
      (
        Int(group.mask),
        CharacterChoices(
          count: UInt64(group.count), weight: UInt64(group.count * group.weight),
          maximumBits: Platform.log2(Double(group.weight)))
      )
    }
    var none = [TextCount](repeating: TextCount(), count: CharacterClass.maskCount)
    none[0] = .one
    characters = [none]
  }

  /// Returns the ways for `count` characters, among them all classes of `mask`, to stand before,
  /// between and after runs, one or more at each end.
  mutating func texts(of count: Int, around runs: Int, holding mask: UInt8) -> TextCount {
    let key = Key(count: count, runs: runs, mask: mask)
    if let texts = known[key] { return texts }
    while characters.count <= count { characters.append(oneMore(than: characters.last ?? [])) }
    var texts = TextCount()
    for (held, some) in characters[count].enumerated() where UInt8(held) & mask == mask {
      texts += some
    }
    // C(count − 2 + runs, runs) ways to divide the characters.
    let places = (1...runs).reduce(BigUInt(1)) {
      $0 * BigUInt(count - 2 + $1) / BigUInt($1)
    }
    texts.count *= places
    texts.weight *= places
    known[key] = texts
    return texts
  }

  private func oneMore(than texts: [TextCount]) -> [TextCount] {
    var longer = [TextCount](repeating: TextCount(), count: texts.count)
    for (mask, texts) in texts.enumerated() where texts.count > 0 {
      for choice in choices { longer[mask | choice.mask].add(texts, then: choice.choices) }
    }
    return longer
  }
}
