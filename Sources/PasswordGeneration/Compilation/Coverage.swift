/// The sets of classes that a run of positions can contain.
///
/// A set of masks is one word: bit *m* is set when mask *m* can be reached.
struct Coverage {
  private let masks: [UInt8]

  init(alphabet: Alphabet) {
    masks = Array(Set(alphabet.masks))
  }

  private static func extend(_ reached: UInt32, by masks: [UInt8]) -> UInt32 {
    var result: UInt32 = 0
    for mask in 0..<CharacterClass.maskCount where reached & 1 << mask != 0 {
      for added in masks { result |= 1 << (mask | Int(added)) }
    }
    return result
  }

  private static func reaches(_ reached: UInt32, _ required: UInt8) -> Bool {
    (0..<CharacterClass.maskCount).contains {
      reached & 1 << $0 != 0 && UInt8($0) & required == required
    }
  }

  /// Returns the minimum number of positions of this alphabet that can contain all the classes, or
  /// `nil` when no number can.
  func positionsNeeded(for required: UInt8) -> Int? {
    var reached: UInt32 = 1
    for count in 0...required.nonzeroBitCount {
      if Self.reaches(reached, required) { return count }
      reached |= Self.extend(reached, by: masks)
    }
    return nil
  }

  /// Returns the required classes that are missing in the best case: 0 when the plan can contain
  /// all.
  static func missing(in plan: SegmentPlan) -> UInt8 {
    let alphabetMasks = plan.alphabets.map { Array(Set($0.masks)) }
    var reached: UInt32 = 1
    for position in 0..<plan.lengths.upperBound {
      switch plan.slot(at: position) {
      case .alphabet(let index): reached = extend(reached, by: alphabetMasks[index])
      case .literal(_, let mask): reached = extend(reached, by: [mask])
      }
    }
    let left = (0..<CharacterClass.maskCount).filter { reached & 1 << $0 != 0 }
      .map { plan.requiredMask & ~UInt8($0) }
    return left.min { $0.nonzeroBitCount < $1.nonzeroBitCount } ?? plan.requiredMask
  }
}
