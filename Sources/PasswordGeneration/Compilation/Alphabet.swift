import CharacterSets

/// A set of characters to draw one position from, with their weights and classes.
///
/// Each character has an index: ordinary characters come first, then the specials, and within a
/// group characters are sorted by class mask and code. Index ranges of one class are therefore
/// contiguous, which keeps the mapping tables of ``AlphabetTables`` short.
package struct Alphabet: Hashable, Sendable {
  /// The code of the character at each index.
  package let codes: [UInt8]
  /// The classes of the character at each index, one bit each.
  package let masks: [UInt8]
  /// How many of the characters, from the first, are ordinary.
  let ordinaryCount: Int
  /// The weights of an ordinary and of a special character, without common factor.
  let ordinaryWeight: Int
  let specialWeight: Int

  var count: Int { codes.count }
  var specialCount: Int { count - ordinaryCount }
  var isUniform: Bool { specialCount == 0 || ordinaryWeight == specialWeight }
  var totalWeight: Int { ordinaryCount * ordinaryWeight + specialCount * specialWeight }

  /// - Parameters:
  ///   - characters: the characters, all of equal weight.
  ///   - mask: returns the classes of a character.
  init(_ characters: ASCIISet, mask: (UInt8) -> UInt8) {
    self.init(ordinary: characters, special: [], positionsPerSpecial: nil, mask: mask)
  }

  /// - Parameters:
  ///   - ordinary: letters and digits.
  ///   - special: the other characters.
  ///   - positionsPerSpecial: the number of positions per special, unless specials are already
  ///     rarer than that; with `nil` all weights are equal.
  ///   - mask: returns the classes of a character.
  init(
    ordinary: ASCIISet, special: ASCIISet, positionsPerSpecial: Int?, mask: (UInt8) -> UInt8
  ) {
    let sortedOrdinary = ordinary.sorted { (mask($0), $0) < (mask($1), $1) }
    let sortedSpecial = special.sorted { (mask($0), $0) < (mask($1), $1) }
    let a = ordinary.count
    let s = special.count
    let all = a + s
    if let positionsPerSpecial, a > 0, s * positionsPerSpecial > all {
      // Specials get 1/k of the positions: each 1/(k·s), and each ordinary character (k−1)/(k·a).
      // Times k·a·s: a and (k−1)·s, for 62 and 12 with k = 7: 62 and 72, or 31 and 36.
      let divisor = Self.greatestCommonDivisor(a, (positionsPerSpecial - 1) * s)
      ordinaryWeight = (positionsPerSpecial - 1) * s / divisor
      specialWeight = a / divisor
      ordinaryCount = a
      codes = sortedOrdinary + sortedSpecial
    } else {
      ordinaryWeight = 1
      specialWeight = 1
      ordinaryCount = all
      codes = ordinary.union(special).sorted { (mask($0), $0) < (mask($1), $1) }
    }
    masks = codes.map(mask)
  }

  package func weight(at index: Int) -> Int {
    index < ordinaryCount ? ordinaryWeight : specialWeight
  }

  /// Returns the weight of a character, 0 for one that is not in the alphabet.
  package func weight(of code: UInt8) -> Int {
    codes.firstIndex(of: code).map { weight(at: $0) } ?? 0
  }

  private static func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
    right == 0 ? left : greatestCommonDivisor(right, left % right)
  }
}
