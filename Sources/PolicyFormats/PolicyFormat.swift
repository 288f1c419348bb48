public import PasswordPolicy
internal import TextTools

/// A format of password policies.
///
/// ```swift
/// let (policy, lost) = try PolicyFormat.sailpoint.read(json)
/// let (rules, unsaid) = PolicyFormat.apple.write(policy)
/// ```
/// Each direction reports what the other side cannot express. Only what decides whether a password
/// complies is a rule: names, identifiers and dates are not reported.
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

  /// The maximum size in bytes: 16 MiB of this package's own format, 65,536 of Apple's, 1 MiB of
  /// each other format.
  public var maximumBytes: Int {
    switch self {
    case .passwright: 16 << 20
    case .apple: AppleRules.maximumBytes
    default: 1 << 20
    }
  }

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
    let bytes = try Self.withoutMark(bytes)
    switch self {
    case .passwright:
      do {
        return (try Policy(json: bytes), LossReport())
      } catch {
        throw FormatError(problems: error.problems.map { .policy($0) })
      }
    case .apple:
      var losses = LossReport()
      let rules = try AppleRules(parsing: try Self.text(bytes), losses: &losses)
      return (rules.policy, losses)
    case .passwordstate: return try PasswordstateFormat.read(try Self.text(bytes))
    case .sailpoint: return try SailPointFormat.read(bytes)
    case .entrust: return try EntrustFormat.read(bytes)
    case .vaultHCL:
      _ = try Self.text(bytes)
      let vault =
        VaultPolicy.isJSON(bytes)
        ? try VaultPolicy(parsingJSON: bytes) : try VaultPolicy(parsing: bytes)
      return (vault.policy, LossReport())
    case .libpwquality:
      _ = try Self.text(bytes)
      var losses = LossReport()
      let policy = try PwqualitySettings(parsing: bytes).policy(losses: &losses)
      return (policy, losses)
    }
  }

  /// Writes a policy, as far as the format can express it.
  ///
  /// - Returns: the text, which ends in a line feed, and what of the policy it does not express.
  public func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    var losses = LossReport()
    switch self {
    case .passwright: return (policy.json, losses)
    case .apple: return (AppleRules(policy, losses: &losses).description + "\n", losses)
    case .passwordstate: return PasswordstateFormat.write(policy)
    case .sailpoint: return SailPointFormat.write(policy)
    case .entrust: return EntrustFormat.write(policy)
    case .vaultHCL: return (VaultPolicy(policy, losses: &losses).description, losses)
    case .libpwquality:
      return (PwqualitySettings(policy, losses: &losses).description + "\n", losses)
    }
  }

  /// Returns the bytes after a byte order mark.
  private static func withoutMark(_ bytes: [UInt8]) throws(FormatError) -> [UInt8] {
    do {
      let length = try TextStart.markLength(of: bytes)
      return length == 0 ? bytes : Array(bytes[length...])
    } catch {
      throw FormatError(problems: [.text(line: 1, column: 1, reason: error.description)])
    }
  }

  /// Returns the text of UTF-8 bytes, without trailing line ends.
  private static func text(_ bytes: [UInt8]) throws(FormatError) -> String {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      var scanner = TextScanner(bytes)
      scanner.report(at: error.byteOffsets.lowerBound, "not UTF-8")
      throw FormatError(problems: scanner.problems)
    }
    let text = bytes[..<((bytes.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1)]
    return String(decoding: text, as: UTF8.self)
  }
}
