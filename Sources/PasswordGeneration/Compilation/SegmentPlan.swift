package import CharacterSets

/// A valid character recipe, prepared for drawing and counting.
package struct SegmentPlan: Hashable, Sendable {
  /// The content of one position.
  package enum Slot: Hashable, Sendable {
    /// A character of `alphabets[index]`.
    case alphabet(Int)
    /// This character, in these classes.
    case literal(UInt8, mask: UInt8)
  }

  package enum Shape: Hashable, Sendable {
    /// Every position draws from `alphabets[0]`; the length is uniform in the range.
    case uniform(ClosedRange<Int>)
    /// One slot for each position.
    case pattern([Slot])
  }

  package let alphabets: [Alphabet]
  package let shape: Shape
  /// The classes that must each occur, one bit each; 0 for none.
  package let requiredMask: UInt8

  package var lengths: ClosedRange<Int> {
    switch shape {
    case .uniform(let lengths): lengths
    case .pattern(let slots): slots.count...slots.count
    }
  }

  package func slot(at position: Int) -> Slot {
    switch shape {
    case .uniform: .alphabet(0)
    case .pattern(let slots): slots[position]
    }
  }

  /// Every character that some position may contain.
  package var characters: ASCIISet {
    var result = ASCIISet()
    for alphabet in alphabets { result.formUnion(ASCIISet(alphabet.codes)) }
    return result.union(literals)
  }

  /// The characters that the pattern names.
  package var literals: ASCIISet {
    var result = ASCIISet()
    if case .pattern(let slots) = shape {
      for case .literal(let code, _) in slots { result.insert(code) }
    }
    return result
  }
}

extension SegmentPlan {
  /// The characters of each class that must occur.
  package var requiredSets: [ASCIISet] {
    CharacterClass.allCases.filter { requiredMask & $0.bit != 0 }.map { characters(of: $0) }
  }

  private func characters(of characterClass: CharacterClass) -> ASCIISet {
    var result = ASCIISet()
    for alphabet in alphabets {
      for (code, mask) in zip(alphabet.codes, alphabet.masks)
      where mask & characterClass.bit != 0 {
        result.insert(code)
      }
    }
    if case .pattern(let slots) = shape {
      for case .literal(let code, let mask) in slots where mask & characterClass.bit != 0 {
        result.insert(code)
      }
    }
    return result
  }
}
