import CharacterSets

/// The states of a deterministic automaton as rows of a table.
struct StateTable {
  /// The disjoint classes of the characters of the alphabet, ordered by their first characters.
  let classes: [ASCIISet]
  /// The state that each class leads to, one row per state.
  var targets: [Int32] = []
  /// Whether a text that ends in a state matches.
  var accepts: [Bool] = []
  var start = 0

  var stateCount: Int { accepts.count }

  func targets(of state: Int) -> ArraySlice<Int32> {
    targets[state * classes.count..<(state + 1) * classes.count]
  }
}
