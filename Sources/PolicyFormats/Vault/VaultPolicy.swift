internal import PasswordPolicy
internal import TextTools

/// A password policy of HashiCorp Vault: a length, and sets of characters to draw from, some with
/// minimums.
struct VaultPolicy {
  /// A rule of the kind `charset`.
  struct Charset: Hashable {
    var characters: Scalars
    var min: Int
  }

  /// The lengths of the passwords that Vault makes.
  static let lengths = 4...100
  /// The maximum number of characters that Vault draws from.
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
    policy.recognizeCharacterTypes(permitted: permitted)
    return policy
  }
}

extension VaultPolicy {
  /// The reasons why Vault rejects the policy; empty when Vault accepts it.
  var refusals: [String] {
    var refusals: [String] = []
    let sum = charsets.reduce(0) { $0 + $1.min }
    if sum > length {
      refusals.append(
        "Vault refuses it: the rules ask for \(sum) characters, overlapping ones counted twice, but the length is \(length)"
      )
    }
    let drawn = charsets.reduce(Scalars()) { $0.union($1.characters) }
    let hidden = drawn.filter { !$0.isPrintable }
    if !hidden.isEmpty {
      let codes = hidden.sorted().prefix(5).map(\.notation)
      refusals.append(
        "Vault refuses it: characters that do not print, \(codes.joined(separator: ", "))")
    }
    if drawn.count > Self.maximumCharacters {
      refusals.append(
        "Vault refuses it: \(drawn.count) characters, but it draws from \(Self.maximumCharacters) or fewer"
      )
    }
    return refusals
  }
}
