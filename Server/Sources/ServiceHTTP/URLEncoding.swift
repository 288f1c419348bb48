/// Pairs of a query string or of a form.
public enum URLEncoding {
  /// Reads `name=value` pairs between ampersands, percent- and plus-decoded, in their order.
  ///
  /// A pair without `=` has an empty value; an empty pair is passed over; of several `=` the first
  /// ends the name.
  ///
  /// - Returns: `nil` when a name or value is not percent-encoded UTF-8.
  public static func pairs(of text: some StringProtocol) -> [(name: String, value: String)]? {
    var pairs: [(name: String, value: String)] = []
    for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = decode(parts[0]), let value = parts.count > 1 ? decode(parts[1]) : "" else {
        return nil
      }
      pairs.append((name, value))
    }
    return pairs
  }

  private static func decode(_ text: some Sequence<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = text.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
          return nil
        }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    Character(Unicode.Scalar(byte)).hexDigitValue.map { UInt8($0) }
  }
}
