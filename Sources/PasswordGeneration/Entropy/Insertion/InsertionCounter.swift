import ExactIntegers

/// Counts the readings of all texts of a phrase between separators inside a segment that can
/// contain them too.
///
/// A *reading* of a text takes as many words as the phrase has, with the separators between and
/// beside them; what is left must be a segment. As no word contains the separator, the place of the
/// first separator identifies a reading, and a draw is a text and one of its readings.
///
/// Texts are counted by their readings without distinguishing words from other characters: for each
/// multiset *M* of two or more readings, this counts the ways to choose a text and *mark* readings
/// of it that make up *M*, whatever other readings it has. Marked readings that share a word or a
/// separator make a ``ReadingRun``. A marked text is a sequence of runs and, between them and at
/// both ends, characters of the segment, one or more at each end: *f* characters stand around *k*
/// runs in C(*f* − 2 + *k*, *k*) ways. So only sequences of runs have to be enumerated, never the
/// places where they stand. ``ReadingDistribution`` derives from these numbers how many texts have
/// *just* the readings *M*.
struct InsertionCounter {
  /// The marked texts of one number of bytes with these readings marked.
  struct MarkedTexts: Hashable, Comparable {
    let bytes: Int
    let readings: [PhraseReading]

    static func < (left: MarkedTexts, right: MarkedTexts) -> Bool {
      left.bytes == right.bytes
        ? left.readings.lexicographicallyPrecedes(right.readings) : left.bytes < right.bytes
    }
  }

  private let shapes: InsertionShapes
  private(set) var budget: WorkBudget
  private var result: [MarkedTexts: TextCount] = [:]

  init(_ shapes: InsertionShapes, budget: WorkBudget = .standard) {
    self.shapes = shapes
    self.budget = budget
  }

  /// Returns all texts with two or more marked readings, or `nil` when the budget does not suffice.
  ///
  /// - Complexity: O(*s* · *r*) additions for *s* sequences of runs that a text has room for and
  ///   *r* runs.
  mutating func markedTexts() -> [MarkedTexts: TextCount]? {
    var builder = ReadingRunBuilder(shapes)
    guard builder.build(&budget) else { return nil }
    // In a fixed order, so that the work is the same in every run.
    let runs = builder.runs.sorted { $0.key.bytes < $1.key.bytes }
    var surroundings = Surroundings(shapes)
    var sequences = builder.runs
    var runCount = 1
    while !sequences.isEmpty {
      for (sequence, texts) in sequences where sequence.readings.count > 1 {
        guard add(sequence, texts, runCount: runCount, &surroundings) else { return nil }
      }
      guard let longer = appending(runs, to: sequences) else { return nil }
      for sequence in sequences.keys { budget.release(sequence.readings, bytes: sequence.bytes) }
      sequences = longer
      runCount += 1
    }
    return result
  }

  /// Returns the sequences with one more run, or `nil` when the budget does not suffice.
  private mutating func appending(
    _ runs: [(key: ReadingRun, value: TextCount)], to sequences: [ReadingRun: TextCount]
  ) -> [ReadingRun: TextCount]? {
    var longer: [ReadingRun: TextCount] = [:]
    for (sequence, texts) in sequences where !sequence.isForeign {
      for (run, runTexts) in runs where !run.isForeign {
        let next = sequence.appending(run, fitting: shapes.lengths)
        // All runs that follow are as long, and leave as much outside the readings.
        if next == nil && sequence.leavesNoRoom(for: run, in: shapes.lengths) { break }
        guard budget.spend(1) else { return nil }
        guard let next else { continue }
        let product = texts * runTexts
        guard budget.spend(on: product) else { return nil }
        if longer[next] == nil {
          guard budget.store(next.readings, bytes: next.bytes) else { return nil }
        }
        longer[next, default: TextCount()] += product
      }
    }
    return longer
  }

  /// Adds the marked texts of all lengths with a sequence of runs; returns `false` when the budget
  /// does not suffice.
  private mutating func add(
    _ sequence: ReadingRun, _ texts: TextCount, runCount: Int, _ surroundings: inout Surroundings
  ) -> Bool {
    guard let first = sequence.readings.first, let last = sequence.readings.last else {
      return true
    }
    let shortest = max(sequence.bytes + 2, shapes.lengths.lowerBound + last.bytes)
    let longest = shapes.lengths.upperBound + first.bytes
    guard shortest <= longest else { return true }
    let missing = shapes.requiredMask & ~sequence.commonMask
    for bytes in shortest...longest {
      guard budget.spend(on: texts) else { return false }
      let outside = surroundings.texts(
        of: bytes - sequence.bytes, around: runCount, holding: missing)
      guard outside.count > 0 else { continue }
      let marked = MarkedTexts(bytes: bytes, readings: sequence.readings)
      let product = texts * outside
      if result[marked] == nil {
        guard budget.store(marked.readings, bytes: bytes) else { return false }
      }
      result[marked, default: TextCount()] += product
    }
    return true
  }
}
