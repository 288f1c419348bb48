extension ASCIISet {
  /// `a` to `z`.
  public static let lowercase = ASCIISet(UInt8(ascii: "a")...UInt8(ascii: "z"))
  /// `A` to `Z`.
  public static let uppercase = ASCIISet(UInt8(ascii: "A")...UInt8(ascii: "Z"))
  /// `a` to `z` and `A` to `Z`.
  public static let letters = lowercase.union(uppercase)
  /// `0` to `9`.
  public static let digits = ASCIISet(UInt8(ascii: "0")...UInt8(ascii: "9"))
  /// The 95 printable characters, from space to tilde.
  public static let printable = ASCIISet(0x20...0x7E)
  /// The 12 symbols drawn by default: `!#$%^&*+/=_-`.
  public static let defaultSymbols = ASCIISet("!#$%^&*+/=_-".utf8)
  /// The 8 brackets drawn by default: `[](){}<>`.
  public static let defaultBrackets = ASCIISet("[](){}<>".utf8)
  /// The letters and digits that are easily confused: `I`, `l`, `1`, `O` and `0`.
  public static let ambiguous = ASCIISet("Il1O0".utf8)
}
