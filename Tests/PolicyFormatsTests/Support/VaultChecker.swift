/// Says whether Vault takes a policy in HCL: written from Vault's `helper/random` and the handler of
/// `sys/policies/password`, by another way than the module's, of which it uses nothing.
struct VaultChecker {
  private(set) var length = 0
  private(set) var rules: [(characters: [Unicode.Scalar], min: Int)] = []

  /// Reads the lines that the module writes.
  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
      guard parts.count == 2 else { continue }
      switch parts[0].prefix(while: { $0 != " " }) {
      case "length": length = Int(parts[1]) ?? -1
      case "charset": rules.append((Self.unquoted(parts[1]), 0))
      case "min-chars": rules[rules.count - 1].min = Int(parts[1]) ?? -1
      default: fatalError("no setting in \(line)")
      }
    }
  }

  private static func unquoted(_ text: Substring) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    var rest = text.unicodeScalars.dropFirst().dropLast()
    while let next = rest.popFirst() {
      guard next == "\\" else {
        scalars.append(next)
        continue
      }
      guard let escaped = rest.popFirst(), escaped == "\"" || escaped == "\\" else {
        fatalError("an escape that is not expected in \(text)")
      }
      scalars.append(escaped)
    }
    return scalars
  }

  /// Why Vault refuses it; none where it takes it.
  var refusals: [String] {
    var refusals: [String] = []
    if !(4...100).contains(length) { refusals.append("length \(length)") }
    let drawn = Set(rules.flatMap(\.characters))
    if drawn.isEmpty { refusals.append("no charset specified") }
    if drawn.count > 256 { refusals.append("charset is too long") }
    if !drawn.allSatisfy(Self.isPrint) { refusals.append("non-printable character in charset") }
    let sum = rules.reduce(0) { $0 + $1.min }
    if sum > length { refusals.append("rules require at least \(sum) characters") }
    if rules.contains(where: { Self.holdsExpression($0.characters) }) {
      refusals.append("an expression")
    }
    return refusals
  }

  /// `unicode.IsPrint`: the categories L, M, N, P and S, and the space of ASCII.
  private static func isPrint(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark,
      .decimalNumber, .letterNumber, .otherNumber,
      .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation,
      .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }

  private static func holdsExpression(_ scalars: [Unicode.Scalar]) -> Bool {
    zip(scalars, scalars.dropFirst()).contains { $0 == "$" && $1 == "{" }
  }

  /// Whether Vault can make the password.
  func makes(_ password: String) -> Bool {
    let scalars = Array(password.unicodeScalars)
    let drawn = Set(rules.flatMap(\.characters))
    return scalars.count == length && scalars.allSatisfy(drawn.contains)
      && rules.allSatisfy { rule in scalars.count(where: rule.characters.contains) >= rule.min }
  }
}
