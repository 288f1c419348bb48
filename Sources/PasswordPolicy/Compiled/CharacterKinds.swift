internal import CharacterSets

/// The properties of a character that matter to the rules: its kinds and whether it is allowed.
package struct CharacterKinds: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let lowercase = Self(rawValue: 1)
  package static let uppercase = Self(rawValue: 2)
  package static let digit = Self(rawValue: 4)
  /// A symbol that counts: one from the policy's set, if there is one.
  package static let symbol = Self(rawValue: 8)
  package static let letter = Self(rawValue: 16)
  package static let disallowed = Self(rawValue: 32)

  package static func of(_ group: CharacterGroup) -> Self {
    switch group {
    case .lowercase: .lowercase
    case .uppercase: .uppercase
    case .digits: .digit
    case .symbols: .symbol
    case .letters: .letter
    }
  }
}

/// The kinds of all characters under one policy.
struct KindTable: Sendable {
  private let ascii: [CharacterKinds]
  private let symbols: ScalarSet?
  private let allowed: ScalarSet?

  init(_ policy: Policy) {
    let symbols = policy.characters.symbolSet.map { ScalarSet($0) }
    let allowed = policy.allowed.map { ScalarSet($0) }
    ascii = (0..<128).map {
      Self.kinds(Unicode.Scalar(UInt8($0)), symbols: symbols, allowed: allowed)
    }
    self.symbols = symbols
    self.allowed = allowed
  }

  private static func kinds(
    _ scalar: Unicode.Scalar, symbols: ScalarSet?, allowed: ScalarSet?
  ) -> CharacterKinds {
    var kinds: CharacterKinds =
      switch CharacterGroup.kind(of: scalar) {
      case .lowercase: [.lowercase, .letter]
      case .uppercase: [.uppercase, .letter]
      case .otherLetter: .letter
      case .digit: .digit
      case .symbol: symbols?.contains(scalar) ?? true ? .symbol : []
      }
    if let allowed, !allowed.contains(scalar) { kinds.insert(.disallowed) }
    return kinds
  }

  subscript(scalar: Unicode.Scalar) -> CharacterKinds {
    scalar.value < 128
      ? ascii[Int(scalar.value)] : Self.kinds(scalar, symbols: symbols, allowed: allowed)
  }
}

/// The positions of a character in sequences.
///
/// Two characters follow one another when their positions in the same order differ by one.
package struct SequencePlace: Hashable, Sendable {
  /// The code of a letter without its case, or of a digit.
  package let code: Int
  /// The position in a row of keys.
  package let key: Int

  /// A position that has no neighbors.
  package static let nowhere = -1_000_000
  package static let none = SequencePlace(code: nowhere, key: nowhere)

  private static let rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"]

  private static let ascii: [SequencePlace] = (0..<128).map { value in
    let byte = UInt8(value)
    if ASCIISet.digits.contains(byte) {
      return SequencePlace(code: digitCode(UInt32(value)), key: keyPlace(byte))
    }
    guard ASCIISet.letters.contains(byte) else { return none }
    let letter = CaseFolding.fold(byte)
    return SequencePlace(code: Int(letter), key: keyPlace(letter))
  }

  /// Rows are 100 apart, so that the end of one is not next to the beginning of another.
  private static func keyPlace(_ byte: UInt8) -> Int {
    for (row, keys) in rows.enumerated() {
      if let place = Array(keys.utf8).firstIndex(of: byte) { return 100 * row + place }
    }
    return nowhere
  }

  /// Digits are far from letters, so that no digit is next to a letter.
  private static func digitCode(_ value: UInt32) -> Int { 10_000_000 + Int(value) }

  package init(code: Int, key: Int) {
    self.code = code
    self.key = key
  }

  /// Looks up the positions of an ASCII character.
  package init(ascii code: UInt8) { self = Self.ascii[Int(code)] }

  init(_ scalar: Unicode.Scalar, kinds: CharacterKinds) {
    if scalar.value < 128 {
      self.init(ascii: UInt8(scalar.value))
    } else if kinds.contains(.digit) {
      self.init(code: Self.digitCode(scalar.value), key: Self.nowhere)
    } else if kinds.contains(.letter) {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      let folded = lower.count == 1 ? lower[lower.startIndex] : scalar
      self.init(code: Int(folded.value), key: Self.nowhere)
    } else {
      self = .none
    }
  }

  /// Whether the character at `next` follows this one, upwards and downwards, by code and by key:
  /// four answers.
  package func isFollowed(by next: SequencePlace) -> (Bool, Bool, Bool, Bool) {
    (
      next.code - code == 1, next.code - code == -1, next.key - key == 1, next.key - key == -1
    )
  }
}
