import ExactIntegers

/// The time and memory that counting may take before it gives up, in units that are the same on
/// every machine.
struct WorkBudget {
  /// The steps left: one for each table entry that is looked up, and one for each 16 words of 64
  /// bits of the numbers that are added to it.
  var steps: Int
  /// The bytes left for tables.
  var bytes: Int

  /// The budget for counting readings: about 0.4 s on a machine of 2024, and 32 MiB.
  static let standard = WorkBudget(steps: 1 << 18, bytes: 32 << 20)

  /// Subtracts steps; returns `false` when they exceed the budget.
  mutating func spend(_ steps: Int) -> Bool {
    self.steps -= steps
    return self.steps >= 0
  }

  /// Subtracts a step on numbers as long as those of `texts`; returns `false` when it exceeds the
  /// budget.
  mutating func spend(on texts: TextCount) -> Bool { spend(1 + texts.count.bitWidth / 1024) }

  /// Subtracts the memory of a table entry; returns `false` when it exceeds the budget.
  mutating func store(_ readings: [PhraseReading], bytes: Int) -> Bool {
    self.bytes -= Self.size(readings, bytes)
    return self.bytes >= 0
  }

  /// Releases the memory of an entry.
  mutating func release(_ readings: [PhraseReading], bytes: Int) {
    self.bytes += Self.size(readings, bytes)
  }

  /// Returns the memory of an entry: its place in a dictionary that is half empty on average, a
  /// list of readings, and two numbers, which have at most as many bytes as the text.
  private static func size(_ readings: [PhraseReading], _ bytes: Int) -> Int {
    320 + readings.count * 8 + bytes * 2
  }
}
