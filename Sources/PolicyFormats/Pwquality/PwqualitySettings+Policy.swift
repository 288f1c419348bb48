internal import PasswordPolicy
internal import TextTools

extension PwqualitySettings {
  static let credits: [(number: Number, group: CharacterGroup)] = [
    (.dcredit, .digits), (.ucredit, .uppercase), (.lcredit, .lowercase), (.ocredit, .symbols),
  ]

  /// Returns the policy of the settings, with defaults for those that are absent.
  func policy(losses: inout LossReport) -> Policy {
    var policy = Policy()
    policy.length.min = max(self[.minlen], Self.minimumLength)
    for (number, group) in Self.credits {
      if self[number] < 0 {
        policy.characters[group].min = -self[number]
      } else if self[number] > 0 {
        losses.add(
          number.rawValue, .strengthened,
          "credits lower the length that is needed by up to \(self[number]); a policy has none")
      }
    }
    policy.minCharacterTypes = positive(.minclass).map { min($0, 4) }
    policy.maxRepeatedRun = positive(.maxrepeat)
    policy.maxSequence = positive(.maxsequence)
    if policy.maxSequence != nil {
      losses.add(
        Number.maxsequence.rawValue, .strengthened,
        "a policy also counts rows of keys, and letters of mixed case, as sequences")
      losses.add(
        Number.maxsequence.rawValue, .weakened, "a policy's sequences are of letters and digits")
    }
    readClasses(&policy, losses: &losses)
    readWords(&policy, losses: &losses)
    for module in others {
      losses.add(module, .dropped, "only pam_pwquality is read from a PAM configuration")
    }
    addDropped(losses: &losses)
    losses.add(
      "palindromes", .dropped, "libpwquality always refuses them; a policy has no rule for them")
    return policy
  }

  private func positive(_ number: Number) -> Int? { self[number] > 0 ? self[number] : nil }

  /// Forbids the kinds whose letters `allowclasses` does not contain: `l`, `u`, `d` and `o`.
  private func readClasses(_ policy: inout Policy, losses: inout LossReport) {
    guard let allowedClasses, !allowedClasses.isEmpty else { return }
    let letters: [(Character, CharacterGroup)] = [
      ("l", .lowercase), ("u", .uppercase), ("d", .digits), ("o", .symbols),
    ]
    let unknown = allowedClasses.lowercased().filter { letter in
      !letters.contains { $0.0 == letter }
    }
    if !unknown.isEmpty {
      losses.add(
        Other.allowclasses.rawValue, .strengthened,
        "the kinds are l, u, d and o, not \(unknown.quoted)")
    }
    for (letter, group) in letters where !allowedClasses.lowercased().contains(letter) {
      policy.characters[group].max = 0
    }
  }

  private func readWords(_ policy: inout Policy, losses: inout LossReport) {
    policy.badPasswords.words = badWords.filter { $0.utf8.count >= Self.minimumWordLength }
    guard policy.badPasswords.hasWords else { return }
    policy.badPasswords.match = .substring
    losses.add(
      Other.badwords.rawValue, .weakened,
      "a policy does not look for words backwards or for similar ones")
  }

  private func addDropped(losses: inout LossReport) {
    func add(_ number: Number, _ effect: Loss.Effect, _ reason: String) {
      losses.add(number.rawValue, effect, reason)
    }
    if self[.difok] > 0 {
      add(.difok, .dropped, "a policy does not check how similar an earlier password is")
    }
    if self[.maxclassrepeat] > 0 {
      add(.maxclassrepeat, .dropped, "a policy has no rule for runs of one kind of character")
    }
    if self[.dictcheck] != 0 {
      add(.dictcheck, .dropped, "a policy does not use cracklib; name a file of words")
    }
    for number in [Number.gecoscheck, .usercheck] where self[number] != 0 {
      add(number, .weakened, "a policy forbids an account's names only when a check is given them")
    }
    if self[.usersubstr] > 3 {
      add(.usersubstr, .dropped, "a policy looks for whole parts of names")
    }
    if self[.enforcing] == 0 {
      add(.enforcing, .strengthened, "a policy refuses; the setting would only warn")
    }
  }
}
