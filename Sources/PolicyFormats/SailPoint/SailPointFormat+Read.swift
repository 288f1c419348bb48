internal import PasswordPolicy

extension SailPointFormat {
  /// Keys that do not concern passwords.
  private static let bookkeeping = [
    "id", "description", "dateCreated", "lastUpdated", "created", "modified", "sourceIds",
    "defaultPolicy", "requireStrongAuthn", "requireStrongAuthOffNetwork",
    "requireStrongAuthUntrustedGeographies",
  ]

  static func read(
    _ json: [UInt8]
  ) throws(FormatError) -> (policy: Policy, losses: LossReport) {
    var reader = SettingsReader(json)
    var policy = Policy()
    policy.name = reader.string("name")
    policy.length = Bounds(min: count("minLength", &reader), max: count("maxLength", &reader))
    for (key, group) in minimumKeys { policy.characters[group].min = count(key, &reader) }
    policy.minCharacterTypes = count("minCharacterTypes", &reader, most: 4)
    policy.maxRepeatedRun = count("maxRepeatedChars", &reader)
    policy.allowed = permitted.text
    var losses = LossReport()
    readAccountRules(&reader, losses: &losses)
    readAge(&reader, losses: &losses)
    reader.ignore(bookkeeping)
    for path in reader.unknownPaths {
      losses.add(path, .dropped, "not a known key of SailPoint's policies")
    }
    guard reader.problems.isEmpty else { throw FormatError(problems: reader.problems) }
    return (policy, losses)
  }

  /// Reads a number that has an effect.
  private static func count(
    _ key: String, _ reader: inout SettingsReader, most: Int = Policy.maximumLength
  ) -> Int? {
    reader.integer(key, in: -1...most).flatMap { $0 > 0 ? $0 : nil }
  }

  /// Reads rules on what passwords have in common with dictionaries and accounts.
  private static func readAccountRules(_ reader: inout SettingsReader, losses: inout LossReport) {
    if reader.boolean("useDictionary") == true {
      losses.add(
        "$.useDictionary", .dropped,
        "the dictionary is kept by SailPoint; name a file of words under badPasswords.wordFiles")
    }
    for key in ["useAccountAttributes", "useIdentityAttributes"]
    where reader.boolean(key) == true {
      losses.add(
        "$.\(key)", .weakened,
        "a policy forbids only the names and the address that a check is given")
    }
    let least = -1...Policy.maximumLength
    for (key, length) in [
      ("validateAgainstAccountId", "accountIdMinWordLength"),
      ("validateAgainstAccountName", "accountNameMinWordLength"),
    ] {
      let word = reader.integer(length, in: least) ?? -1
      guard reader.boolean(key) == true else { continue }
      losses.add(
        "$.\(key)", .weakened, "a policy forbids an account's names only when a check is given them"
      )
      if word > 0 && word != PolicyContext.minimumPartLength {
        losses.add(
          "$.\(length)", word < PolicyContext.minimumPartLength ? .weakened : .strengthened,
          "parts of names count from \(PolicyContext.minimumPartLength) characters")
      }
    }
  }

  private static func readAge(_ reader: inout SettingsReader, losses: inout LossReport) {
    let days = -1...1_000_000
    let expiration = reader.integer("passwordExpiration", in: days) ?? 90
    _ = reader.integer("firstExpirationReminder", in: days)
    if reader.boolean("enablePasswdExpiration") == true {
      losses.add(
        "$.passwordExpiration", .dropped, "a policy has no rule for age: \(expiration) days")
    }
  }
}
