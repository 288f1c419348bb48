internal import PasswordPolicy

/// The password policy of HashiCorp Vault, ``VaultPolicy``: read as HCL or JSON, written as HCL.
enum VaultFormat: FormatDefinition {
  static func read(
    _ bytes: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    try FormatText.text(bytes)
    let vault =
      VaultPolicy.isJSON(bytes)
      ? try VaultPolicy(parsingJSON: bytes) : try VaultPolicy(parsing: bytes)
    return (vault.policy, LossReport())
  }

  static func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    var losses = LossReport()
    return (VaultPolicy(policy, losses: &losses).description, losses)
  }
}
