/// The identifier of an account: text that is compared byte for byte.
///
/// It is case-sensitive, and no Unicode normalization takes place. Always pass the identifier in
/// the same form.
public struct AccountID: Sendable {
  /// The maximum number of bytes of an identifier, in UTF-8.
  public static let maximumByteCount = 1024

  /// The identifier.
  public let text: String

  /// Makes an identifier after checking it.
  ///
  /// - Throws: ``HistoryError/account(_:)`` when the text is empty, has more than
  ///   ``maximumByteCount`` bytes or contains a control character.
  /// - Complexity: O(*n*), where *n* is the number of bytes.
  public init(_ text: String) throws(HistoryError) {
    if let problem = AccountProblem(in: text) { throw .account(problem) }
    self.text = text
  }
}

extension AccountID: Hashable {
  /// Whether two identifiers have the same bytes.
  public static func == (left: AccountID, right: AccountID) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  /// Feeds the bytes to a hasher.
  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
    hasher.combine(0xFF as UInt8)
  }
}

extension AccountID: Comparable {
  /// Whether the bytes of one come before those of the other.
  public static func < (left: AccountID, right: AccountID) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension AccountID: CustomStringConvertible {
  /// The identifier.
  public var description: String { text }
}

/// Why a text is not a valid identifier.
@nonexhaustive
public enum AccountProblem: Hashable, Sendable {
  /// It has no characters.
  case empty
  /// It has more than ``AccountID/maximumByteCount`` bytes.
  case tooLong(byteCount: Int)
  /// It contains a control character, such as a line break.
  case controlCharacter

  init?(in text: String) {
    if text.isEmpty {
      self = .empty
    } else if text.utf8.count > AccountID.maximumByteCount {
      self = .tooLong(byteCount: text.utf8.count)
    } else if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      self = .controlCharacter
    } else {
      return nil
    }
  }
}

extension AccountProblem: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .empty: "empty; give an identifier"
    case .tooLong(let byteCount):
      "\(byteCount) bytes; use at most \(AccountID.maximumByteCount)"
    case .controlCharacter: "contains a control character; remove it"
    }
  }
}
