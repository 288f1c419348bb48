internal import CharacterSets

extension ASCIISet {
  /// Apple's `special`: the 31 symbols that its documentation lists, including the space but
  /// neither `/` nor `\`.
  static let appleSpecial = ASCIISet("-~!@#$%^&*_+=`|(){}[:;\"'<>,.?] ".utf8)
}

/// The names of the rules.
enum AppleRuleName: String, CaseIterable {
  case minLength = "minlength"
  case maxLength = "maxlength"
  case required
  case allowed
  case maxConsecutive = "max-consecutive"
}

/// The named sets of characters, in the order in which they are written.
enum AppleClassName: String, CaseIterable {
  case lowercase = "lower"
  case uppercase = "upper"
  case digit, special
  case asciiPrintable = "ascii-printable"
  case unicode

  var characters: AppleRules.Characters {
    switch self {
    case .lowercase: .ascii(.lowercase)
    case .uppercase: .ascii(.uppercase)
    case .digit: .ascii(.digits)
    case .special: .ascii(.appleSpecial)
    case .asciiPrintable: .ascii(.printable)
    case .unicode: .unicode
    }
  }
}
