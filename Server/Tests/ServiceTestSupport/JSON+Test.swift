public import HummingbirdTesting
import NIOCore
public import TextTools

extension JSON {
  /// The values of an array; none when it is no array.
  public var elements: [JSON] { if case .array(let values) = self { values } else { [] } }

  /// The keys of an object, in their order.
  public var keys: [String] {
    if case .object(let members) = self { members.map(\.key) } else { [] }
  }

  /// The text of a string.
  public var string: String? { if case .string(let value) = self { value } else { nil } }

  /// The number of an integer.
  public var integer: Int? { if case .integer(let value) = self { value } else { nil } }
}

extension TestResponse {
  /// The body as JSON.
  public var json: JSON {
    get throws { try JSON(parsing: Array(body.readableBytesView)) }
  }

  /// The body as text.
  public var text: String { String(decoding: body.readableBytesView, as: UTF8.self) }
}
