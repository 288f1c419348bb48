/// A value to bind to a parameter of a statement.
public enum SQLValue: Hashable, Sendable {
  /// `NULL`.
  case null
  /// `INTEGER`.
  case integer(Int64)
  /// `REAL`.
  case real(Double)
  /// `TEXT`.
  case text(String)
  /// `BLOB`.
  case blob([UInt8])

  /// Makes an integer, or `NULL` for `nil`.
  public init(_ value: (some FixedWidthInteger & SignedInteger)?) {
    self = value.map { .integer(Int64($0)) } ?? .null
  }

  /// Makes a text, or `NULL` for `nil`.
  public init(_ value: String?) {
    self = value.map(SQLValue.text) ?? .null
  }
}

extension SQLValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
  /// Makes a text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Makes an integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Makes a real number.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// Makes `NULL`.
  public init(nilLiteral: ()) { self = .null }
}
