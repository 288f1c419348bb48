public import TextTools

extension JSON {
  /// The value as an XML element: members become elements of their names, the values of an array
  /// elements of the name given.
  ///
  /// - Parameters:
  ///   - root: the name of the element.
  ///   - item: the name of the elements of an array.
  /// - Returns: the UTF-8 of a document.
  public func xml(root: String, item: String) -> [UInt8] {
    var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
    write(as: root, item: item, to: &text)
    return Array(text.utf8)
  }

  private func write(as name: String, item: String, to text: inout String) {
    text += "<\(name)>"
    switch self {
    case .null: break
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += String(value)
    case .string(let value): Self.escape(value, to: &text)
    case .array(let values): for value in values { value.write(as: item, item: item, to: &text) }
    case .object(let members):
      for member in members { member.value.write(as: member.key, item: member.key, to: &text) }
    }
    text += "</\(name)>"
  }

  private static func escape(_ value: String, to text: inout String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "&": text += "&amp;"
      // Readers turn a bare carriage return into a line feed.
      case "\r": text += "&#13;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
