internal import PasswordPolicy

/// The password settings of Entrust Identity as a Service: the object that its administration API
/// calls `UserPasswordSettings`.
enum EntrustFormat: FormatDefinition {
  /// The maximum length of a password and of the history in Entrust.
  static let maximum = 255

  /// The setting of a kind of characters.
  enum Inclusion: String, CaseIterable {
    case required = "REQUIRED"
    case allowed = "ALLOWED"
    case notAllowed = "NOT_ALLOWED"
  }

  /// A kind of characters, and the keys of its setting and its minimum.
  struct Kind {
    let group: CharacterGroup
    let inclusion: String
    let number: String
  }

  static let kinds = [
    Kind(group: .lowercase, inclusion: "includeLowercase", number: "numberOfLowercaseRequired"),
    Kind(group: .uppercase, inclusion: "includeUppercase", number: "numberOfUppercaseRequired"),
    Kind(group: .digits, inclusion: "includeNumber", number: "numberOfNumericRequired"),
    Kind(
      group: .symbols, inclusion: "includeNonalphanumeric",
      number: "numberOfNonalphanumericRequired"),
  ]

  /// The number of kinds that Active Directory's complexity rule requires.
  static let typesOfComplexity = 3

  static let runDoubt =
    "Entrust does not say whether repeated characters are consecutive; here they are"
}
