/// Reproducible choices for tests that make up their cases.
package struct SeededRandom: RandomNumberGenerator {
  private var source: SeededByteSource

  package init(seed: UInt64) {
    source = SeededByteSource(seed: seed)
  }

  package mutating func next() -> UInt64 {
    var bytes = [UInt8](repeating: 0, count: 8)
    var span = bytes.mutableSpan
    source.fill(&span)
    return bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether an event with a probability of `percent` in a hundred happens.
  package mutating func happens(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  package mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &self)
  }

  /// Returns one of the elements, which must not be empty.
  package mutating func element<Element>(of elements: [Element]) -> Element {
    elements[number(0...elements.count - 1)]
  }

  /// Characters of a pool, each independent, so that some come more than once.
  package mutating func text(_ count: ClosedRange<Int>, of pool: String) -> String {
    let characters = Array(pool)
    return String((0..<number(count)).map { _ in element(of: characters) })
  }
}
