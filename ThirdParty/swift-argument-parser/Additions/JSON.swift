/// JSON, written as Foundation's encoder does with `.prettyPrinted` and `.sortedKeys`.
enum JSON {
  case number(Int)
  case bool(Bool)
  case string(String)
  case array([JSON])
  /// Members without a value are left out.
  case object([String: JSON?])

  static func strings(_ values: [String]?) -> JSON? {
    values.map { .array($0.map(JSON.string)) }
  }

  static func string(_ value: String?) -> JSON? {
    value.map { .string($0) }
  }

  func text(indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .number(let value): return String(value)
    case .bool(let value): return String(value)
    case .string(let value): return Self.quoted(value)
    case .array(let elements):
      let lines = elements.map { inner + $0.text(indent: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n\(indent)]"
    case .object(let members):
      let lines = members.compactMapValues { $0 }.sorted { $0.key < $1.key }
        .map { "\(inner)\(Self.quoted($0.key)) : \($0.value.text(indent: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "/": quoted += "\\/"
      case "\u{8}": quoted += "\\b"
      case "\u{C}": quoted += "\\f"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
