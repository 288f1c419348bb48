internal import TextTools

/// The names of an account, which its password must not contain.
///
/// ```swift
/// let context = PolicyContext(userName: "jdoe", displayName: "Erin M. Hagens")
/// policy.violations(of: "hagens-2031-Q", context: context)  // context.word
/// ```
/// As in Active Directory's complexity rule, names are split at `,` `.` `-` `_` `#`, spaces, tabs
/// and here also `@`; parts of 3 or more characters count, and so does the whole user name. Letters
/// are compared without regard to case, and with accents composed or not. The top-level domain of
/// an email address does not count: `com` is a part of many words.
public struct PolicyContext: Sendable {
  /// The minimum length of a part that counts, in characters: 3.
  public static let minimumPartLength = 3

  private let words: WordAutomaton

  /// Makes the context of an account.
  ///
  /// Making one takes a few microseconds; using it allocates nothing.
  ///
  /// - Parameters:
  ///   - userName: the name that the user signs in with.
  ///   - displayName: the full name.
  ///   - email: the email address.
  /// - Complexity: O(*n* log *n*), where *n* is the length of the names in bytes.
  public init(userName: String? = nil, displayName: String? = nil, email: String? = nil) {
    var words = BadWordList()
    let address = email.map { Self.withoutTopLevelDomain($0) }
    for given in [userName, displayName, address].compactMap(\.self) {
      let name = NormalForm.composed.form(of: given)
      for part in name.unicodeScalars.split(whereSeparator: Self.isDelimiter) {
        Self.append(String(part), to: &words)
      }
    }
    if let userName { Self.append(userName, to: &words) }
    self.words = WordAutomaton(words)
  }

  private static func append(_ part: String, to words: inout BadWordList) {
    if part.unicodeScalars.count >= minimumPartLength { words.append(part) }
  }

  private static func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", "-", "_", "#", " ", "\t", "@": true
    default: false
    }
  }

  private static func withoutTopLevelDomain(_ email: String) -> String {
    let scalars = email.unicodeScalars
    guard let at = scalars.lastIndex(of: "@"), let dot = scalars[at...].lastIndex(of: ".")
    else { return email }
    return String(scalars[..<dot])
  }

  /// Whether a text, ASCII or a fold, contains one of the words.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool { unsafe words.matches(text) }
}
