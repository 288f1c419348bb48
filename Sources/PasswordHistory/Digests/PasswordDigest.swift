/// What is stored of a password: a line of text that includes how it was made.
///
/// ```
/// $blake2b$v=1$key=<16 hexadecimal digits>$<hash, base64>
/// $argon2id$v=19$m=65536,t=2,p=1$<salt, base64>$<hash, base64>
/// ```
/// The second is the form of the reference implementation of Argon2, so that digests made elsewhere
/// can be imported.
public struct PasswordDigest: Hashable, Sendable {
  /// How a digest is made.
  @nonexhaustive
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// BLAKE2b under a secret key, bound to the account: for generated passwords.
    case keyedBLAKE2b = "blake2b"
    /// Argon2id with its own salt: for passwords that people choose.
    case argon2id
  }

  /// What the text contains besides salt and hash.
  enum Form: Hashable, Sendable {
    case keyedBLAKE2b(KeyID)
    case argon2id(Argon2idLimits)
  }

  static let hashByteCount = 32
  private static let maximumTextByteCount = 256

  /// The digest as it is stored.
  public let text: String

  let form: Form

  /// The hash of a keyed digest; empty for Argon2id, whose hash libsodium reads from the text.
  let keyedHash: [UInt8]

  /// How the digest was made.
  public var kind: Kind {
    switch form {
    case .keyedBLAKE2b: .keyedBLAKE2b
    case .argon2id: .argon2id
    }
  }

  /// The key that the digest was made under, if there was one.
  public var keyID: KeyID? {
    if case .keyedBLAKE2b(let id) = form { id } else { nil }
  }

  /// Reads a stored digest.
  ///
  /// - Throws: ``HistoryError/unknownDigest`` when this version neither writes nor imports such a
  ///   text.
  /// - Complexity: O(1), since the text has at most 256 bytes.
  public init(text: String) throws(HistoryError) {
    guard text.utf8.count <= Self.maximumTextByteCount, text.utf8.allSatisfy({ $0 < 128 }) else {
      throw .unknownDigest
    }
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    if parts.count == 5, parts[0] == "", parts[1] == Kind.keyedBLAKE2b.rawValue, parts[2] == "v=1",
      parts[3].hasPrefix("key="), let key = KeyID(text: parts[3].dropFirst(4)),
      let hash = Base64.decode(parts[4]), hash.count == Self.hashByteCount
    {
      self.form = .keyedBLAKE2b(key)
      self.keyedHash = hash
    } else if parts.count == 6, parts[0] == "", parts[1] == Kind.argon2id.rawValue,
      parts[2] == "v=19", let limits = Self.limits(parts[3]),
      let salt = Base64.decode(parts[4]), salt.count >= 8,
      let hash = Base64.decode(parts[5]), hash.count >= 16
    {
      self.form = .argon2id(limits)
      self.keyedHash = []
    } else {
      throw .unknownDigest
    }
    self.text = text
  }

  init(keyedHash: [UInt8], key: KeyID) {
    self.text = "$\(Kind.keyedBLAKE2b.rawValue)$v=1$key=\(key)$\(Base64.encode(keyedHash))"
    self.form = .keyedBLAKE2b(key)
    self.keyedHash = keyedHash
  }

  private static func limits(_ text: Substring) -> Argon2idLimits? {
    let fields = text.split(separator: ",", omittingEmptySubsequences: false)
    // libsodium supports only one lane.
    guard fields.count == 3, fields[0].hasPrefix("m="), fields[1].hasPrefix("t="),
      fields[2] == "p=1", let kibibytes = number(fields[0]), let operations = number(fields[1])
    else { return nil }
    return Argon2idLimits(checking: operations, kibibytes * 1024)
  }

  private static func number(_ field: Substring) -> Int? {
    let digits = field.dropFirst(2)
    guard digits.utf8.count <= 10, let number = Int(digits), String(number) == digits else {
      return nil
    }
    return number
  }
}

extension PasswordDigest: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The kind and nothing else.
  public var description: String { kind.rawValue }
  /// The kind and nothing else.
  public var debugDescription: String { description }
  /// The kind and nothing else.
  public var customMirror: Mirror { Mirror(self, children: ["kind": kind]) }
}
