internal import PasswordPolicy

/// The `pwquality.conf` of libpwquality, ``PwqualitySettings``.
enum PwqualityFormat: FormatDefinition {
  static func read(
    _ bytes: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    try FormatText.text(bytes)
    var losses = LossReport()
    let policy = try PwqualitySettings(parsing: bytes).policy(losses: &losses)
    return (policy, losses)
  }

  static func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    var losses = LossReport()
    return (PwqualitySettings(policy, losses: &losses).description + "\n", losses)
  }
}
