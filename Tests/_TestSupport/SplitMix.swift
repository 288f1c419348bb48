/// The generator of Steele, Lea and Flood (2014), for reproducible tests.
package struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  /// Starts the sequence that belongs to a seed.
  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  /// Whether something happens that has a chance of `percent` in 100.
  package mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &self) < percent
  }

  /// Returns one of the elements, which must not be empty.
  package mutating func pick<Elements: RandomAccessCollection>(_ elements: Elements)
    -> Elements.Element
  {
    elements[
      elements.index(
        elements.startIndex, offsetBy: Int.random(in: 0..<elements.count, using: &self))]
  }
}
