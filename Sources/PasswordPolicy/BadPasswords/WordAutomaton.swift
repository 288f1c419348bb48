/// An automaton that finds folded words in a text (Aho and Corasick, 1975).
///
/// States are numbered level by level, so that the children of a state are consecutive and three
/// arrays suffice: 9 bytes per state, one state for each distinct prefix of a word that does not
/// itself contain a word.
final class WordAutomaton: Sendable {
  /// The byte that leads to each state.
  private let labels: FixedTable<UInt8>
  /// The first child of each state; the first child of the next state ends its children.
  private let firstChild: FixedTable<UInt32>
  /// The state of the longest proper suffix of each state's text, with a bit set when the text ends
  /// in a word.
  private let failures: FixedTable<UInt32>
  /// The child of the root for each byte, or 0.
  private let rootChildren: FixedTable<UInt32>

  private static let terminal = WordAutomatonBuilder.terminal

  /// Makes the automaton.
  ///
  /// - Parameter words: words, none empty.
  /// - Complexity: O(*n* log *w*) for *w* words of *n* bytes in all.
  init(_ words: BadWordList) {
    let built = WordAutomatonBuilder(words)
    labels = FixedTable(built.labels)
    firstChild = FixedTable(built.firstChild)
    failures = FixedTable(built.failures)
    rootChildren = FixedTable(built.rootChildren)
  }

  /// The number of states.
  var stateCount: Int { labels.count }

  func label(of state: Int) -> UInt8 { unsafe labels.start[state] }

  func children(of state: Int) -> Range<Int> {
    unsafe Int(firstChild.start[state])..<Int(firstChild.start[state + 1])
  }

  /// Whether the text of a state is a word that contains no other.
  func isWord(_ state: Int) -> Bool {
    let failure = unsafe failures.start[state]
    guard failure & Self.terminal != 0 else { return false }
    return unsafe failures.start[Int(failure & ~Self.terminal)] & Self.terminal == 0
  }

  /// Returns the child of a state other than the root, or 0.
  @inline(__always)
  private func child(_ state: Int, _ byte: UInt8) -> Int {
    let labels = unsafe labels.start
    var low = unsafe Int(firstChild.start[state])
    var high = unsafe Int(firstChild.start[state &+ 1])
    while low < high {
      let middle = (low &+ high) / 2
      let label = unsafe labels[middle]
      if label == byte { return middle }
      if label < byte { low = middle &+ 1 } else { high = middle }
    }
    return 0
  }

  /// Whether a text contains a word.
  ///
  /// - Parameter text: ASCII in any case, or a fold.
  /// - Returns: whether it contains a word.
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes: every step back was
  ///   preceded by a step deeper. Allocates nothing.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let failures = unsafe failures.start
    var state = 0
    for position in 0..<text.count {
      let folded = CaseFolding.fold(unsafe text[position])
      var next = 0
      while state != 0 {
        next = child(state, folded)
        if next != 0 { break }
        state = unsafe Int(failures[state])
      }
      state = state == 0 ? unsafe Int(rootChildren.start[Int(folded)]) : next
      if unsafe failures[state] & Self.terminal != 0 { return true }
    }
    return false
  }
}
