internal import PasswordPolicy

extension PwqualitySettings {
  static let credits: [(number: Number, group: CharacterGroup)] = [
    (.dcredit, .digits), (.ucredit, .upper), (.lcredit, .lower), (.ocredit, .symbols),
  ]

  /// The policy that the settings are, those that are not set having their defaults.
  func policy(losses: inout LossReport) -> Policy {
    var policy = Policy()
    policy.length.min = max(self[.minlen], Self.minimumLength)
    for (number, group) in Self.credits {
      if self[number] < 0 {
        policy.characters[group].min = -self[number]
      } else if self[number] > 0 {
        losses.add(
          number.rawValue, .strengthened,
          "credits lower the length that is needed by up to \(self[number]); a policy knows none")
      }
    }
    policy.minCharacterTypes = positive(.minclass).map { min($0, 4) }
    policy.maxRepeatedRun = positive(.maxrepeat)
    policy.maxSequence = positive(.maxsequence)
    if policy.maxSequence != nil {
      losses.add(
        Number.maxsequence.rawValue, .strengthened,
        "a policy's sequences are in rows of keys too, and of letters in any casing")
      losses.add(
        Number.maxsequence.rawValue, .weakened, "a policy's sequences are of letters and digits")
    }
    readWords(&policy, losses: &losses)
    addDropped(losses: &losses)
    return policy
  }

  private func positive(_ number: Number) -> Int? { self[number] > 0 ? self[number] : nil }

  private func readWords(_ policy: inout Policy, losses: inout LossReport) {
    policy.badPasswords.words = badWords.filter { $0.utf8.count >= Self.minimumWordLength }
    guard policy.badPasswords.hasWords else { return }
    policy.badPasswords.match = .substring
    losses.add(
      Other.badwords.rawValue, .weakened,
      "a policy does not look for words backwards, nor for similar ones")
  }

  private func addDropped(losses: inout LossReport) {
    func add(_ number: Number, _ effect: Loss.Effect, _ reason: String) {
      losses.add(number.rawValue, effect, reason)
    }
    if self[.difok] > 0 {
      add(.difok, .dropped, "a policy does not compare with what an earlier password was like")
    }
    if self[.maxclassrepeat] > 0 {
      add(.maxclassrepeat, .dropped, "a policy has no rule for runs of one kind of characters")
    }
    if self[.dictcheck] != 0 {
      add(.dictcheck, .dropped, "a policy does not ask cracklib; name a file of words")
    }
    for number in [Number.gecoscheck, .usercheck] where self[number] != 0 {
      add(number, .weakened, "a policy knows the names of an account when a check is given them")
    }
    if self[.usersubstr] > 3 {
      add(.usersubstr, .dropped, "a policy looks for whole parts of names")
    }
    if self[.enforcing] == 0 {
      add(.enforcing, .strengthened, "a policy refuses; the setting would only warn")
    }
  }
}

// MARK: - From a policy

extension PwqualitySettings {
  init(_ policy: Policy, losses: inout LossReport) {
    self.init()
    let requirements = CharacterRequirements(policy)
    let length = policy.length.min ?? 0
    self[.minlen] = max(length, Self.minimumLength)
    if length < Self.minimumLength {
      losses.add(
        "$.length.min", .strengthened,
        "libpwquality takes no password of fewer than \(Self.minimumLength) characters")
    }
    if policy.length.max != nil {
      losses.add("$.length.max", .dropped, "libpwquality knows no greatest length")
    }
    for (number, group) in Self.credits { self[number] = -(requirements.bounds(group).min ?? 0) }
    self[.minclass] = policy.minCharacterTypes ?? 0
    self[.maxrepeat] = policy.maxRepeatedRun ?? 0
    self[.maxsequence] = policy.maxSequence ?? 0
    if policy.maxSequence != nil {
      losses.add(
        "$.maxSequence", .weakened,
        "libpwquality knows no rows of keys, nor letters of mixed casing")
      losses.add("$.maxSequence", .strengthened, "sequences of symbols count to libpwquality")
    }
    writeWords(policy.badPasswords, losses: &losses)
    addUnknown(policy, requirements, losses: &losses)
  }

  private mutating func writeWords(_ bad: BadPasswords, losses: inout LossReport) {
    badWords = bad.words.filter { word in
      word.utf8.count >= Self.minimumWordLength && !word.contains("#")
        && !word.contains(where: \.isWhitespace)
    }
    let path = "$.badPasswords.words"
    let others = bad.words.count - badWords.count
    if others > 0 {
      losses.add(
        path, .dropped,
        "libpwquality knows no words with a space or a #, nor of fewer than \(Self.minimumWordLength) bytes: \(others) here"
      )
    }
    if !badWords.isEmpty {
      losses.add(
        path, .strengthened, "libpwquality looks for words anywhere and backwards, and similar ones"
      )
    }
  }

  private func addUnknown(
    _ policy: Policy, _ requirements: CharacterRequirements, losses: inout LossReport
  ) {
    if policy.allowed != nil {
      losses.add("$.allowed", .dropped, "libpwquality takes any character")
    }
    for path in requirements.forbiddenPaths {
      losses.add(path, .dropped, "libpwquality takes any character")
    }
    losses.addLetters(requirements, unknownTo: "libpwquality")
    losses.addSets(requirements, unknownTo: "libpwquality")
    losses.addGreatest(requirements, unknownTo: "libpwquality")
    losses.addSymbolSet(policy, requirements, unknownTo: "libpwquality")
    losses.addDropped(
      policy, unknownTo: "libpwquality",
      except: [.minCharacterTypes, .maxRepeatedRun, .maxSequence, .words])
    losses.add(
      "$.badPasswords", .strengthened, "libpwquality also asks cracklib, unless dictcheck is 0")
  }
}

extension PwqualitySettings: CustomStringConvertible {
  /// The settings that a policy stands behind, one a line.
  var description: String {
    let numbers: [Number] = [
      .minlen, .dcredit, .ucredit, .lcredit, .ocredit, .minclass, .maxrepeat, .maxsequence,
    ]
    var lines = numbers.map { "\($0.rawValue) = \(self[$0])" }
    if !badWords.isEmpty {
      lines.append("\(Other.badwords.rawValue) = \(badWords.joined(separator: " "))")
    }
    return lines.joined(separator: "\n")
  }
}
