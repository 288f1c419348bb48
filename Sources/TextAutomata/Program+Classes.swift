import CharacterSets

extension Program {
  /// Whether some instruction checks one of these assertions.
  func checks(_ assertions: Set<Assertion>) -> Bool {
    code.contains { instruction in
      guard case .check(let assertion) = instruction else { return false }
      return assertions.contains(assertion)
    }
  }

  /// Returns the characters of an alphabet in classes that no instruction distinguishes, ordered by
  /// their first characters.
  func classes(of alphabet: ASCIISet) -> [ASCIISet] {
    var sets: Set<ASCIISet> = []
    for case .read(let set) in code { sets.insert(set) }
    if checks([.wordBoundary, .noWordBoundary]) { sets.insert(.wordCharacters) }
    if checks([.lineStart, .lineEnd]) { sets.insert(.newline) }
    var classes = alphabet.isEmpty ? [] : [alphabet]
    for set in sets where classes.count < alphabet.count {
      classes = classes.flatMap { [$0.intersection(set), $0.subtracting(set)] }
        .filter { !$0.isEmpty }
    }
    return classes.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
