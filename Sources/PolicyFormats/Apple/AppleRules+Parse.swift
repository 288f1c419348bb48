internal import CharacterSets
internal import PasswordPolicy

extension AppleRules {
  /// Reads rules.
  ///
  /// Names are known in any casing and white space may stand between any two parts. Of several
  /// `minlength` the greatest counts, of several `maxlength` or `max-consecutive` the smallest; 0
  /// says nothing; several `allowed` are one; every `required` counts by itself. In a set
  /// in brackets a hyphen is only read as the first character, a closing bracket only as the last.
  ///
  /// What browsers pass over (unknown names, sets that are never closed, rules without a
  /// value) is an error here, since a rule that is passed over is a rule that is not kept.
  ///
  /// - Throws: ``FormatError`` with the place of every problem.
  /// - Complexity: O(*n*), *n* the bytes of the text, at most ``maximumBytes``.
  public init(parsing text: String) throws(FormatError) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumBytes else {
      throw FormatError(problems: [.tooLong(bytes: bytes.count, limit: Self.maximumBytes)])
    }
    var parser = AppleRulesParser(bytes)
    parser.parse()
    guard parser.problems.isEmpty else { throw FormatError(problems: parser.problems) }
    self = parser.rules
  }
}

private struct AppleRulesParser {
  private(set) var rules = AppleRules()
  private var scanner: TextScanner
  var problems: [FormatProblem] { scanner.problems }

  init(_ bytes: [UInt8]) {
    scanner = TextScanner(bytes)
  }

  mutating func parse() {
    while true {
      scanner.skipSpace()
      if scanner.isAtEnd { return }
      if scanner.take(";") { continue }
      rule()
    }
  }

  /// Reads up to the end of a rule, and up to the next one when something is wrong.
  private mutating func rule() {
    let start = scanner.position
    let word = scanner.take(while: Self.isNameCharacter)
    guard let name = AppleRuleName(rawValue: word.lowercased()) else {
      let known = AppleRuleName.allCases.map(\.rawValue).joined(separator: ", ")
      let what = word.isEmpty ? "a rule is expected" : "no such rule: \(word.shown)"
      scanner.report(at: start, "\(what); known are \(known)")
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

  /// Reads the value of a rule; returns whether it could be read to its end.
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
      guard let characters = classes(of: name) else { return false }
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

  /// The union of the classes of a list.
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
    if scanner.next == UInt8(ascii: "[") { return customClass() }
    let start = scanner.position
    let word = scanner.take(while: Self.isNameCharacter)
    if let characters = AppleClassName(rawValue: word.lowercased())?.characters {
      return characters
    }
    let known = AppleClassName.allCases.map(\.rawValue).joined(separator: ", ")
    let what =
      word.isEmpty ? "\(name.rawValue) needs a class" : "no such class: \(word.shown)"
    scanner.report(at: start, "\(what); use \(known), or list characters as in [-_.]")
    return nil
  }

  /// Reads a set in brackets; wrong characters are reported and left out.
  private mutating func customClass() -> AppleRules.Characters? {
    let start = scanner.position
    scanner.skip()
    var set = ASCIISet()
    while let byte = scanner.next {
      switch byte {
      case UInt8(ascii: "]"):
        // A bracket that another one follows is the last character of the set.
        if scanner.second == UInt8(ascii: "]") {
          set.insert(byte)
          scanner.skip()
        }
        scanner.skip()
        guard !set.isEmpty else {
          scanner.report(at: start, "the set is empty; list characters as in [-_.]")
          return nil
        }
        return .ascii(set)
      case UInt8(ascii: "-") where scanner.position > start + 1:
        scanner.report("a hyphen stands for itself, and only first in a set; move it there")
      case 0x20...0x7E: set.insert(byte)
      default: scanner.report("only printable characters of ASCII can be in a set")
      }
      scanner.skipCharacter()
    }
    scanner.report(at: start, "the set has no end; close it with ]")
    return nil
  }
}
