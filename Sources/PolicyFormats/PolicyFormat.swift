public import PasswordPolicy

/// A format of password policies.
///
/// ```swift
/// let (policy, lost) = try PolicyFormat.sailpoint.read(json)
/// let (rules, unsaid) = PolicyFormat.apple.write(policy)
/// ```
/// Each direction reports what the other side cannot express. Only what decides whether a password
/// complies is a rule: names, identifiers and dates are not reported.
@nonexhaustive
public enum PolicyFormat: String, CaseIterable, Codable, Hashable, Sendable {
  /// The JSON of this package; see `Policy.schema`.
  case passwright
  /// Rules of websites for password managers, ``AppleRules``.
  case apple
  /// The query of Passwordstate's generator, which describes what to draw.
  case passwordstate
  /// The password policy of SailPoint Identity Security Cloud, as JSON of its API.
  case sailpoint
  /// The password settings of Entrust Identity as a Service, as JSON of its API.
  case entrust
  /// The password policy of HashiCorp Vault in HCL, or read as JSON, which describes what to draw.
  case vaultHCL = "vault-hcl"
  /// The `pwquality.conf` of libpwquality.
  case libpwquality

  private var definition: any FormatDefinition.Type {
    switch self {
    case .passwright: PasswrightFormat.self
    case .apple: AppleFormat.self
    case .passwordstate: PasswordstateFormat.self
    case .sailpoint: SailPointFormat.self
    case .entrust: EntrustFormat.self
    case .vaultHCL: VaultFormat.self
    case .libpwquality: PwqualityFormat.self
    }
  }

  /// The maximum size in bytes: 16 MiB of this package's own format, 65,536 of Apple's, 1 MiB of
  /// each other format.
  public var maximumBytes: Int { definition.maximumBytes }

  /// Reads a policy.
  ///
  /// - Parameter bytes: the text in UTF-8, with or without a byte order mark.
  /// - Returns: the policy, and what of the text it does not express.
  /// - Throws: ``FormatError`` with every ``FormatProblem``. Whether a password can comply is left
  ///   to `Policy.contradictions`, except that a policy in this package's own format must have
  ///   none.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes, at most ``maximumBytes``.
  public func read(
    _ bytes: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    guard bytes.count <= maximumBytes else {
      throw FormatError(problems: [.tooLong(bytes: bytes.count, limit: maximumBytes)])
    }
    return try definition.read(FormatText.withoutMark(bytes))
  }

  /// Writes a policy, as far as the format can express it.
  ///
  /// - Returns: the text, which ends in a line feed, and what of the policy it does not express.
  public func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    definition.write(policy)
  }
}
