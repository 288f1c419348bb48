internal import PasswordPolicy

extension PwqualitySettings {
  /// Makes the settings of a policy, as far as libpwquality can express it.
  ///
  /// - Parameters:
  ///   - policy: the policy.
  ///   - losses: the report to add what cannot be expressed to.
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
      losses.add("$.length.max", .dropped, "libpwquality has no maximum length")
    }
    for (number, group) in Self.credits { self[number] = -(requirements.bounds(group).min ?? 0) }
    self[.minclass] = policy.minCharacterTypes ?? 0
    self[.maxrepeat] = policy.maxRepeatedRun ?? 0
    self[.maxsequence] = policy.maxSequence ?? 0
    if policy.maxSequence != nil {
      losses.add(
        "$.maxSequence", .weakened,
        "libpwquality ignores rows of keys and letters of mixed case")
      losses.add("$.maxSequence", .strengthened, "libpwquality also counts sequences of symbols")
    }
    writeWords(policy.badPasswords, losses: &losses)
    addUnknown(policy, requirements, losses: &losses)
  }

  private mutating func writeWords(_ bad: BadPasswords, losses: inout LossReport) {
    let path = "$.badPasswords.words"
    let words = bad.words.filter(Self.canHold)
    if words.count < bad.words.count {
      losses.add(
        path, .dropped,
        "libpwquality takes no words with a space or a #, or of fewer than \(Self.minimumWordLength) bytes: \(bad.words.count - words.count) here"
      )
    }
    var room = Self.maximumLineLength - Self.line(badWords: []).utf8.count
    for word in words where word.utf8.count + 1 <= room {
      badWords.append(word)
      room -= word.utf8.count + 1
    }
    if badWords.count < words.count {
      losses.add(
        path, .dropped,
        "libpwquality reads no line of more than \(Self.maximumLineLength) bytes; \(words.count - badWords.count) words do not fit"
      )
    }
    if badWords.contains(where: { $0.unicodeScalars.contains { !$0.isASCII } }) {
      losses.add(path, .weakened, "libpwquality ignores the case of ASCII letters only")
    }
    if !badWords.isEmpty {
      losses.add(
        path, .strengthened, "libpwquality looks for words anywhere and backwards, and similar ones"
      )
    }
  }

  private static func canHold(_ word: String) -> Bool {
    word.utf8.count >= minimumWordLength
      && !word.unicodeScalars.contains { $0 == "#" || $0 == "\0" || $0.properties.isWhitespace }
  }

  /// Returns the setting of bad words, without its line feed: there is only one, since a later one
  /// replaces an earlier one.
  fileprivate static func line(badWords: [String]) -> String {
    "\(Other.badwords.rawValue) = \(badWords.joined(separator: " "))"
  }

  /// Adds what libpwquality does regardless of the settings.
  private static func addFixed(_ policy: Policy, losses: inout LossReport) {
    losses.add(
      "$", .strengthened,
      "libpwquality also refuses palindromes, the account's name, and its old password in another case or reversed"
    )
    if let allowed = policy.allowed, allowed.unicodeScalars.allSatisfy(\.isASCII) { return }
    losses.add(
      "$", .weakened,
      "libpwquality counts bytes: a character outside ASCII has several, and each counts as a symbol"
    )
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
      "$.badPasswords", .strengthened, "libpwquality also uses cracklib, unless dictcheck is 0")
    Self.addFixed(policy, losses: &losses)
  }
}

extension PwqualitySettings: CustomStringConvertible {
  /// The settings that express a policy, one per line.
  var description: String {
    let numbers: [Number] = [
      .minlen, .dcredit, .ucredit, .lcredit, .ocredit, .minclass, .maxrepeat, .maxsequence,
    ]
    var lines = numbers.map { "\($0.rawValue) = \(self[$0])" }
    if !badWords.isEmpty {
      lines.append(Self.line(badWords: badWords))
    }
    return lines.joined(separator: "\n")
  }
}
