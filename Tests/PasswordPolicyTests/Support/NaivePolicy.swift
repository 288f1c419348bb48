import Foundation
import PasswordPolicy

/// The rules once more, one at a time over arrays of scalars, as slow as you like: what the
/// compiled policy is compared with.
struct NaivePolicy {
  let policy: Policy

  enum Kind { case lowercase, uppercase, otherLetter, digit, symbol }

  static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.properties.generalCategory {
    case .lowercaseLetter: .lowercase
    case .uppercaseLetter, .titlecaseLetter: .uppercase
    case .modifierLetter, .otherLetter: .otherLetter
    case .decimalNumber: .digit
    default: .symbol
    }
  }

  func isOf(_ group: CharacterGroup, _ scalar: Unicode.Scalar) -> Bool {
    switch (group, Self.kind(scalar)) {
    case (.lowercase, .lowercase), (.uppercase, .uppercase), (.digits, .digit): true
    case (.letters, .lowercase), (.letters, .uppercase), (.letters, .otherLetter): true
    case (.symbols, .symbol):
      policy.characters.symbolSet.map { $0.unicodeScalars.contains(scalar) } ?? true
    default: false
    }
  }

  static func longest(_ scalars: [Unicode.Scalar], _ continues: (Int) -> Bool) -> Int {
    var best = scalars.isEmpty ? 0 : 1
    for start in scalars.indices {
      var end = start
      while end + 1 < scalars.count, continues(end) { end += 1 }
      best = max(best, end - start + 1)
    }
    return best
  }

  static func longestSequence(_ scalars: [Unicode.Scalar]) -> Int {
    let rows = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"].map {
      Array($0.unicodeScalars)
    }
    func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      let mapped = Array(scalar.properties.lowercaseMapping.unicodeScalars)
      return mapped.count == 1 ? mapped[0] : scalar
    }
    func step(_ index: Int) -> Int? {
      let pair = (scalars[index], scalars[index + 1])
      let kinds = (kind(pair.0), kind(pair.1))
      func isLetter(_ kind: Kind) -> Bool { kind != .digit && kind != .symbol }
      guard
        isLetter(kinds.0) && isLetter(kinds.1) || kinds.0 == .digit && kinds.1 == .digit
      else { return nil }
      return Int(lower(pair.1).value) - Int(lower(pair.0).value)
    }
    func keyStep(_ index: Int) -> Int? {
      for row in rows {
        if let from = row.firstIndex(of: lower(scalars[index])),
          let to = row.firstIndex(of: lower(scalars[index + 1]))
        {
          return to - from
        }
      }
      return nil
    }
    return [1, -1].map { direction in
      max(
        longest(scalars) { step($0) == direction }, longest(scalars) { keyStep($0) == direction })
    }.max() ?? 0
  }

  /// Composed, without regard to case, and composed again.
  static func folded(_ text: String) -> String {
    var result = ""
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      for upper in scalar.properties.uppercaseMapping.unicodeScalars {
        result += upper.properties.lowercaseMapping
      }
    }
    return result.precomposedStringWithCanonicalMapping
  }

  /// A word, and the word without the blanks at its ends if that is another one.
  static func forms(_ word: String) -> [String] {
    let trimmed = word.trimmingCharacters(in: CharacterSet(charactersIn: " \t"))
    return trimmed.isEmpty || trimmed == word ? [word] : [word, trimmed]
  }

  static func contains(_ text: String, _ part: String) -> Bool {
    let text = Array(text.unicodeScalars)
    let part = Array(part.unicodeScalars)
    guard part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }

  func isIn(_ set: CharacterUnion, _ scalar: Unicode.Scalar) -> Bool {
    set.groups.contains { isOf($0, scalar) } || set.characters.unicodeScalars.contains(scalar)
  }

  /// The codes of the violations, patterns excepted, in no order.
  func codes(_ password: String) -> [String] {
    let scalars = Array(password.unicodeScalars)
    var codes: [String] = []
    func check(_ code: String, _ isBroken: Bool) { if isBroken { codes.append(code) } }
    if let min = policy.length.min { check("length.short", scalars.count < min) }
    if let max = policy.length.max { check("length.long", scalars.count > max) }
    for group in CharacterGroup.allCases {
      let count = scalars.count { isOf(group, $0) }
      if let min = policy.characters[group].min {
        check("characters.\(group.rawValue).few", count < min)
      }
      if let max = policy.characters[group].max {
        check("characters.\(group.rawValue).many", count > max)
      }
    }
    for rule in policy.sets {
      let count = scalars.count { isIn(rule.set, $0) }
      if let min = rule.bounds.min { check("sets.few", count < min) }
      if let max = rule.bounds.max { check("sets.many", count > max) }
    }
    if let allowed = policy.allowed {
      let set = Set(allowed.unicodeScalars)
      check("characters.disallowed", !scalars.allSatisfy { set.contains($0) })
    }
    if let min = policy.minCharacterTypes {
      let types = CharacterGroup.types.count { group in scalars.contains { isOf(group, $0) } }
      check("types.few", types < min)
    }
    if let max = policy.maxRepeatedRun {
      check("run.long", Self.longest(scalars) { scalars[$0] == scalars[$0 + 1] } > max)
    }
    if let max = policy.maxSequence { check("sequence.long", Self.longestSequence(scalars) > max) }
    if let first = policy.first {
      check("first", !(scalars.first.map { isOf(first, $0) } ?? false))
    }
    if let last = policy.last { check("last", !(scalars.last.map { isOf(last, $0) } ?? false)) }
    for (code, end, characters) in [
      ("first.disallowed", scalars.first, policy.firstAllowed),
      ("last.disallowed", scalars.last, policy.lastAllowed),
    ] {
      guard let characters else { continue }
      check(code, !(end.map { characters.unicodeScalars.contains($0) } ?? false))
    }
    let text = Self.folded(password)
    check(
      "bad.word",
      policy.badPasswords.words.flatMap(Self.forms).map(Self.folded).contains { word in
        policy.badPasswords.match == .whole
          ? Array(word.unicodeScalars) == Array(text.unicodeScalars) : Self.contains(text, word)
      })
    if let rule = policy.strength, rule.mandatory, let level = rule.compliance {
      check("strength.low", !Self.reaches(rule, level, password))
    }
    return codes
  }

  /// The strength formula, in whole numbers over the preferred length.
  static func reaches(_ rule: StrengthRule, _ level: Strength.Level, _ password: String) -> Bool {
    let units = Array(password.utf16)
    let digits = units.count { (48...57).contains($0) }
    let lower = units.count { (97...122).contains($0) }
    let upper = units.count { (65...90).contains($0) }
    let symbols =
      units.count - digits - lower - upper - units.count { $0 == 44 } - units.count { $0 == 32 }
    let preferred = rule.preferredLength > 0 ? rule.preferredLength : 10
    let r = min(units.count, preferred)
    let w = rule.weights
    var score = w[0] * r
    score += rule.minNumeric > 0 ? (digits >= rule.minNumeric ? w[1] * preferred : 0) : w[1] * r
    if rule.requireUpperAndLower {
      if lower + upper > 0, lower >= rule.minLower, upper >= rule.minUpper {
        score += w[2] * preferred
      }
    } else {
      score += w[2] * r
    }
    score += rule.minSymbol > 0 ? (symbols >= rule.minSymbol ? w[3] * preferred : 0) : w[3] * r
    return score >= level.minimumScore * preferred
  }
}
