import CSodium

/// The amount of work that Argon2id does.
public struct Argon2idLimits: Hashable, Sendable {
  /// The number of passes over the memory.
  public let operations: Int
  /// The size of the memory in bytes.
  public let byteCount: Int

  /// Makes limits after checking them.
  ///
  /// - Throws: ``HistoryError/limitsOutOfRange(operations:byteCount:)`` unless there is 1 pass or
  ///   more over 8 KiB or more, in whole KiB.
  public init(operations: Int, byteCount: Int) throws(HistoryError) {
    guard let limits = Self(checking: operations, byteCount) else {
      throw .limitsOutOfRange(operations: operations, byteCount: byteCount)
    }
    self = limits
  }

  init?(checking operations: Int, _ byteCount: Int) {
    guard 1...Int(UInt32.max) ~= operations, byteCount >= Int(crypto_pwhash_argon2id_MEMLIMIT_MIN),
      byteCount % 1024 == 0, byteCount <= crypto_pwhash_argon2id_memlimit_max()
    else { return nil }
    self.init(known: operations, byteCount)
  }

  private init(known operations: Int, _ byteCount: Int) {
    self.operations = operations
    self.byteCount = byteCount
  }

  /// 2 passes over 64 MiB, about 40 ms.
  public static var interactive: Argon2idLimits { Self(known: 2, 64 << 20) }
  /// 3 passes over 256 MiB.
  public static var moderate: Argon2idLimits { Self(known: 3, 256 << 20) }
  /// 4 passes over 1 GiB.
  public static var sensitive: Argon2idLimits { Self(known: 4, 1 << 30) }

  /// Whether neither number exceeds that of the ceiling.
  func fits(in ceiling: Argon2idLimits) -> Bool {
    operations <= ceiling.operations && byteCount <= ceiling.byteCount
  }
}

extension Argon2idLimits: CustomStringConvertible {
  /// Both numbers, such as `2 passes over 65536 KiB`.
  public var description: String { "\(operations) passes over \(byteCount / 1024) KiB" }
}
