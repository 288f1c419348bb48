import CharacterSets

/// Reads the part of RE2's syntax that an automaton over ASCII can match.
///
/// Literals, `.`, classes (`[a-z]`, `[^…]`, `[[:alpha:]]`, `\d \s \w` and their opposites),
/// escapes, `\Q…\E`, groups, the flags `i`, `m`, `s` and `U`, alternation, repetition, `^ $ \A \z`
/// and `\b \B`. Unsupported: Unicode classes (`\pL`), `\C`, group names that are not ASCII, and
/// patterns that are case-sensitive only in part: RE2 forgets that `(?-i:b)|b` matches `B`. What
/// RE2 rejects is rejected here too. A character that is not ASCII matches no text, except `ſ` and
/// the Kelvin sign, which without regard to case are `s` and `k`.
/// <https://github.com/google/re2/wiki/Syntax>
///
/// There is no recursion: groups are kept on a separate stack, at most ``maximumNesting`` deep.
struct RegexParser {
  enum Failure: Error {
    case unsupported(reason: String)
    /// The program becomes too long.
    case tooLong
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let anyCase = Flags(rawValue: 1)
    static let multiline = Flags(rawValue: 2)
    static let dotIsAll = Flags(rawValue: 4)
    /// Laziness does not change whether there is a match.
    static let lazy = Flags(rawValue: 8)
  }

  /// An open group; the outermost is the pattern.
  private struct Group {
    /// The start of its code.
    let start: Int
    /// The flags that are restored after it.
    let outerFlags: Flags
    /// The start of the code of its last alternative.
    var alternative: Int
    /// The jumps after the other alternatives.
    var jumps: [Int] = []
    /// The start of the code that a repetition would repeat; `nil` for none.
    var atom: Int?
    /// The maximum product of nested counts of repetition in that code, and in the group.
    var atomProduct = 1
    var product = 1
  }

  /// The maximum nesting of groups: 1,000.
  static let maximumNesting = 1000
  /// The maximum count of a repetition, and the maximum product of nested ones: 1,000, as in RE2.
  static let maximumRepetition = 1000

  let scalars: [Unicode.Scalar]
  /// The index of the next character.
  var position = 0
  var flags: Flags = .anyCase
  /// Whether letters have been read without regard to case, and with regard to it.
  private var readsAnyCase = false
  private var readsOneCase = false
  private var program = Program()
  private var groups = [Group(start: 0, outerFlags: [], alternative: 0)]

  private init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// Returns the code that matches a pattern.
  ///
  /// - Complexity: O(*n* × *d* + *m*) for *n* characters, groups nested *d* deep and *m*
  ///   instructions.
  static func code(of text: String) throws(Failure) -> [Program.Instruction] {
    if text.isEmpty { throw .unsupported(reason: "an empty pattern") }
    if text.utf8.count > TextAutomaton.maximumRegexBytes {
      throw .unsupported(
        reason: "a pattern of more than \(TextAutomaton.maximumRegexBytes) bytes")
    }
    var parser = RegexParser(text)
    try parser.parse()
    return parser.program.code
  }

  // MARK: Characters of the pattern

  /// The next character.
  var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  /// Skips the next character and returns it.
  mutating func next() -> Unicode.Scalar? {
    guard position < scalars.count else { return nil }
    position += 1
    return scalars[position - 1]
  }

  /// Skips the given characters if they come next; returns whether they did.
  mutating func skip(_ text: String) -> Bool {
    guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  /// Returns a failure for something unsupported that ends at the position or contains it.
  func unsupported(_ what: String) -> Failure {
    .unsupported(reason: "\(what), near character \(position)")
  }

  /// Records that characters are read that may have a case.
  mutating func noteCase() {
    if flags.contains(.anyCase) { readsAnyCase = true } else { readsOneCase = true }
  }

  // MARK: The pattern

  private mutating func parse() throws(Failure) {
    var wasRepetition = false
    while let scalar = next() {
      var isRepetition = false
      switch scalar {
      case "(": try openGroup()
      case ")": try closeGroup()
      case "|": alternate()
      case "^": append(.check(flags.contains(.multiline) ? .lineStart : .textStart))
      case "$": append(.check(flags.contains(.multiline) ? .lineEnd : .textEnd))
      case ".": append(.read(flags.contains(.dotIsAll) ? .all : ASCIISet.newline.inverted))
      case "[": append(.read(try bracketClass()))
      case "\\": try escape()
      case "*", "+", "?", "{":
        guard let counts = try repetitionCounts(after: scalar) else {
          append(.read(set(of: scalar)))
          break
        }
        if wasRepetition { throw unsupported("a repetition of a repetition") }
        try repeatAtom(counts.least, counts.most)
        isRepetition = true
      default: append(.read(set(of: scalar)))
      }
      wasRepetition = isRepetition
      if program.isTooLong { throw .tooLong }
    }
    guard groups.count == 1 else { throw unsupported("a group that is not closed") }
    if readsAnyCase, readsOneCase {
      throw .unsupported(reason: "letters with regard to case beside others without")
    }
    program.land(groups[0].jumps)
    program.append(.match)
  }

  private var group: Group {
    get { groups[groups.count - 1] }
    _modify { yield &groups[groups.count - 1] }
  }

  private mutating func append(_ instruction: Program.Instruction) {
    group.atom = program.code.count
    group.atomProduct = 1
    program.append(instruction)
  }

  private mutating func escape() throws(Failure) {
    switch peek {
    case "A": append(.check(.textStart))
    case "z": append(.check(.textEnd))
    case "b": append(.check(.wordBoundary))
    case "B": append(.check(.noWordBoundary))
    case "Q":
      position += 1
      while !skip("\\E"), let scalar = next() { append(.read(set(of: scalar))) }
      return
    default:
      if let perl = try perlClass() {
        append(.read(perl))
      } else {
        append(.read(set(of: try escapedCharacter())))
      }
      return
    }
    position += 1
  }

  // MARK: Groups

  private mutating func openGroup() throws(Failure) {
    guard groups.count <= Self.maximumNesting else {
      throw unsupported("groups nested deeper than \(Self.maximumNesting)")
    }
    let outerFlags = flags
    if skip("?") {
      if skip("P<") || skip("<") {
        try readName()
      } else {
        guard try readFlags() else { return }
      }
    }
    let start = program.code.count
    groups.append(Group(start: start, outerFlags: outerFlags, alternative: start))
  }

  private mutating func readName() throws(Failure) {
    var name = ""
    while let scalar = next(), scalar != ">" { name.unicodeScalars.append(scalar) }
    let isValid = name.utf8.allSatisfy(ASCIISet.wordCharacters.contains)
    guard scalars[position - 1] == ">", isValid, !name.isEmpty else {
      throw unsupported("the name of a group")
    }
  }

  /// Reads the flags of `(?…:` or `(?…)`.
  ///
  /// - Returns: whether a group begins.
  private mutating func readFlags() throws(Failure) -> Bool {
    var isNegated = false
    // A minus sign requires a flag after it.
    var isComplete = true
    while let scalar = next() {
      let flag: Flags
      switch scalar {
      case "i": flag = .anyCase
      case "m": flag = .multiline
      case "s": flag = .dotIsAll
      case "U": flag = .lazy
      case "-" where !isNegated:
        isNegated = true
        isComplete = false
        continue
      case ":" where isComplete: return true
      case ")" where isComplete: return false
      default: throw unsupported("“(?” and what follows it")
      }
      if isNegated { flags.remove(flag) } else { flags.insert(flag) }
      isComplete = true
    }
    throw unsupported("“(?” at the end")
  }

  private mutating func alternate() {
    group.jumps.append(program.endAlternative(from: group.alternative))
    group.alternative = program.code.count
    group.atom = nil
  }

  private mutating func closeGroup() throws(Failure) {
    guard groups.count > 1, let closed = groups.popLast() else {
      throw unsupported("a parenthesis that closes nothing")
    }
    program.land(closed.jumps)
    flags = closed.outerFlags
    group.atom = closed.start
    group.atomProduct = closed.product
    group.product = max(group.product, closed.product)
  }

  // MARK: Repetition

  private mutating func repetitionCounts(
    after scalar: Unicode.Scalar
  ) throws(Failure) -> (least: Int, most: Int?)? {
    let counts: (least: Int, most: Int?)
    switch scalar {
    case "*": counts = (0, nil)
    case "+": counts = (1, nil)
    case "?": counts = (0, 1)
    default:
      guard let braces = try bracedCounts() else { return nil }
      counts = braces
    }
    _ = skip("?")
    return counts
  }

  /// Reads what follows an opening brace.
  ///
  /// - Returns: `nil`, without reading anything, when it is not a repetition: the brace is a
  ///   literal.
  private mutating func bracedCounts() throws(Failure) -> (least: Int, most: Int?)? {
    let start = position
    if let least = try count() {
      if skip("}") { return (least, least) }
      if skip(",") {
        if skip("}") { return (least, nil) }
        if let most = try count(), skip("}") {
          guard least <= most else { throw unsupported("a repetition with its limits exchanged") }
          return (least, most)
        }
      }
    }
    position = start
    return nil
  }

  private mutating func count() throws(Failure) -> Int? {
    let start = position
    var value = 0
    while let scalar = peek, scalar >= "0", scalar <= "9" {
      value = value * 10 + Int(scalar.value - 0x30)
      // Not one of RE2's counts, whether RE2 reads it as a literal or rejects it.
      guard value <= Self.maximumRepetition else {
        throw unsupported("a repetition of more than \(Self.maximumRepetition)")
      }
      position += 1
    }
    let hasLeadingZero = position - start > 1 && scalars[start] == "0"
    return position == start || hasLeadingZero ? nil : value
  }

  private mutating func repeatAtom(_ least: Int, _ most: Int?) throws(Failure) {
    guard let atom = group.atom else { throw unsupported("a repetition of nothing") }
    group.atomProduct *= max(1, most ?? least)
    guard group.atomProduct <= Self.maximumRepetition else {
      throw unsupported("nested repetitions of more than \(Self.maximumRepetition) in all")
    }
    group.product = max(group.product, group.atomProduct)
    guard program.repeatCode(from: atom, least: least, most: most) else { throw .tooLong }
  }
}
