extension JSON {
  /// The JSON text for people, with a line feed at the end: one member per line, indented by two
  /// spaces.
  ///
  /// An array without arrays and objects in it is on one line if that line has 80 bytes or fewer;
  /// any other has one element per line.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  public var indentedText: String {
    var writer = IndentedWriter()
    writer.write(self)
    return String(decoding: writer.output, as: UTF8.self) + "\n"
  }
}

private struct IndentedWriter {
  private static let maximumLineBytes = 80

  private(set) var output: [UInt8] = []
  private var depth = 0
  private var lineStart = 0

  mutating func write(_ value: JSON) {
    switch value {
    case .array(let values) where !values.isEmpty:
      if values.contains(where: \.isContainer) || !writeOnLine(values) {
        writeLines("[", values, "]") { $0.write($1) }
      }
    case .object(let members) where !members.isEmpty:
      writeLines("{", members, "}") { writer, member in
        writer.write(.string(member.key))
        writer.append(": ")
        writer.write(member.value)
      }
    default: output.append(contentsOf: value.bytes)
    }
  }

  /// Writes an array on the current line, unless that becomes too long.
  private mutating func writeOnLine(_ values: [JSON]) -> Bool {
    let start = output.count
    append("[")
    for (index, value) in values.enumerated() {
      if index > 0 { append(", ") }
      output.append(contentsOf: value.bytes)
      // A bracket and perhaps a comma follow.
      guard output.count - lineStart + 2 <= Self.maximumLineBytes else {
        output.removeSubrange(start...)
        return false
      }
    }
    append("]")
    return true
  }

  private mutating func writeLines<Element>(
    _ opening: String, _ elements: [Element], _ closing: String,
    _ body: (inout IndentedWriter, Element) -> Void
  ) {
    append(opening)
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      beginLine()
      body(&self, element)
    }
    depth -= 1
    beginLine()
    append(closing)
  }

  private mutating func beginLine() {
    output.append(UInt8(ascii: "\n"))
    lineStart = output.count
    output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func append(_ text: String) { output.append(contentsOf: text.utf8) }
}

extension JSON {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
