public import PasswordPolicy
internal import TextTools

/// A format that policies are written in.
///
/// ```swift
/// let (policy, lost) = try PolicyFormat.sailpoint.read(json)
/// let (rules, unsaid) = PolicyFormat.apple.write(policy)
/// ```
/// Each direction tells what the other side cannot say. Only what decides whether a password
/// complies is a rule: names, identifiers and dates are not looked for in reports.
public enum PolicyFormat: String, CaseIterable, Codable, Hashable, Sendable {
  /// The JSON of this package; see `Policy.schema`.
  case passwright
  /// The rules of sites for password managers, ``AppleRules``.
  case apple
  /// The query of Passwordstate's generator: what to draw.
  case passwordstate
  /// The password policy of SailPoint Identity Security Cloud, JSON as in its API.
  case sailpoint
  /// The password settings of Entrust Identity as a Service, JSON as in its API.
  case entrust
  /// The password policy of HashiCorp Vault in HCL, or read as JSON: what to draw.
  case vaultHCL = "vault-hcl"
  /// The `pwquality.conf` of libpwquality.
  case libpwquality

  /// The most bytes that are read: 16 MiB of this package's own format, 65,536 of Apple's, 1 MiB of
  /// each other.
  public var maximumBytes: Int {
    switch self {
    case .passwright: 16 << 20
    case .apple: AppleRules.maximumBytes
    default: 1 << 20
    }
  }

  /// Reads a policy.
  ///
  /// - Parameter bytes: the text, UTF-8, with or without a byte order mark.
  /// - Returns: the policy, and what of the text it does not hold.
  /// - Throws: ``FormatError`` with every ``FormatProblem``. Whether a password can comply is for
  ///   `Policy.contradictions` to say, but that a policy in this package's own format must be free of
  ///   them.
  /// - Complexity: O(*n*), *n* the bytes of the text, at most ``maximumBytes``.
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

  /// Writes a policy, as far as the format can say it.
  ///
  /// - Returns: the text, ended by a line feed, and what of the policy it does not say.
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

  /// The bytes behind a byte order mark.
  private static func withoutMark(_ bytes: [UInt8]) throws(FormatError) -> [UInt8] {
    do {
      let length = try TextStart.markLength(of: bytes)
      return length == 0 ? bytes : Array(bytes[length...])
    } catch {
      throw FormatError(problems: [.text(line: 1, column: 1, reason: error.description)])
    }
  }

  /// The text of UTF-8, without the line ends at its end.
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
