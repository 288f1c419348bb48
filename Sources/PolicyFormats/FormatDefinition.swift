internal import PasswordPolicy

/// What every format has; each is a type with a folder of its own.
protocol FormatDefinition {
  /// The maximum size of a text in bytes.
  static var maximumBytes: Int { get }

  /// Reads a policy from UTF-8 without a byte order mark, at most ``maximumBytes`` of it.
  static func read(_ bytes: [UInt8]) throws(FormatError) -> (policy: Policy, losses: LossReport)

  /// Writes a policy, as far as the format can express it, with a line feed at its end.
  static func write(_ policy: Policy) -> (text: String, losses: LossReport)
}

extension FormatDefinition {
  static var maximumBytes: Int { 1 << 20 }
}
