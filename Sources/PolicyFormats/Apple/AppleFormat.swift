internal import PasswordPolicy

/// Rules of websites for password managers, ``AppleRules``.
enum AppleFormat: FormatDefinition {
  static let maximumBytes = AppleRules.maximumBytes

  static func read(
    _ bytes: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    var losses = LossReport()
    let rules = try AppleRules(parsing: FormatText.text(bytes), losses: &losses)
    return (rules.policy, losses)
  }

  static func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    var losses = LossReport()
    return (AppleRules(policy, losses: &losses).description + "\n", losses)
  }
}
