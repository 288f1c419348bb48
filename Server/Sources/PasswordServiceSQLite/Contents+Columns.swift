import PasswordService
import SQLite

/// How the contents of a record are spread over columns.
enum ContentsColumns {
  /// The columns, in the order of ``values(of:)``.
  static let names =
    Schema.textColumns + ["account_type_id", "password", "generic_passwords", "expiry"]

  static func values(of contents: RecordContents) -> [SQLValue] {
    RecordField.allCases.map { .text(contents.texts[$0]) } + [
      .integer(Int64(contents.accountTypeID)),
      contents.password.map { .blob($0.bytes) } ?? .null,
      .blob(packed(contents.genericPasswords)),
      SQLValue(contents.expiryDate?.daysSince1970),
    ]
  }

  /// Reads the contents of a row whose columns begin at `start`.
  static func contents(
    of row: borrowing Statement, from start: Int
  ) throws(StoreError) -> RecordContents {
    var contents = RecordContents()
    for (offset, field) in RecordField.allCases.enumerated() {
      contents.texts[field] = try row.requiredText(start + offset)
    }
    let rest = start + RecordField.allCases.count
    contents.accountTypeID = try row.requiredInteger(rest)
    contents.password = try row.optionalBlob(rest + 1).map { SealedValue(bytes: $0) }
    contents.genericPasswords = try unpacked(try row.requiredBlob(rest + 2))
    contents.expiryDate = row.optionalInteger(rest + 3).map { CalendarDate(daysSince1970: $0) }
    return contents
  }

  /// The number of each field, the count of its bytes in four, and the bytes.
  private static func packed(_ values: [RecordField: SealedValue]) -> [UInt8] {
    values.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { field, value in
      let count = value.bytes.count
      let header = [field.genericNumber ?? 0, count >> 24, count >> 16, count >> 8, count]
      return header.map { UInt8(truncatingIfNeeded: $0) } + value.bytes
    }
  }

  private static func unpacked(
    _ bytes: [UInt8]
  ) throws(StoreError) -> [RecordField: SealedValue] {
    var values: [RecordField: SealedValue] = [:]
    var rest = bytes[...]
    while !rest.isEmpty {
      let header = rest.prefix(5)
      let count = header.dropFirst().reduce(0) { $0 << 8 | Int($1) }
      rest = rest.dropFirst(5)
      guard header.count == 5, rest.count >= count,
        let field = RecordField(genericNumber: Int(header[header.startIndex]))
      else { throw .damaged("the generic passwords of a record") }
      values[field] = SealedValue(bytes: Array(rest.prefix(count)))
      rest = rest.dropFirst(count)
    }
    return values
  }
}

extension Statement {
  func requiredText(_ column: Int) throws(StoreError) -> String {
    let text = try StoreError.wrapping { () throws(SQLiteError) in try self.text(at: column) }
    guard let text else { throw .damaged("a text") }
    return text
  }

  func requiredInteger(_ column: Int) throws(StoreError) -> Int {
    guard let integer = integer(at: column) else { throw .damaged("a number") }
    return Int(integer)
  }

  func optionalInteger(_ column: Int) -> Int? { integer(at: column).map { Int($0) } }

  func optionalText(_ column: Int) throws(StoreError) -> String? {
    isNull(at: column) ? nil : try requiredText(column)
  }

  func requiredBlob(_ column: Int) throws(StoreError) -> [UInt8] {
    guard let blob = try optionalBlob(column) else { throw .damaged("a value") }
    return blob
  }

  func optionalBlob(_ column: Int) throws(StoreError) -> [UInt8]? {
    try StoreError.wrapping { () throws(SQLiteError) in try self.blob(at: column) }
  }

  /// The case of an enumeration that a text names.
  func requiredCase<Value: RawRepresentable>(
    _ column: Int, _: Value.Type = Value.self
  ) throws(StoreError) -> Value where Value.RawValue == String {
    guard let value = Value(rawValue: try requiredText(column)) else {
      throw .damaged("the name of a kind")
    }
    return value
  }
}
