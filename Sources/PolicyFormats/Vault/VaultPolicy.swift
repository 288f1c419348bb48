internal import PasswordPolicy

/// A password policy of HashiCorp Vault: one length, and sets of characters to draw from, of some of
/// which there must be so many.
struct VaultPolicy {
  /// A rule of the kind `charset`.
  struct Charset: Hashable {
    var characters: Scalars
    var min: Int
  }

  /// The shortest password that Vault makes.
  static let minimumLength = 4
  /// The most characters that Vault draws from.
  static let maximumCharacters = 256

  var length = 0
  var charsets: [Charset] = []
}

extension VaultPolicy {
  var policy: Policy {
    var policy = Policy()
    policy.length = Bounds(min: length, max: length)
    let permitted = charsets.reduce(Scalars()) { $0.union($1.characters) }
    policy.allowed = permitted.text
    for charset in charsets where charset.min > 0 {
      policy.require(charset.characters, min: charset.min, permitted: permitted)
    }
    policy.recogniseCharacterTypes(permitted: permitted)
    return policy
  }

  init(_ policy: Policy, losses: inout LossReport) {
    let requirements = CharacterRequirements(policy)
    let drawn = requirements.drawn(policy)
    length = Self.length(policy, losses: &losses)
    if policy.allowed == nil {
      losses.add("$.allowed", .strengthened, "Vault lists what it draws, here \(drawn.text.shown)")
    }
    if drawn.count > Self.maximumCharacters {
      losses.add(
        "$.allowed", .dropped, "Vault refuses more than \(Self.maximumCharacters) characters")
    }
    for requirement in requirements.counts {
      guard let min = requirement.bounds.min, min > 0 else { continue }
      require(requirement.characters.intersection(drawn), min: min)
    }
    for set in requirements.setsForTypes(policy.minCharacterTypes ?? 0) {
      require(set.intersection(drawn), min: 1)
    }
    addOthers(of: drawn)
    losses.addGreatest(requirements, unknownTo: "Vault")
    losses.addDropped(policy, unknownTo: "Vault", except: [.minCharacterTypes])
  }

  private static func length(_ policy: Policy, losses: inout LossReport) -> Int {
    let length = policy.length.usualLength
    if policy.length.min != length || policy.length.max != length {
      losses.add(
        "$.length", .strengthened,
        "Vault makes passwords of one length, here \(max(length, minimumLength))")
    }
    if length < minimumLength {
      losses.add(
        "$.length.max", .weakened, "Vault makes none shorter than \(minimumLength) characters")
    }
    return max(length, minimumLength)
  }

  private mutating func require(_ characters: Scalars, min: Int) {
    if let index = charsets.firstIndex(where: { $0.characters == characters }) {
      charsets[index].min = max(charsets[index].min, min)
    } else if !characters.isEmpty {
      charsets.append(Charset(characters: characters, min: min))
    }
  }

  /// Adds what is drawn without being required, a set for each kind.
  private mutating func addOthers(of drawn: Scalars) {
    var rest = charsets.reduce(drawn) { $0.subtracting($1.characters) }
    for group in CharacterGroup.types {
      let characters = rest.of(group)
      require(characters, min: 0)
      rest.subtract(characters)
    }
    require(rest, min: 0)
  }
}
