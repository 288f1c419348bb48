extension JSON {
  /// The JSON text on one line.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The UTF-8 of the JSON text on one line.
  public var bytes: [UInt8] {
    var output: [UInt8] = []
    write(to: &output, indentation: nil)
    return output
  }

  /// The JSON text for people: one member a line, indented by two spaces.
  public var indentedText: String {
    var output: [UInt8] = []
    write(to: &output, indentation: 0)
    return String(decoding: output, as: UTF8.self) + "\n"
  }

  private func write(to output: inout [UInt8], indentation: Int?) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .boolean(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .integer(let value): output.append(contentsOf: String(value).utf8)
    case .number(let value): output.append(contentsOf: String(value).utf8)
    case .string(let value): Self.write(value, to: &output)
    case .array(let values):
      Self.write(values, "[", "]", to: &output, indentation) { value, output, indentation in
        value.write(to: &output, indentation: indentation)
      }
    case .object(let members):
      Self.write(members, "{", "}", to: &output, indentation) { member, output, indentation in
        Self.write(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        if indentation != nil { output.append(UInt8(ascii: " ")) }
        member.value.write(to: &output, indentation: indentation)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ opening: Unicode.Scalar, _ closing: Unicode.Scalar,
    to output: inout [UInt8], _ indentation: Int?,
    _ body: (Element, inout [UInt8], Int?) -> Void
  ) {
    output.append(UInt8(ascii: opening))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      breakLine(indentation.map { $0 + 1 }, &output)
      body(element, &output, indentation.map { $0 + 1 })
    }
    if !elements.isEmpty { breakLine(indentation, &output) }
    output.append(UInt8(ascii: closing))
  }

  private static func breakLine(_ indentation: Int?, _ output: inout [UInt8]) {
    guard let indentation else { return }
    output.append(UInt8(ascii: "\n"))
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * indentation))
  }

  /// Escapes what RFC 8259 asks for, and nothing else.
  private static func write(_ string: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case UInt8(ascii: "\n"): output.append(contentsOf: "\\n".utf8)
      case UInt8(ascii: "\r"): output.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\t"): output.append(contentsOf: "\\t".utf8)
      case 0..<0x20:
        output.append(contentsOf: "\\u00".utf8)
        output.append(contentsOf: String(byte >> 4, radix: 16).utf8)
        output.append(contentsOf: String(byte & 15, radix: 16).utf8)
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
