internal import CharacterSets
internal import PasswordPolicy

/// A set of characters of any kind.
typealias Scalars = Set<Unicode.Scalar>

extension Scalars {
  /// The 95 printable characters of ASCII.
  static let printable = Scalars((0x20...0x7E).map { Unicode.Scalar($0 as UInt8) })

  init(_ characters: String) {
    self.init(characters.unicodeScalars)
  }

  /// Returns the characters of a kind.
  func of(_ group: CharacterGroup) -> Scalars {
    filter { group.includes(CharacterGroup.kind(of: $0)) }
  }

  /// The characters that are ASCII.
  var ascii: ASCIISet { ASCIISet(lazy.filter(\.isASCII).map { UInt8($0.value) }) }

  /// The characters in the order of their codes.
  var text: String { String(String.UnicodeScalarView(sorted())) }
}
