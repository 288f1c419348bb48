internal import PasswordPolicy

/// The JSON of this package.
enum PasswrightFormat: FormatDefinition {
  static let maximumBytes = 16 << 20

  static func read(
    _ bytes: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    do {
      return (try Policy(json: bytes), LossReport())
    } catch {
      throw FormatError(problems: error.problems.map { .policy($0) })
    }
  }

  static func write(_ policy: Policy) -> (text: String, losses: LossReport) {
    (policy.json, LossReport())
  }
}
