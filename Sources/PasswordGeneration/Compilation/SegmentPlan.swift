package import CharacterSets

/// A character recipe that has been found valid, ready to draw and to count.
package struct SegmentPlan: Hashable, Sendable {
  /// What one position holds.
  package enum Slot: Hashable, Sendable {
    /// A character of `alphabets[index]`.
    case alphabet(Int)
    /// This character, in these classes.
    case literal(UInt8, mask: UInt8)
  }

  package enum Shape: Hashable, Sendable {
    /// Every position draws from `alphabets[0]`; the length is uniform in the range.
    case uniform(ClosedRange<Int>)
    /// One slot a position.
    case pattern([Slot])
  }

  package let alphabets: [Alphabet]
  package let shape: Shape
  /// The classes of which each must occur, one bit each; 0: none.
  package let requiredMask: UInt8

  package var lengths: ClosedRange<Int> {
    switch shape {
    case .uniform(let lengths): lengths
    case .pattern(let slots): slots.count...slots.count
    }
  }

  func slot(at position: Int) -> Slot {
    switch shape {
    case .uniform: .alphabet(0)
    case .pattern(let slots): slots[position]
    }
  }

  /// Every character that some position may hold.
  package var characters: ASCIISet {
    var result = ASCIISet()
    for alphabet in alphabets { result.formUnion(ASCIISet(alphabet.codes)) }
    if case .pattern(let slots) = shape {
      for case .literal(let code, _) in slots { result.insert(code) }
    }
    return result
  }
}
