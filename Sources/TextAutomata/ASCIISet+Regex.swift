import CharacterSets

extension ASCIISet {
  static let all = ASCIISet(UInt8(0)...127)
  /// The characters that `\w` matches.
  static let wordCharacters = letters.union(digits).union([UInt8(ascii: "_")])
  static let newline: ASCIISet = [UInt8(ascii: "\n")]

  var inverted: ASCIISet { ASCIISet.all.subtracting(self) }

  /// The set with the other case of each of its letters.
  var inBothCases: ASCIISet {
    union(ASCIISet(intersection(.letters).map { $0 ^ 0x20 }))
  }
}
