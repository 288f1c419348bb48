internal import TextTools

extension Policy {
  /// Returns a policy with all rules of two: a password complies with it when it complies with
  /// both.
  ///
  /// ```swift
  /// var rules = Policy()
  /// rules.characters.digits.min = 3
  /// let stricter = try corporate.adding(rules)  // 3 digits or more, whatever corporate requires
  /// ```
  /// The name is this policy's, if it has one. File names are left unchanged: both policies must
  /// use the same directory. The two may contradict each other; see ``contradictions`` of the
  /// result.
  ///
  /// - Parameter other: the rules to add.
  /// - Returns: the rules of both.
  /// - Throws: ``PolicyError`` with a ``PolicyProblem/inexpressible(path:reason:)`` for each pair
  ///   of rules that no single policy can have: different kinds for an end, sets of symbols that
  ///   both policies count by, words that one rejects as a whole and the other as parts, different
  ///   meters of mandatory strength.
  /// - Complexity: O(*n* · *m*), where *n* and *m* are the lengths of the lists and sets.
  public func adding(_ other: Policy) throws(PolicyError) -> Policy {
    var conjunction = Conjunction(left: self, right: other)
    let result = conjunction.policy()
    guard conjunction.problems.isEmpty else { throw PolicyError(problems: conjunction.problems) }
    return result
  }
}

/// Two policies being combined into one.
private struct Conjunction {
  var left: Policy
  var right: Policy
  private(set) var problems: [PolicyProblem] = []

  init(left: Policy, right: Policy) {
    (self.left, self.right) = (left, right)
  }

  mutating func policy() -> Policy {
    shareSymbols()
    var result = left
    result.name = left.name ?? right.name
    result.length = left.length.intersection(right.length)
    for group in CharacterGroup.allCases {
      result.characters[group] = left.characters[group].intersection(right.characters[group])
    }
    result.sets = left.sets.appendingNew(right.sets)
    result.allowed = intersection(left.allowed, right.allowed)
    result.firstAllowed = intersection(left.firstAllowed, right.firstAllowed)
    result.lastAllowed = intersection(left.lastAllowed, right.lastAllowed)
    result.minCharacterTypes = either(left.minCharacterTypes, right.minCharacterTypes, max)
    result.maxRepeatedRun = either(left.maxRepeatedRun, right.maxRepeatedRun, min)
    result.maxSequence = either(left.maxSequence, right.maxSequence, min)
    result.first = end(left.first, right.first, "$.first")
    result.last = end(left.last, right.last, "$.last")
    result.badPasswords = badPasswords(shortest: result.length.min ?? 0)
    result.strength = strength()
    result.reuse = either(left.reuse, right.reuse) { $0.last > $1.last ? $0 : $1 }
    return result
  }

  private mutating func report(_ path: String, _ reason: String) {
    problems.append(.inexpressible(path: path, reason: reason))
  }

  // MARK: Symbols

  /// Makes symbols mean the same in both policies, as far as they have rules on them.
  private mutating func shareSymbols() {
    let (ours, theirs) = (left.characters.symbolSet, right.characters.symbolSet)
    guard ours != theirs else { return }
    if !right.asksForSymbols, ours != nil || left.asksForSymbols {
      right.characters.symbolSet = ours
    } else if !left.asksForSymbols || left.nameSymbols() {
      left.characters.symbolSet = theirs
    } else if right.nameSymbols() {
      right.characters.symbolSet = ours
    } else {
      report("$.characters.symbols.set", "the policies count symbols of different sets")
    }
  }

  // MARK: Ends

  private mutating func end(
    _ left: CharacterGroup?, _ right: CharacterGroup?, _ path: String
  ) -> CharacterGroup? {
    guard let left, let right, left != right else { return left ?? right }
    let cased: [CharacterGroup] = [.lowercase, .uppercase]
    if left == .letters, cased.contains(right) { return right }
    if right == .letters, cased.contains(left) { return left }
    report(
      path, "one policy asks for \(left.nameWithArticle), the other for \(right.nameWithArticle)")
    return left
  }

  // MARK: Words and strength

  private mutating func badPasswords(shortest: Int) -> BadPasswords {
    var (ours, theirs) = (left.badPasswords, right.badPasswords)
    if ours.match != theirs.match {
      // A whole word that is shorter than every password never matches.
      ours.removeWholeWords(below: shortest)
      theirs.removeWholeWords(below: shortest)
      if ours.hasWords, theirs.hasWords {
        report(
          "$.badPasswords.match", "one policy refuses words as a whole, the other as parts too")
      }
    }
    var result = ours
    result.match = ours.hasWords ? ours.match : theirs.match
    result.words = ours.words.appendingNew(theirs.words)
    result.wordFiles = ours.wordFiles.appendingNew(theirs.wordFiles)
    result.patterns = ours.patterns.appendingNew(theirs.patterns)
    result.patternFiles = ours.patternFiles.appendingNew(theirs.patternFiles)
    return result
  }

  private mutating func strength() -> StrengthRule? {
    guard let ours = left.strength, let theirs = right.strength else {
      return left.strength ?? right.strength
    }
    guard ours.mandatory, theirs.mandatory else { return theirs.mandatory ? theirs : ours }
    // Apart from the levels, the meters must be the same.
    var same = theirs
    same.compliance = ours.compliance
    if same != ours {
      report("$.strength", "both policies have a mandatory strength, by different meters")
    }
    let isStricter = theirs.compliance?.minimumScore ?? 0 > ours.compliance?.minimumScore ?? 0
    return isStricter ? theirs : ours
  }
}

// MARK: Values

private func either<Value>(
  _ left: Value?, _ right: Value?, _ stricter: (Value, Value) -> Value
) -> Value? {
  guard let left, let right else { return left ?? right }
  return stricter(left, right)
}

/// Returns the characters of the first string that are in the second; `nil` stands for all.
private func intersection(_ left: String?, _ right: String?) -> String? {
  either(left, right) { left, right in
    let set = ScalarSet(right)
    return String(String.UnicodeScalarView(left.unicodeScalars.filter(set.contains)))
  }
}

extension Bounds {
  fileprivate func intersection(_ other: Bounds) -> Bounds {
    Bounds(
      min: either(min, other.min, Swift.max), max: either(max, other.max, Swift.min))
  }
}

extension Array where Element: Equatable {
  /// Returns these elements, then those of the others that are not among them.
  fileprivate func appendingNew(_ others: [Element]) -> [Element] {
    self + others.filter { !contains($0) }
  }
}

extension BadPasswords {
  /// Removes words that only shorter passwords can equal: the longest password that equals a word is
  /// the decomposed form of the word, since no character folds to fewer characters otherwise.
  fileprivate mutating func removeWholeWords(below length: Int) {
    guard match == .whole else { return }
    words.removeAll { word in
      let folded = String(decoding: CaseFolding.folded(word), as: UTF8.self)
      return NormalForm.decomposed.form(of: folded).unicodeScalars.count < length
    }
  }
}

extension Policy {
  /// Whether a rule depends on which characters are symbols.
  fileprivate var asksForSymbols: Bool {
    characters.symbols != Bounds() || minCharacterTypes != nil || first == .symbols
      || last == .symbols || sets.contains { $0.set.groups.contains(.symbols) }
  }

  /// Rewrites the rules on a set of symbols as rules on its characters.
  ///
  /// - Returns: whether that is possible: there is a set, and the kinds of characters, including
  ///   symbols, are not counted.
  fileprivate mutating func nameSymbols() -> Bool {
    guard let symbols = characters.symbolSet, minCharacterTypes == nil else { return false }
    if characters.symbols != Bounds() {
      sets.append(
        SetRule(set: CharacterUnion(characters: symbols), bounds: characters.symbols))
      characters.symbols = Bounds()
    }
    for index in sets.indices where sets[index].set.groups.contains(.symbols) {
      sets[index].set.groups.removeAll { $0 == .symbols }
      sets[index].set.characters += symbols
    }
    if first == .symbols {
      firstAllowed = intersection(firstAllowed, symbols) ?? symbols
      first = nil
    }
    if last == .symbols {
      lastAllowed = intersection(lastAllowed, symbols) ?? symbols
      last = nil
    }
    characters.symbolSet = nil
    return true
  }
}
