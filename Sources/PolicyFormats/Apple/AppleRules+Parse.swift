internal import CharacterSets
internal import PasswordPolicy
internal import TextTools

extension AppleRules {
  /// Reads rules.
  ///
  /// Names are recognized in any casing, and white space may stand between any two parts. Of
  /// several `minlength` the maximum counts, of several `maxlength` or `max-consecutive` the
  /// minimum; 0 has no effect; several `allowed` are combined; every `required` counts by itself.
  /// In a set in brackets a hyphen is only read as the first character, and a closing bracket only
  /// as the last. Characters of a set that are not printable ASCII are skipped, as browsers do:
  /// leaving out an allowed character breaks no rule. A set of nothing else is an error where it is
  /// required, or where it is all that is allowed.
  ///
  /// What browsers skip (unknown names, sets that are never closed, rules without a value) is an
  /// error here, since a skipped rule is not enforced.
  ///
  /// - Throws: ``FormatError`` with the place of every problem.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes, at most ``maximumBytes``.
  public init(parsing text: String) throws(FormatError) {
    var losses = LossReport()
    try self.init(parsing: text, losses: &losses)
  }

  /// Reads rules and reports losses.
  ///
  /// - Parameters:
  ///   - text: the rules.
  ///   - losses: the report to add the skipped characters to.
  /// - Throws: ``FormatError`` with the place of every problem.
  public init(parsing text: String, losses: inout LossReport) throws(FormatError) {
    // A byte order mark, which a file may begin with and a shell passes on with its text.
    let bytes = Array(
      text.utf8.starts(with: "\u{FEFF}".utf8) ? text.utf8.dropFirst(3) : text.utf8[...])
    guard bytes.count <= Self.maximumBytes else {
      throw FormatError(problems: [.tooLong(bytes: bytes.count, limit: Self.maximumBytes)])
    }
    var parser = AppleRulesParser(bytes)
    parser.parse()
    guard parser.problems.isEmpty else { throw FormatError(problems: parser.problems) }
    self = parser.rules
    for (name, characters) in parser.passedOver where !characters.isEmpty {
      losses.add(
        name.rawValue, .strengthened,
        "characters of a set that are not printable ASCII are ignored: \(characters.text.quoted)"
      )
    }
  }
}

private struct AppleRulesParser {
  private(set) var rules = AppleRules()
  /// The characters of sets that are not printable ASCII, by their rules.
  private(set) var passedOver: [(name: AppleRuleName, characters: Scalars)] = [
    (.required, []), (.allowed, []),
  ]
  private var scanner: TextScanner
  var problems: [FormatProblem] { scanner.problems }

  init(_ bytes: [UInt8]) {
    scanner = TextScanner(bytes)
  }

  mutating func parse() {
    while true {
      scanner.skipSpace()
      if scanner.isAtEnd { break }
      if scanner.take(";") { continue }
      rule()
    }
    // Nothing is allowed beyond what is required, which needs no rule.
    guard case .ascii([]) = rules.allowed else { return }
    rules.allowed = nil
    if rules.required.isEmpty { scanner.report(at: 0, Self.nothingLeft(.allowed)) }
  }

  private static func nothingLeft(_ name: AppleRuleName) -> String {
    "no character of the \(name.rawValue) set is printable ASCII, and others are ignored"
  }

  /// Reads up to the end of a rule, and up to the next rule when something is wrong.
  private mutating func rule() {
    let start = scanner.position
    let word = scanner.take(while: Self.isNameCharacter)
    guard let name = AppleRuleName(rawValue: word.lowercased()) else {
      let known = AppleRuleName.allCases.map(\.rawValue).joined(separator: ", ")
      let what = word.isEmpty ? "a rule is expected" : "no such rule: \(word.quoted)"
      scanner.report(at: start, "\(what); known rules: \(known)")
      return recover()
    }
    scanner.skipSpace()
    guard scanner.take(":") else {
      scanner.report("a colon is expected after \(name.rawValue)")
      return recover()
    }
    scanner.skipSpace()
    guard value(of: name) else { return recover() }
    scanner.skipSpace()
    if !scanner.isAtEnd && scanner.next != UInt8(ascii: ";") {
      scanner.report("a semicolon is expected after the value of \(name.rawValue)")
      recover()
    }
  }

  private mutating func recover() {
    scanner.skip { $0 != UInt8(ascii: ";") }
  }

  private static func isNameCharacter(_ byte: UInt8) -> Bool {
    TextScanner.isLetter(byte) || byte == UInt8(ascii: "-")
  }

  // MARK: Values

  /// Reads the value of a rule; returns whether all of it could be read.
  private mutating func value(of name: AppleRuleName) -> Bool {
    switch name {
    case .minLength:
      return number { rules, number in rules.minLength = max(rules.minLength ?? 0, number) }
    case .maxLength:
      return number { rules, number in
        rules.maxLength = min(rules.maxLength ?? number, number)
      }
    case .maxConsecutive:
      return number { rules, number in
        rules.maxConsecutive = min(rules.maxConsecutive ?? number, number)
      }
    case .required:
      let start = scanner.position
      guard let characters = classes(of: name) else { return false }
      guard characters != .ascii([]) else {
        scanner.report(at: start, Self.nothingLeft(name))
        return true
      }
      if !rules.required.contains(characters) { rules.required.append(characters) }
    case .allowed:
      guard let characters = classes(of: name) else { return false }
      rules.allowed = rules.allowed?.union(characters) ?? characters
    }
    return true
  }

  private mutating func number(_ set: (inout AppleRules, Int) -> Void) -> Bool {
    guard let number = scanner.integer(in: 0...Policy.maximumLength) else { return false }
    if number > 0 { set(&rules, number) }
    return true
  }

  /// Reads a list of classes; returns their union.
  private mutating func classes(of name: AppleRuleName) -> AppleRules.Characters? {
    var union: AppleRules.Characters?
    repeat {
      scanner.skipSpace()
      guard let characters = characterClass(of: name) else { return nil }
      union = union?.union(characters) ?? characters
      scanner.skipSpace()
    } while scanner.take(",")
    return union
  }

  private mutating func characterClass(of name: AppleRuleName) -> AppleRules.Characters? {
    if scanner.next == UInt8(ascii: "[") { return customClass(of: name) }
    let start = scanner.position
    let word = scanner.take(while: Self.isNameCharacter)
    if let characters = AppleClassName(rawValue: word.lowercased())?.characters {
      return characters
    }
    let known = AppleClassName.allCases.map(\.rawValue).joined(separator: ", ")
    let what =
      word.isEmpty ? "\(name.rawValue) needs a class" : "no such class: \(word.quoted)"
    scanner.report(at: start, "\(what); use \(known), or list characters as in [-_.]")
    return nil
  }

  /// Reads a set in brackets; a misplaced hyphen is reported and left out.
  private mutating func customClass(of name: AppleRuleName) -> AppleRules.Characters? {
    let start = scanner.position
    scanner.skip()
    var set = ASCIISet()
    var others = Scalars()
    while let byte = scanner.next {
      let position = scanner.position
      scanner.skipCharacter()
      switch byte {
      case UInt8(ascii: "]"):
        // A bracket that is followed by another one is the last character of the set.
        if scanner.take("]") { set.insert(byte) }
        guard !(set.isEmpty && others.isEmpty) else {
          scanner.report(at: start, "the set is empty; list characters as in [-_.]")
          return nil
        }
        passOver(others, name)
        return .ascii(set)
      case UInt8(ascii: "-") where position > start + 1:
        scanner.report(
          at: position, "a hyphen stands for itself only at the start of a set; move it there")
      case 0x20...0x7E: set.insert(byte)
      default: others.formUnion(scanner.text(from: position).unicodeScalars)
      }
    }
    scanner.report(at: start, "the set has no end; close it with ]")
    return nil
  }

  private mutating func passOver(_ characters: Scalars, _ name: AppleRuleName) {
    for index in passedOver.indices where passedOver[index].name == name {
      passedOver[index].characters.formUnion(characters)
    }
  }
}
