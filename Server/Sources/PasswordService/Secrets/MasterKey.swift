/// The key that all other keys are wrapped under; it is kept outside the store.
public struct MasterKey: Sendable {
  let bytes: [UInt8]

  /// The identity of the key, which reveals nothing of it.
  public let id: [UInt8]

  /// Makes a random key.
  public init() {
    self.init(bytes: Sodium.randomBytes(Sodium.keyBytes))
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    id = Array(Sodium.hash(Array("passwright master key identity".utf8), key: bytes).prefix(16))
  }

  /// Reads a key of 64 hexadecimal digits, space around it being passed over.
  public init?(hexadecimal text: String) {
    let digits = text.filter { !$0.isWhitespace }
    guard let bytes = [UInt8](hexadecimal: digits), bytes.count == Sodium.keyBytes else {
      return nil
    }
    self.init(bytes: bytes)
  }

  /// The key as 64 hexadecimal digits: a secret.
  public func reveal() -> String { bytes.hexadecimal }
}

extension MasterKey: CustomStringConvertible, CustomReflectable {
  /// The identity of the key.
  public var description: String { "master key \(id.hexadecimal)" }
  /// Shows no part of the key.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension [UInt8] {
  /// Two lower-case digits a byte.
  package var hexadecimal: String {
    let digits = [UInt8]("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Reads two digits a byte; `nil` when there are other characters.
  package init?(hexadecimal text: String) {
    let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    let values = digits.compactMap(\.self)
    self = stride(from: 0, to: values.count, by: 2).map {
      UInt8(values[$0] << 4 | values[$0 + 1])
    }
  }
}
