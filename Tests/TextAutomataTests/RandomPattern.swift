import _TestSupport

/// Makes patterns out of every construct that an automaton supports.
struct RandomPattern {
  private static let literals = [
    "a", "b", "A", "B", "1", "_", "-", " ", "s", "k", "\n", "é", "ſ", "\u{212A}", "{", "}", "]",
    ",", "x{,2}", "\\n", "\\t", "\\x41", "\\x{62}", "\\x{17f}", "\\101", "\\-", "\\.", "\\_",
    "\\Qa.b\\E",
    "\\Qb\\E", ":",
  ]
  private static let classes = [
    ".", "\\d", "\\D", "\\s", "\\S", "\\w", "\\W", "[ab]", "[^a]", "[a-b1]", "[^\\n]", "[]a]",
    "[^]a]",
    "[a-]", "[-b]", "[[:alpha:]]", "[^[:^upper:]]", "[[:punct:][:digit:]]", "[\\d\\-_]", "[^\\W]",
    "[\\W\\d]", "[ſ]", "[^ſ]", "[é-\u{2200}]", "[ -é]", "[^\\x{61}\\x42]", "[[:^word:]\\s]",
    "[A-\\x{62}]", "[Z-a]", "[\\x00-\\x7f]", "[^\\x00-\\x7f]",
  ]
  private static let checks = [
    "^", "$", "\\A", "\\z", "\\b", "\\B", "\\b", "\\B", "(?:^|-)", "(?:1|$)",
  ]
  private static let repetitions = [
    "*", "+", "?", "*?", "+?", "??", "{2}", "{0}", "{0,1}", "{1,}", "{0,}", "{1,3}", "{2,3}?",
    "{3,}?",
    "{1}",
  ]
  private static let groups = [
    "(", "(?:", "(?i:", "(?s:", "(?m:", "(?im-s:", "(?U:", "(?P<NAME>", "(?)", "(?i)", "(?m)",
    "(?s)", "(?-s)", "(?-m)", "(?U-s)",
  ]

  private var generator: SplitMix
  private var names = 0
  /// Whether the pattern regards the case of letters; it does throughout or not at all.
  private var regardsCase = false

  init(seed: UInt64) { generator = SplitMix(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

  /// The next pattern.
  mutating func next() -> String {
    regardsCase = below(5) == 0
    return (regardsCase ? "(?-i)" : "") + anchored()
  }

  private mutating func anchored() -> String {
    let alternatives = alternatives(3)
    switch below(6) {
    case 0...1: return "^(?:\(alternatives))$"
    case 2: return "^(?:\(alternatives))"
    case 3: return "(?:\(alternatives))$"
    case 4: return "(?m)\(pick(Self.checks))\(alternatives)"
    default: return alternatives
    }
  }

  private mutating func alternatives(_ depth: Int) -> String {
    (0...[0, 0, 0, 1, 2][below(5)]).map { _ in sequence(depth) }.joined(separator: "|")
  }

  private mutating func sequence(_ depth: Int) -> String {
    let count = below(20) == 0 ? 0 : 1 + below(4)
    return (0..<count).map { _ in
      let atom = atom(depth)
      return below(4) == 0 ? atom + pick(Self.repetitions) : atom
    }.joined()
  }

  private mutating func atom(_ depth: Int) -> String {
    switch below(16) {
    case 0...6: return pick(["a", "b", "1", "-"])
    case 7...8: return pick(Self.literals)
    case 9...10: return pick(Self.classes)
    case 11: return pick(Self.checks)
    case 12...15 where depth > 0:
      var group = pick(Self.groups)
      if group == "(?P<NAME>" {
        names += 1
        group = "(?P<n\(names)>"
      }
      if regardsCase, group.contains("i") { group = group.last == ")" ? "(?-i)" : "(?-i:" }
      if group.last == ")" { return group + pick(Self.literals) }
      return group + alternatives(depth - 1) + ")"
    default: return pick(Self.literals)
    }
  }
}
