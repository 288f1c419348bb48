internal import CharacterSets

extension AppleRules: CustomStringConvertible {
  /// The rules in canonical form on one line; it reads back as equal rules.
  public var description: String {
    var rules: [(AppleRuleName, String)] = []
    if let minLength { rules.append((.minLength, String(minLength))) }
    if let maxLength { rules.append((.maxLength, String(maxLength))) }
    rules += required.map { (.required, $0.text) }
    if let allowed { rules.append((.allowed, allowed.text)) }
    if let maxConsecutive { rules.append((.maxConsecutive, String(maxConsecutive))) }
    return rules.map { "\($0.0.rawValue): \($0.1);" }.joined(separator: " ")
  }
}

extension AppleRules.Characters {
  /// The classes that make up the set, then the characters outside them.
  fileprivate var text: String {
    guard case .ascii(let set) = self, set != .printable else {
      return (self == .unicode ? AppleClassName.unicode : .asciiPrintable).rawValue
    }
    var rest = set
    var classes: [String] = []
    for name in [AppleClassName.lowercase, .uppercase, .digit, .special] {
      guard case .ascii(let named) = name.characters, named.isSubset(of: set) else { continue }
      classes.append(name.rawValue)
      rest.subtract(named)
    }
    if !rest.isEmpty { classes.append(Self.custom(rest)) }
    return classes.joined(separator: ", ")
  }

  /// Returns a set in brackets: the hyphen first, the closing bracket last.
  private static func custom(_ set: ASCIISet) -> String {
    let ends = ASCIISet("-]".utf8)
    let first = set.contains(UInt8(ascii: "-")) ? "-" : ""
    let last = set.contains(UInt8(ascii: "]")) ? "]" : ""
    return "[\(first)\(set.subtracting(ends))\(last)]"
  }
}
