internal import CharacterSets

/// A set of Unicode scalars: ASCII as bits, the rest in ascending order.
struct ScalarSet: Hashable, Sendable {
  let ascii: ASCIISet
  /// The scalars outside ASCII, ascending.
  let others: [UInt32]

  init(_ characters: String) {
    ascii = ASCIISet(characters.utf8.filter { $0 < 128 })
    others = Set(characters.unicodeScalars.map(\.value).filter { $0 >= 128 }).sorted()
  }

  private init(ascii: ASCIISet, others: [UInt32]) {
    self.ascii = ascii
    self.others = others
  }

  var isEmpty: Bool { ascii.isEmpty && others.isEmpty }
  var count: Int { ascii.count + others.count }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 128 ? ascii.contains(UInt8(scalar.value)) : containsOther(scalar.value)
  }

  /// - Complexity: O(log *n*).
  private func containsOther(_ value: UInt32) -> Bool {
    var low = 0
    var high = others.count
    while low < high {
      let middle = (low + high) / 2
      if others[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < others.count && others[low] == value
  }

  func filter(_ isIncluded: (Unicode.Scalar) -> Bool) -> ScalarSet {
    ScalarSet(
      ascii: ASCIISet(ascii.filter { isIncluded(Unicode.Scalar($0)) }),
      others: others.filter { Unicode.Scalar($0).map(isIncluded) ?? false })
  }
}
