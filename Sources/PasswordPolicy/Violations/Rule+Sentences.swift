internal import TextTools

extension Rule {
  /// The requirement of the rule, as a sentence for the person who chooses a password.
  public var requirement: String {
    switch self {
    case .lengthShort(let min): "Use at least \(Self.characters(min))."
    case .lengthLong(let max): "Use at most \(Self.characters(max))."
    case .lengthBytes(let max): "Use at most \(max) bytes of UTF-8."
    case .encoding: "Use text that is valid UTF-8."
    case .few(let group, let min): "Use at least \(min) \(group.name(count: min))."
    case .many(let group, 0): "Use no \(group.name(count: 2))."
    case .many(let group, let max): "Use at most \(max) \(group.name(count: max))."
    case .symbolsFew(let set, let min):
      "Use at least \(Self.symbols(min)) of \(set.quotedVisibly)."
    case .symbolsMany(let set, 0): "Use no symbol of \(set.quotedVisibly)."
    case .symbolsMany(let set, let max):
      "Use at most \(Self.symbols(max)) of \(set.quotedVisibly)."
    case .setFew(let set, let min): "Use at least \(Self.characters(min)) of these: \(set.names)."
    case .setMany(let set, 0): "Use no character of these: \(set.names)."
    case .setMany(let set, let max): "Use at most \(Self.characters(max)) of these: \(set.names)."
    case .disallowed(let allowed): "Use only these characters: \(allowed.quotedVisibly)."
    case .typesFew(let min):
      "Use at least \(min) of these kinds: lowercase letters, uppercase letters, digits, symbols."
    case .runLong(1): "Do not use a character twice in a row."
    case .runLong(let max): "Do not use a character more than \(max) times in a row."
    case .sequenceLong(let max):
      "Do not use a sequence of more than \(Self.characters(max)), such as abcd, 4321 or qwerty."
    case .first(let group): "Begin with \(group.nameWithArticle)."
    case .last(let group): "End with \(group.nameWithArticle)."
    case .firstDisallowed(let characters): "Begin with one of \(characters.quotedVisibly)."
    case .lastDisallowed(let characters): "End with one of \(characters.quotedVisibly)."
    case .contextWord:
      "Do not use your user name, or a part of 3 or more characters of your name or e-mail address, if these are known."
    case .badWord(.whole): "Do not use a common or listed password."
    case .badWord(.substring): "Do not use a common or listed password, not even as a part."
    case .badPattern: "Do not use a forbidden pattern."
    case .strengthLow(let level): "Reach a strength of “\(level.rawValue)”."
    case .reuse(1): "Do not use the current password again."
    case .reuse(1): "Do not use the last password again."
    case .reuse(let last): "Do not use one of the last \(last) passwords again."
    }
  }

  /// What is wrong with a password that breaks the rule.
  ///
  /// It reveals nothing else about the password.
  public var violationMessage: String {
    switch self {
    case .lengthShort(let min): "The password has fewer than \(Self.characters(min))."
    case .lengthLong(let max): "The password has more than \(Self.characters(max))."
    case .lengthBytes(let max):
      "The password has more than \(max) bytes; it was not checked any further."
    case .encoding: "The password is not valid UTF-8."
    case .few(let group, let min):
      min == 1
        ? "The password has no \(group.name(count: 1))."
        : "The password has fewer than \(min) \(group.name(count: min))."
    case .many(let group, 0): "The password has \(group.nameWithArticle)."
    case .many(let group, let max):
      "The password has more than \(max) \(group.name(count: max))."
    case .symbolsFew(let set, 1): "The password has no symbol of \(set.quotedVisibly)."
    case .symbolsFew(let set, let min):
      "The password has fewer than \(Self.symbols(min)) of \(set.quotedVisibly)."
    case .symbolsMany(let set, 0): "The password has a symbol of \(set.quotedVisibly)."
    case .symbolsMany(let set, let max):
      "The password has more than \(Self.symbols(max)) of \(set.quotedVisibly)."
    case .setFew(let set, 1): "The password has no character of these: \(set.names)."
    case .setFew(let set, let min):
      "The password has fewer than \(Self.characters(min)) of these: \(set.names)."
    case .setMany(let set, 0): "The password has a character of these: \(set.names)."
    case .setMany(let set, let max):
      "The password has more than \(Self.characters(max)) of these: \(set.names)."
    case .disallowed(let allowed):
      "The password has a character that is none of these: \(allowed.quotedVisibly)."
    case .typesFew(let min):
      "The password has fewer than \(min) of these kinds: lowercase letters, uppercase letters, digits, symbols."
    case .runLong(1): "The password has a character twice in a row."
    case .runLong(let max): "The password has a character more than \(max) times in a row."
    case .sequenceLong(let max):
      "The password has a sequence of more than \(Self.characters(max))."
    case .first(let group): "The password does not begin with \(group.nameWithArticle)."
    case .last(let group): "The password does not end with \(group.nameWithArticle)."
    case .firstDisallowed(let characters):
      "The password does not begin with one of \(characters.quotedVisibly)."
    case .lastDisallowed(let characters):
      "The password does not end with one of \(characters.quotedVisibly)."
    case .contextWord:
      "The password contains the user name or a part of the name or e-mail address."
    case .badWord(.whole): "The password is a common or listed password."
    case .badWord(.substring): "The password contains a common or listed password."
    case .badPattern: "The password matches a forbidden pattern."
    case .strengthLow(let level): "The password is weaker than “\(level.rawValue)”."
    case .reuse(1): "The password is the current one."
    case .reuse(1): "The password is the last one."
    case .reuse(let last): "The password is one of the last \(last)."
    }
  }

  private static func symbols(_ count: Int) -> String {
    "\(count) \(CharacterGroup.symbols.name(count: count))"
  }

  private static func characters(_ count: Int) -> String {
    count.counted("character")
  }
}

extension CharacterUnion {
  /// The groups and the characters in a sentence: `uppercase letters, digits, “-_”`.
  var names: String {
    let names = groups.map { $0.name(count: 2) }
    return (characters.isEmpty ? names : names + [characters.quotedVisibly])
      .joined(separator: ", ")
  }
}

extension String {
  /// The maximum number of characters of a set in a sentence; the parameters of a rule have all of
  /// them.
  private static let shownCharacters = 40

  /// The characters of a set in quotation marks, invisible ones as code points: `“-_U+0009”`; of
  /// many, the first ones and the total number: `“abc…” (74 in all)`.
  fileprivate var quotedVisibly: String {
    var text = "“"
    for scalar in unicodeScalars.prefix(Self.shownCharacters) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
        text += scalar.notation
      default: text.unicodeScalars.append(scalar)
      }
    }
    let count = unicodeScalars.count
    return text + (count > Self.shownCharacters ? "…” (\(count) in all)" : "”")
  }
}
