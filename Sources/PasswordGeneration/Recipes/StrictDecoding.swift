internal import TextTools

/// A coding key with any name.
private struct AnyKey: CodingKey {
  let stringValue: String
  let intValue: Int? = nil

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// Returns a container that has only known keys.
  ///
  /// - Throws: `DecodingError.dataCorrupted`, which names every unknown key and lists the known
  ///   ones.
  func strictContainer<Key: CodingKey & CaseIterable>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    let known = Set(Key.allCases.map(\.stringValue))
    let unknown = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
      .filter { !known.contains($0) }.sorted()
    guard unknown.isEmpty else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: codingPath,
          debugDescription: """
            unknown \("key".plural(for: unknown.count)) \(unknown.joined(separator: ", ")); \
            known keys: \(Key.allCases.map(\.stringValue).joined(separator: ", "))
            """))
    }
    return try container(keyedBy: type)
  }
}

extension KeyedDecodingContainer {
  /// Replaces a default when the key is present and not null.
  func decode<Value: Decodable>(_ key: Key, into value: inout Value) throws {
    if let decoded = try decodeIfPresent(Value.self, forKey: key) { value = decoded }
  }
}
