internal import PasswordPolicy

/// The password settings of Entrust Identity as a Service: the object that its administration API
/// calls `UserPasswordSettings`.
enum EntrustFormat {
  /// The longest password and the longest history that Entrust takes.
  static let maximum = 255

  /// What a kind of characters may do.
  enum Inclusion: String, CaseIterable {
    case required = "REQUIRED"
    case allowed = "ALLOWED"
    case notAllowed = "NOT_ALLOWED"
  }

  /// A kind of characters, and the keys that say what it may do and how many there must be.
  struct Kind {
    let group: CharacterGroup
    let inclusion: String
    let number: String
  }

  static let kinds = [
    Kind(group: .lower, inclusion: "includeLowercase", number: "numberOfLowercaseRequired"),
    Kind(group: .upper, inclusion: "includeUppercase", number: "numberOfUppercaseRequired"),
    Kind(group: .digits, inclusion: "includeNumber", number: "numberOfNumericRequired"),
    Kind(
      group: .symbols, inclusion: "includeNonalphanumeric",
      number: "numberOfNonalphanumericRequired"),
  ]

  /// The kinds that Active Directory's rule of complexity asks for.
  static let typesOfComplexity = 3

  static let runDoubt =
    "Entrust does not say whether repeated characters are consecutive; here they are"
}
