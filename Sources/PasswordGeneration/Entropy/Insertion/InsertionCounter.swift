import BigInt

/// Counts the readings of all texts of a phrase between separators inside a segment that can hold
/// them too.
///
/// A *reading* of a text takes as many words as the phrase has, with the separators between and
/// beside them; what is left must be a segment. As no word holds the separator, the place of the
/// first separator tells a reading, and a draw is a text and one of its readings.
///
/// Texts are counted by their readings without telling words from other characters: for each
/// multiset *M* of two readings or more it is counted how many ways there are to choose a text and
/// *mark* readings of it that make up *M*, whatever other readings it has. Marked readings
/// that share a word or a separator make a ``ReadingRun``; between runs, and at both ends, stands
/// anything that the segment can hold. A marked text is one such sequence and no other.
/// ``ReadingDistribution`` tells from these numbers how many texts have *just* the readings *M*.
struct InsertionCounter {
  /// The work done before counting is given up, about a second.
  static let workBudget = 1 << 22

  /// The marked texts of one number of bytes with these readings marked.
  struct MarkedTexts {
    let bytes: Int
    let readings: [PhraseReading]
    var texts: TextCount
  }

  private let shapes: InsertionShapes
  private var budget: WorkBudget

  init(_ shapes: InsertionShapes, budget: Int = Self.workBudget) {
    self.shapes = shapes
    self.budget = WorkBudget(budget)
  }

  /// All texts with two or more marked readings, or `nil` when the budget does not suffice.
  ///
  /// - Complexity: O(*t* · *s* · (*c* + *r*)) additions for texts of *t* bytes, *s* states of the
  ///   automaton, *c* kinds of characters and *r* kinds of runs.
  mutating func markedTexts() -> [MarkedTexts]? {
    var builder = ReadingRunBuilder(shapes)
    guard builder.build(&budget) else { return nil }
    guard let longestRun = builder.runs.keys.map(\.bytes).max() else { return [] }
    var automaton = ReadingAutomaton(shapes, runs: builder.runs)
    // By the number of bytes: texts that end in a character of the segment, and in a run.
    var ends: [[Int: TextCount]] = [[automaton.start: .one]]
    var runEnds: [[Int: TextCount]] = [[:]]
    var result: [MarkedTexts] = []
    var bytes = 0
    while bytes < ends.count {
      var marked: [[PhraseReading]: TextCount] = [:]
      for (state, texts) in ends[bytes] {
        if let readings = automaton.readings(in: state, bytes: bytes) {
          marked[readings, default: TextCount()] += texts
        }
      }
      result += marked.map { MarkedTexts(bytes: bytes, readings: $0.key, texts: $0.value) }
      var all = ends[bytes]
      all.merge(runEnds[bytes]) { left, right in
        var sum = left
        sum += right
        return sum
      }
      if !all.isEmpty {
        let missing = max(0, bytes + 1 + longestRun - ends.count)
        ends += [[Int: TextCount]](repeating: [:], count: missing)
        runEnds += [[Int: TextCount]](repeating: [:], count: missing)
      }
      for (state, texts) in all {
        for step in automaton.characterSteps(from: state)
        where bytes + 1 <= automaton.greatestBytes(in: step.target) {
          guard budget.spend(on: texts.weight) else { return nil }
          ends[bytes + 1][step.target, default: TextCount()].add(texts, then: step.choices)
        }
        guard bytes > 0 else { continue }
        guard let steps = automaton.runSteps(from: state, &budget) else { return nil }
        for step in steps
        where bytes + step.bytes <= automaton.greatestBytes(in: step.target) {
          guard budget.spend(on: texts.weight) else { return nil }
          runEnds[bytes + step.bytes][step.target, default: TextCount()] += texts * step.texts
        }
      }
      ends[bytes] = [:]
      runEnds[bytes] = [:]
      bytes += 1
    }
    return result
  }
}
