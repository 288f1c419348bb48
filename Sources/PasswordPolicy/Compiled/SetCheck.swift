internal import CharacterSets

/// A rule on characters of a set, prepared for checking: how many the password has, or whether it
/// begins or ends with one.
struct SetCheck: Sendable {
  private enum Test {
    case atLeast(Int)
    case atMost(Int)
    case first
    case last
  }

  private let test: Test
  /// The kinds whose characters are all in the set.
  private let kinds: CharacterKinds
  private let characters: ScalarSet
  /// All ASCII characters of the set.
  private let ascii: ASCIISet

  /// - Returns: `nil` for a rule of another kind.
  init?(_ rule: Rule, table: KindTable) {
    let set: CharacterUnion
    switch rule {
    case .setFew(let union, let min): (test, set) = (.atLeast(min), union)
    case .setMany(let union, let max): (test, set) = (.atMost(max), union)
    case .firstDisallowed(let some): (test, set) = (.first, CharacterUnion(characters: some))
    case .lastDisallowed(let some): (test, set) = (.last, CharacterUnion(characters: some))
    default: return nil
    }
    let kinds = CharacterKinds(set.groups.map(CharacterKinds.of))
    let characters = ScalarSet(set.characters)
    self.kinds = kinds
    self.characters = characters
    ascii = ASCIISet(
      (0..<UInt8(128)).filter {
        characters.ascii.contains($0) || !table[Unicode.Scalar($0)].isDisjoint(with: kinds)
      })
  }

  private func contains(_ scalar: Unicode.Scalar, _ table: KindTable) -> Bool {
    scalar.isASCII
      ? ascii.contains(UInt8(scalar.value))
      : characters.contains(scalar) || !table[scalar].isDisjoint(with: kinds)
  }

  private func holds(count: Int, first: Bool, last: Bool) -> Bool {
    switch test {
    case .atLeast(let min): count >= min
    case .atMost(let max): count <= max
    case .first: first
    case .last: last
    }
  }

  /// Whether a password meets the rule; the empty one begins and ends with nothing.
  ///
  /// - Complexity: O(*n* log *c*) for a password of *n* bytes and *c* characters of the set outside
  ///   ASCII. Allocates nothing for ASCII.
  func isMet(by password: UnsafeBufferPointer<UInt8>, _ table: KindTable) -> Bool {
    var iterator = unsafe password.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var (length, count, first, last) = (0, 0, false, false)
    while true {
      switch unsafe parser.parseScalar(from: &iterator) {
      case .valid(let encoded): last = contains(Unicode.UTF8.decode(encoded), table)
      case .error: last = contains("\u{FFFD}", table)
      case .emptyInput: return holds(count: count, first: first, last: last)
      }
      if last { count += 1 }
      if length == 0 { first = last }
      length += 1
    }
  }

  /// Whether a password of ASCII that is not empty meets the rule.
  ///
  /// - Complexity: O(*n*), where *n* is its length in bytes. Allocates nothing.
  func isMet(byASCII password: UnsafeBufferPointer<UInt8>) -> Bool {
    var count = 0
    for position in 0..<password.count {
      if unsafe ascii.contains(password[position]) { count += 1 }
    }
    return unsafe holds(
      count: count, first: ascii.contains(password[0]),
      last: ascii.contains(password[password.count - 1]))
  }
}

extension CompiledPolicy {
  /// Whether an ASCII character is in a union, where symbols are those of the policy.
  package func contains(_ union: CharacterUnion, ascii code: UInt8) -> Bool {
    union.characters.utf8.contains(code)
      || union.groups.contains { kinds(ofASCII: code).contains(.of($0)) }
  }

  /// Whether ``Policy/firstAllowed`` lets a password begin with an ASCII character.
  package func allowsFirst(ascii code: UInt8) -> Bool {
    definition.firstAllowed?.utf8.contains(code) ?? true
  }

  /// Whether ``Policy/lastAllowed`` lets a password end with an ASCII character.
  package func allowsLast(ascii code: UInt8) -> Bool {
    definition.lastAllowed?.utf8.contains(code) ?? true
  }
}
