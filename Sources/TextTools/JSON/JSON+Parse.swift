extension JSON {
  /// How deep arrays and objects may be nested: 64.
  public static let maximumDepth = 64

  /// Reads a JSON text (RFC 8259) in UTF-8, with or without a byte order mark.
  ///
  /// No object may have a key twice. Keys are compared as `String`s, so canonically equivalent ones
  /// are the same.
  ///
  /// - Throws: ``JSONError`` with every ``JSONProblem``, up to ``JSONError/maximumReported``. The
  ///   last one is the end of what can be read if what follows it has no certain meaning, as after a
  ///   missing colon.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    self = try JSONParser.parse(bytes, keepsRepeatedKeys: false)
  }

  /// Reads a JSON text as ``init(parsing:)`` does, but keeps members whose key occurs twice, for
  /// readers that report them by path beside what is wrong with the values.
  package init(keepingRepeatedKeysOf bytes: [UInt8]) throws(JSONError) {
    self = try JSONParser.parse(bytes, keepsRepeatedKeys: true)
  }
}

/// One reason why a text is not JSON.
public struct JSONProblem: Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode scalars, from 1.
  public let column: Int
  /// What is wrong; it quotes nothing of the text, which may be secret.
  public let reason: String

  /// The place and the reason.
  public var description: String { "line \(line), column \(column): \(reason)" }
}

/// Everything that keeps a text from being JSON.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The maximum number of problems that are listed: 100.
  public static let maximumReported = 100

  /// The problems in the order of their places, one or more.
  public let problems: [JSONProblem]

  /// One problem per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
