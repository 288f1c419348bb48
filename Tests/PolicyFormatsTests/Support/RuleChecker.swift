/// Judges passwords by the text of rules: written from Apple's description of the language, by
/// another way than the module's, of which it uses nothing.
struct RuleChecker {
  private enum Token: Equatable {
    case word(String)
    case number(Int)
    case set(String)
    case sign(Character)
  }

  private var least = 0
  private var greatest = Int.max
  private var longestRun = Int.max
  /// Which characters of ASCII are in each group, and after them whether all others are.
  private var required: [[Bool]] = []
  private var permitted = [Bool](repeating: false, count: 129)

  init(_ rules: String) {
    for statement in Self.tokens(rules).split(separator: .sign(";")) {
      guard case .word(let name) = statement.first else { fatalError("no name in \(rules)") }
      let values = statement.dropFirst(2).filter { $0 != .sign(",") }
      switch (name, values.first) {
      case ("minlength", .number(let number)): least = max(least, number)
      case ("maxlength", .number(let number)) where number > 0: greatest = min(greatest, number)
      case ("max-consecutive", .number(let number)) where number > 0:
        longestRun = min(longestRun, number)
      case ("maxlength", .number), ("max-consecutive", .number): break
      case ("required", _):
        required.append(Self.members(of: values))
        permitted = zip(permitted, Self.members(of: values)).map { $0 || $1 }
      case ("allowed", _): permitted = zip(permitted, Self.members(of: values)).map { $0 || $1 }
      default: fatalError("no rule \(name) in \(rules)")
      }
    }
    if !permitted.contains(true) { permitted = Self.members(of: [.word("ascii-printable")]) }
  }

  private static func members(of classes: [Token]) -> [Bool] {
    (0...128).map { code in
      classes.contains { has($0, Unicode.Scalar(UInt8(code))) }
    }
  }

  private static func tokens(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var rest = text[...]
    while let first = rest.first {
      if first == "[" {
        let start = rest.index(after: rest.startIndex)
        guard var end = rest[start...].firstIndex(of: "]") else { fatalError("no end in \(text)") }
        let next = rest.index(after: end)
        // ]] is a bracket in the set and the end of the set.
        if next < rest.endIndex && rest[next] == "]" { end = next }
        tokens.append(.set(String(rest[start..<end])))
        rest = rest[rest.index(after: end)...]
      } else if first.isNumber {
        let digits = rest.prefix(while: \.isNumber)
        tokens.append(.number(Int(digits) ?? 0))
        rest = rest[digits.endIndex...]
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0 == "-" }
        tokens.append(.word(word.lowercased()))
        rest = rest[word.endIndex...]
      } else {
        if !first.isWhitespace { tokens.append(.sign(first)) }
        rest.removeFirst()
      }
    }
    return tokens
  }

  private static func has(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .word("lower"): ("a"..."z").contains(scalar)
    case .word("upper"): ("A"..."Z").contains(scalar)
    case .word("digit"): ("0"..."9").contains(scalar)
    case .word("special"): "-~!@#$%^&*_+=`|(){}[:;\"'<>,.?] ".unicodeScalars.contains(scalar)
    case .word("ascii-printable"): (" "..."~").contains(scalar)
    case .word("unicode"): true
    case .set(let characters): characters.unicodeScalars.contains(scalar)
    default: fatalError("no class \(token)")
    }
  }

  func accepts(_ password: String) -> Bool {
    let scalars = Array(password.unicodeScalars)
    guard scalars.count >= least, scalars.count <= greatest else { return false }
    var run = 0
    for (index, scalar) in scalars.enumerated() {
      run = index > 0 && scalars[index - 1] == scalar ? run + 1 : 1
      if run > longestRun { return false }
    }
    let codes = scalars.map { Int(min($0.value, 128)) }
    return codes.allSatisfy { permitted[$0] }
      && required.allSatisfy { group in codes.contains { group[$0] } }
  }
}
