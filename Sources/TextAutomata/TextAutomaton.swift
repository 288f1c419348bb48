package import CharacterSets

/// A deterministic automaton over ASCII text that decides whether a text matches any of a list of
/// patterns and words.
///
/// ```swift
/// let automaton = try TextAutomaton(
///   [.regex("^summer[0-9]{2}"), .substring(Array("acme".utf8))],
///   alphabet: .printable, stateBudget: 1000)
/// automaton.matches("xACMEx".utf8)  // true
/// ```
/// It gives the same answers as ``PatternSet``, but its states are accessible: combined with other
/// states they make it possible to count the texts that match, or to draw among those that do not.
/// No automaton that gives the same answers has fewer states.
package struct TextAutomaton: Sendable {
  /// Something to look for in a text.
  package enum Item: Hashable, Sendable {
    /// A regular expression as ``PatternSet`` matches it: anywhere, without regard to case.
    case regex(String)
    /// Bytes that the text contains, without regard to the case of ASCII letters.
    case substring([UInt8])
    /// Bytes that the text equals, without regard to the case of ASCII letters.
    case whole([UInt8])
  }

  /// The maximum length of a regex, in bytes.
  package static let maximumRegexBytes = 16_384
  /// The maximum budget of states: 1,048,576.
  package static let maximumStateBudget = 1 << 20
  /// The class of a code outside the alphabet.
  package static let noClass = UInt8.max

  /// The number of states, which are numbered from 0.
  package let stateCount: Int
  /// The state before the first character.
  package let start = 0
  /// The state from which a text matches whatever follows, if there is one; it is never left.
  package let matched: Int?
  /// The number of the class of each ASCII code, or ``noClass`` outside the alphabet.
  ///
  /// Codes of one class lead to the same state from every state; codes of two classes do not.
  package let classes: [UInt8]
  private let classCount: Int
  /// The state that each class leads to, one row per state.
  private let targets: [Int32]
  private let accepts: [Bool]

  /// Makes the automaton for a list of items.
  ///
  /// - Parameters:
  ///   - items: the items to look for; without items, no text matches.
  ///   - alphabet: the characters that texts consist of.
  ///   - stateBudget: the maximum number of states, from 1 to ``maximumStateBudget``.
  /// - Throws: ``TextAutomatonError/unsupported(_:)`` with every pattern whose syntax
  ///   ``RegexParser`` does not read, or ``TextAutomatonError/overBudget(states:)`` when more
  ///   states are needed, or when finding out takes too much work.
  /// - Complexity: O(*c* × *s* × log *s*) for *c* classes of characters and *s* states before
  ///   minimization, of which 16 times the budget, and at most 65,536, are tried before giving up.
  package init(
    _ items: [Item], alphabet: ASCIISet, stateBudget: Int
  ) throws(TextAutomatonError) {
    precondition(
      1...Self.maximumStateBudget ~= stateBudget, "TextAutomaton: a budget out of range")
    let program = try Program(items, alphabet: alphabet, stateBudget: stateBudget)
    let limit = max(stateBudget, min(1 << 16, 16 * stateBudget))
    guard var table = Determinizer.table(of: program, alphabet: alphabet, stateLimit: limit)
    else { throw .overBudget(states: stateBudget) }
    table = Minimizer.minimized(table)
    guard table.stateCount <= stateBudget else { throw .overBudget(states: stateBudget) }
    self.init(table)
  }

  private init(_ table: StateTable) {
    stateCount = table.stateCount
    accepts = table.accepts
    matched = table.accepts.indices.first { state in
      table.accepts[state] && table.targets(of: state).allSatisfy { $0 == state }
    }
    // Some classes may have differed only in states that have been merged.
    var numbers: [[Int32]: Int] = [:]
    var classes = [UInt8](repeating: Self.noClass, count: 128)
    var columns: [[Int32]] = []
    for (index, codes) in table.classes.enumerated() {
      let column = (0..<table.stateCount).map { table.targets[$0 * table.classes.count + index] }
      let number = numbers[column] ?? columns.count
      if number == columns.count {
        numbers[column] = number
        columns.append(column)
      }
      for code in codes { classes[Int(code)] = UInt8(number) }
    }
    self.classes = classes
    classCount = columns.count
    targets = (0..<table.stateCount).flatMap { state in columns.map { $0[state] } }
  }

  /// Returns the state that a character leads to.
  ///
  /// - Parameters:
  ///   - state: a state.
  ///   - code: the code of a character of the alphabet.
  /// - Returns: the number of the next state.
  package func next(_ state: Int, _ code: UInt8) -> Int {
    let number = classes[Int(code)]
    precondition(number != Self.noClass, "TextAutomaton: a character outside the alphabet")
    return Int(targets[state * classCount + Int(number)])
  }

  /// Whether a text that ends in this state matches.
  package func matchesAtEnd(_ state: Int) -> Bool { accepts[state] }

  /// Whether a text matches that consists of characters of the alphabet.
  package func matches(_ text: some Sequence<UInt8>) -> Bool {
    matchesAtEnd(text.reduce(start, next))
  }
}
