internal import PasswordPolicy
internal import TextTools

extension VaultPolicy {
  /// Makes the policy, as far as Vault can express it.
  ///
  /// Vault rejects a policy whose minimums add up to more than its length, even if their sets
  /// overlap, and one with a character that is not printable. So a minimum that others imply is
  /// left out, and what does not fit is weakened or dropped.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - losses: the report to add what cannot be expressed to.
  init(_ policy: Policy, losses: inout LossReport) {
    let requirements = CharacterRequirements(policy)
    length = Self.length(policy, losses: &losses)
    let drawn = Self.drawn(policy, requirements, losses: &losses)
    var minimums = VaultMinimums(drawn: drawn, length: length)
    for requirement in requirements.counts {
      guard let min = requirement.bounds.min, min > 0 else { continue }
      let characters = requirement.characters.intersection(drawn)
      let path = "\(requirement.path).min"
      if characters.isEmpty {
        losses.add(path, .dropped, "Vault draws none of these characters here")
      } else {
        minimums.add(characters, min: min, path: path)
      }
    }
    minimums.fit(losses: &losses)
    minimums.addTypes(requirements, policy.minCharacterTypes ?? 0, losses: &losses)
    charsets = Self.ordered(minimums.charsets, of: drawn)
    addOthers(of: drawn)
    losses.addGreatest(requirements, unknownTo: "Vault")
    losses.addDropped(policy, unknownTo: "Vault", except: [.minCharacterTypes])
  }

  private static func length(_ policy: Policy, losses: inout LossReport) -> Int {
    let usual = policy.length.usualLength
    let length = min(max(usual, lengths.lowerBound), lengths.upperBound)
    if policy.length.min != usual || policy.length.max != usual {
      losses.add(
        "$.length", .strengthened, "Vault makes passwords of one length, here \(length)")
    }
    if length > usual {
      losses.add(
        "$.length.max", .weakened,
        "Vault makes no password of fewer than \(lengths.lowerBound) characters")
    }
    if length < usual {
      losses.add(
        "$.length.min", .weakened,
        "Vault makes no password of more than \(lengths.upperBound) characters")
    }
    return length
  }

  /// Returns what Vault draws from: printable characters, 256 at most.
  private static func drawn(
    _ policy: Policy, _ requirements: CharacterRequirements, losses: inout LossReport
  ) -> Scalars {
    let wanted = requirements.drawn(policy)
    if policy.allowed == nil {
      losses.add(
        "$.allowed", .strengthened, "Vault lists what it draws, here \(wanted.text.quoted)")
    }
    var drawn = wanted.filter(\.isPrintable)
    guard !drawn.isEmpty else {
      losses.add(
        "$.allowed", .dropped, "Vault draws only characters that print, and none is allowed")
      return CharacterRequirements(Policy()).drawn(Policy())
    }
    if drawn.count < wanted.count {
      losses.add("$.allowed", .strengthened, "Vault draws only characters that print")
    }
    if drawn.count > maximumCharacters {
      losses.add(
        "$.allowed", .strengthened,
        "Vault draws from \(maximumCharacters) characters or fewer; \(drawn.count - maximumCharacters) are left out"
      )
      drawn = Self.some(of: drawn, for: requirements)
    }
    return drawn
  }

  /// Returns as many characters as Vault can draw from: one of each required set, and the lowest
  /// codes.
  private static func some(
    of characters: Scalars, for requirements: CharacterRequirements
  ) -> Scalars {
    let required = requirements.counts.filter { $0.bounds.min ?? 0 > 0 }
    let first = required.compactMap { $0.characters.intersection(characters).min() }
    let kinds = requirements.types.compactMap { $0.characters.intersection(characters).min() }
    var some = Scalars((kinds + first).prefix(maximumCharacters))
    for scalar in characters.sorted() where some.count < maximumCharacters { some.insert(scalar) }
    return some
  }

  /// Returns sets that are kinds of characters, then the others in their order.
  private static func ordered(_ charsets: [Charset], of drawn: Scalars) -> [Charset] {
    // Where letters of one case are drawn, they are all the letters too.
    let kinds = CharacterGroup.allCases.map { drawn.of($0) }
    let place = { (charset: Charset) in kinds.firstIndex(of: charset.characters) ?? kinds.count }
    let placed = charsets.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }
    return placed.map(\.element)
  }

  /// Adds the characters that are drawn without being required, a set for each kind.
  private mutating func addOthers(of drawn: Scalars) {
    var rest = charsets.reduce(drawn) { $0.subtracting($1.characters) }
    for group in CharacterGroup.types {
      let characters = rest.of(group)
      if !characters.isEmpty { charsets.append(Charset(characters: characters, min: 0)) }
      rest.subtract(characters)
    }
    if !rest.isEmpty { charsets.append(Charset(characters: rest, min: 0)) }
  }
}

extension Unicode.Scalar {
  /// Whether it is printable by the definition of Go's `unicode.IsPrint`: letters, marks, numbers,
  /// punctuation, symbols, and no space except that of ASCII.
  var isPrintable: Bool {
    switch properties.generalCategory {
    case .spaceSeparator: self == " "
    case .lineSeparator, .paragraphSeparator, .control, .format, .surrogate, .privateUse,
      .unassigned:
      false
    default: true
    }
  }
}
