import Passwright

/// JSON in which equal values have only one form: keys in the order of their bytes, no spaces, and
/// what is `nil` left out.
enum CanonicalJSON {
  /// The text of a value.
  static func text(_ value: some Encodable) -> String {
    let node = Node()
    do {
      try value.encode(to: NodeEncoder(node: node))
    } catch {
      fatalError("nothing that is encoded here throws, and yet: \(error)")
    }
    return node.text
  }
}

/// A value on its way into JSON.
private final class Node {
  enum Content {
    /// Nothing yet, or `null`.
    case null
    /// A text, a number or a truth value, as JSON writes it.
    case scalar(String)
    case array([Node])
    case object([String: Node])
  }

  var content = Content.null

  var text: String {
    switch content {
    case .null: return "null"
    case .scalar(let text): return text
    case .array(let elements): return "[\(elements.map(\.text).joined(separator: ","))]"
    case .object(let members):
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      let texts = sorted.map { "\($0.key.json):\($0.value.text)" }
      return "{\(texts.joined(separator: ","))}"
    }
  }

  func member(_ key: String) -> Node {
    var members: [String: Node] = [:]
    if case .object(let found) = content { members = found }
    let node = Node()
    members[key] = node
    content = .object(members)
    return node
  }

  func appended() -> Node {
    var elements: [Node] = []
    if case .array(let found) = content { elements = found }
    let node = Node()
    content = .array(elements + [node])
    return node
  }

  func set(_ value: some Encodable) throws {
    switch value {
    case let value as String: content = .scalar(value.json)
    case let value as Bool: content = .scalar("\(value)")
    case let value as any BinaryInteger: content = .scalar("\(value)")
    case let value as any BinaryFloatingPoint: content = .scalar("\(value)")
    default: try value.encode(to: NodeEncoder(node: self))
    }
  }
}

private struct NodeEncoder: Encoder {
  let node: Node
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    node.content = .object([:])
    return KeyedEncodingContainer(KeyedContainer<Key>(node: node))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    node.content = .array([])
    return UnkeyedContainer(node: node)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleContainer(node: node) }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: Node
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { _ = node.member(key.stringValue) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try node.member(key.stringValue).set(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    NodeEncoder(node: node.member(key.stringValue)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    NodeEncoder(node: node.member(key.stringValue)).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { NodeEncoder(node: node.member("super")) }
  func superEncoder(forKey key: Key) -> any Encoder {
    NodeEncoder(node: node.member(key.stringValue))
  }
}

private struct UnkeyedContainer: UnkeyedEncodingContainer {
  let node: Node
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(node: Node) { self.node = node }

  private mutating func next() -> Node {
    count += 1
    return node.appended()
  }

  mutating func encodeNil() { _ = next() }
  mutating func encode(_ value: some Encodable) throws { try next().set(value) }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> { NodeEncoder(node: next()).container(keyedBy: type) }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    NodeEncoder(node: next()).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { NodeEncoder(node: next()) }
}

private struct SingleContainer: SingleValueEncodingContainer {
  let node: Node
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { node.content = .null }
  func encode(_ value: some Encodable) throws { try node.set(value) }
}
