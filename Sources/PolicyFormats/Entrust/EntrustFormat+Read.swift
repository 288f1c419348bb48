internal import PasswordPolicy

extension EntrustFormat {
  static func read(
    _ json: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    var reader = SettingsReader(json)
    var policy = Policy()
    var losses = LossReport()
    policy.length = Bounds(
      min: count("minimumLength", &reader), max: count("maximumLength", &reader))
    for kind in kinds { policy.characters[kind.group] = bounds(kind, &reader, losses: &losses) }
    policy.maxRepeatedRun = count("maximumRepeated", &reader)
    if policy.maxRepeatedRun != nil { losses.add("$.maximumRepeated", .weakened, runDoubt) }
    policy.reuse = count("passwordHistorySize", &reader).map { ReuseRule(last: $0) }
    if reader.boolean("adComplexity") == true {
      policy.minCharacterTypes = typesOfComplexity
      losses.add(
        "$.adComplexity", .weakened,
        "a policy forbids an account's names only when a check is given them")
    }
    readOthers(&reader, losses: &losses)
    for path in reader.unknownPaths {
      losses.add(path, .dropped, "not a known key of Entrust's settings")
    }
    guard reader.problems.isEmpty else { throw FormatError(problems: reader.problems) }
    return (policy, losses)
  }

  /// Reads a number that has an effect.
  private static func count(_ key: String, _ reader: inout SettingsReader) -> Int? {
    reader.integer(key, in: 0...maximum).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func bounds(
    _ kind: Kind, _ reader: inout SettingsReader, losses: inout LossReport
  ) -> Bounds {
    let inclusion: Inclusion? = reader.choice(kind.inclusion)
    let number = count(kind.number, &reader)
    switch inclusion {
    case .required: return Bounds(min: number ?? 1)
    case nil: return Bounds(min: number)
    case .allowed, .notAllowed:
      if number != nil {
        losses.add(
          "$.\(kind.number)", .dropped,
          "a number has an effect only where \(kind.inclusion) is REQUIRED")
      }
      return Bounds(max: inclusion == .notAllowed ? 0 : nil)
    }
  }

  /// Reads settings that have no corresponding rule in a policy.
  private static func readOthers(_ reader: inout SettingsReader, losses: inout LossReport) {
    if let strength = reader.integer("minimumStrength", in: 0...4), strength > 0 {
      losses.add(
        "$.minimumStrength", .dropped, "a policy and Entrust measure strength differently")
    }
    for key in ["lifetimeDays", "minimumLifetime"] {
      if let days = reader.integer(key, in: 0...1_000_000), days > 0 {
        losses.add("$.\(key)", .dropped, "a policy has no rule for age: \(days) days")
      }
    }
  }
}
