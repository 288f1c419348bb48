internal import Patterns

extension CompiledPolicy {
  /// Whether a password complies.
  ///
  /// Reuse is not checked; the history does that.
  public func isCompliant(_ password: String, context: PolicyContext? = nil) -> Bool {
    isCompliant(password.utf8Span.span, context: context)
  }

  /// Whether a password complies: whether ``violations(of:context:)-(Span<UInt8>,_)`` is empty,
  /// found faster.
  ///
  /// - Parameters:
  ///   - password: the password in UTF-8.
  ///   - context: the names of the account that the password is for.
  /// - Returns: whether the password complies.
  /// - Complexity: O(*n*), where *n* is the length of the password in bytes. Allocates nothing for
  ///   ASCII, once the states of the pattern automaton that it passes through exist.
  public func isCompliant(_ password: Span<UInt8>, context: PolicyContext? = nil) -> Bool {
    unsafe password.withUnsafeBufferPointer { unsafe isCompliant($0, context: context) }
  }

  private func isCompliant(
    _ password: UnsafeBufferPointer<UInt8>, context: PolicyContext?
  ) -> Bool {
    switch unsafe shortCheck.verdict(password) {
    case .breaks: return false
    case .complies:
      for check in setChecks {
        guard unsafe check.isMet(byASCII: password) else { return false }
      }
      return unsafe !isBad(password, folded: password, context: context)
    case .unknown: break
    }
    guard password.count <= Self.maximumBytes else { return false }
    let tally = unsafe Tally(password, kinds: kinds)
    guard tally.isValid else { return false }
    for (rule, set) in characterRules {
      if unsafe isBroken(rule, set, by: tally, of: password) { return false }
    }
    if tally.isASCII { return unsafe !isBad(password, folded: password, context: context) }
    return unsafe CaseFolding.withFolded(password) {
      unsafe !isBad(password, folded: $0, context: context)
    }
  }

  private func isBad(
    _ password: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>,
    context: PolicyContext?
  ) -> Bool {
    if let words, unsafe words.matches(folded) { return true }
    if let context, unsafe context.matches(folded) { return true }
    return unsafe patterns.matches(UnsafeRawBufferPointer(password))
  }

  /// Returns all rules that a password breaks.
  ///
  /// Reuse is not checked; the history does that.
  public func violations(of password: String, context: PolicyContext? = nil) -> [Violation] {
    violations(of: password.utf8Span.span, context: context)
  }

  /// Returns all rules that a password breaks, in the order of ``Policy/rules``: bad passwords,
  /// mandatory strength, then the others.
  ///
  /// - Parameters:
  ///   - password: the password in UTF-8.
  ///   - context: the names of the account that the password is for.
  /// - Returns: the violations; none when the password complies.
  /// - Complexity: O(*n* + *r*) for a password of *n* bytes and *r* rules.
  public func violations(
    of password: Span<UInt8>, context: PolicyContext? = nil
  ) -> [Violation] {
    unsafe password.withUnsafeBufferPointer { password in
      guard password.count <= Self.maximumBytes else {
        return [Violation(rule: .lengthBytes(max: Self.maximumBytes))]
      }
      return unsafe CaseFolding.withFolded(password) {
        unsafe violations(of: password, folded: $0, context: context)
      }
    }
  }

  private func violations(
    of password: UnsafeBufferPointer<UInt8>, folded: UnsafeBufferPointer<UInt8>,
    context: PolicyContext?
  ) -> [Violation] {
    let tally = unsafe Tally(password, kinds: kinds)
    var broken: [Rule] = []
    if let words, unsafe words.matches(folded) {
      broken.append(.badWord(match: definition.badPasswords.match))
    }
    if unsafe patterns.matches(UnsafeRawBufferPointer(password)) { broken.append(.badPattern) }
    // Mandatory strength is the first of these, if there is any.
    for (rule, set) in characterRules {
      if unsafe isBroken(rule, set, by: tally, of: password) { broken.append(rule) }
    }
    if !tally.isValid { broken.append(.encoding) }
    if let context, unsafe context.matches(folded) { broken.append(.contextWord) }
    return broken.map { Violation(rule: $0) }
  }

  /// Whether a password breaks a rule, by its counts or by its characters of a set; rules that
  /// these do not decide are not broken.
  private func isBroken(
    _ rule: Rule, _ set: SetCheck?, by tally: Tally, of password: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    switch rule {
    case .setFew, .setMany, .firstDisallowed, .lastDisallowed:
      if let set { unsafe !set.isMet(by: password, kinds) } else { false }
    case .lengthShort(let min): tally.length < min
    case .lengthLong(let max): tally.length > max
    case .few(let group, let min): tally.count(group) < min
    case .many(let group, let max): tally.count(group) > max
    case .symbolsFew(_, let min): tally.symbols < min
    case .symbolsMany(_, let max): tally.symbols > max
    case .disallowed: tally.hasDisallowed
    case .typesFew(let min): tally.types < min
    case .runLong(let max): tally.longestRun > max
    case .sequenceLong(let max): tally.longestSequence > max
    case .first(let group): !tally.first.contains(.of(group))
    case .last(let group): !tally.last.contains(.of(group))
    case .strengthLow(let level): !(definition.strength?.reaches(level, tally.strength) ?? true)
    case .lengthBytes, .encoding, .contextWord, .badWord, .badPattern, .reuse: false
    }
  }

  /// Returns the strength of a password by the policy's meter, or by the default meter if it has
  /// none.
  public func strength(of password: String) -> Strength {
    strength(of: password.utf8Span.span)
  }

  /// Returns the strength of a password by the policy's meter, or by the default meter if it has
  /// none.
  ///
  /// The score is exact whatever the length of the password.
  ///
  /// - Parameter password: the password in UTF-8; each part that is not UTF-8 counts as one symbol.
  /// - Returns: the score, its level and what is missing.
  /// - Complexity: O(*n*), where *n* is the length of the password in bytes.
  public func strength(of password: Span<UInt8>) -> Strength {
    unsafe password.withUnsafeBufferPointer { password in
      let counts =
        unsafe StrengthCounts(ascii: password) ?? Tally(password, kinds: kinds).strength
      return (definition.strength ?? StrengthRule()).strength(counts)
    }
  }
}
