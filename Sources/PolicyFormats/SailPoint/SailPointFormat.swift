internal import PasswordPolicy

/// The password policies of SailPoint Identity Security Cloud: the object that its API calls
/// `PasswordPolicyV3Dto`, as described by its *Password Requirements*.
///
/// Passwords are printable ASCII without the colon. A number of 0 or −1 has no effect.
enum SailPointFormat: FormatDefinition {
  /// The characters that may occur in a password: letters, digits,
  /// ``~!@#$%^*()/_+-`={}\|][;?,.&><'"`` and space.
  static let permitted = Scalars.printable.subtracting([":"])

  /// The keys of minimums, in the order of the format.
  static let minimumKeys: [(key: String, group: CharacterGroup)] = [
    ("minAlpha", .letters), ("minUpper", .uppercase), ("minLower", .lowercase),
    ("minNumeric", .digits),
    ("minSpecial", .symbols),
  ]
}
