internal import PasswordPolicy

/// The password policies of SailPoint Identity Security Cloud: the object that its API calls
/// `PasswordPolicyV3Dto`, and what its *Password Requirements* say of it.
///
/// Passwords are printable ASCII without the colon. A number of 0 or −1 is no rule.
enum SailPointFormat {
  /// What may stand in a password: letters, digits, and
  /// ``~!@#$%^*()/_+-`={}\|][;?,.&><'"`` and space.
  static let permitted = Scalars.printable.subtracting([":"])

  /// The keys of least numbers, in the order of the format.
  static let leastKeys: [(key: String, group: CharacterGroup)] = [
    ("minAlpha", .letters), ("minUpper", .upper), ("minLower", .lower), ("minNumeric", .digits),
    ("minSpecial", .symbols),
  ]
}
