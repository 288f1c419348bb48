/// A piece of text in which marked readings follow one another, each sharing a separator or more
/// with the one before; or a sequence of such pieces, whatever stands between them.
///
/// A piece begins and ends with a separator, and all words in it belong to marked readings.
struct ReadingRun: Hashable {
  /// The total number of bytes.
  var bytes: Int
  /// The required classes of all characters.
  var mask: UInt8
  /// The required classes that occur outside each of the readings.
  var commonMask: UInt8 = .max
  /// The marked readings, in ascending order.
  var readings: [PhraseReading] = []
  /// Whether a word contains a byte that the segment cannot contain.
  ///
  /// All readings of the text then contain that word.
  var isForeign = false

  /// Returns this run followed by another, `nil` when no text has room for both.
  func appending(_ run: ReadingRun, fitting lengths: ClosedRange<Int>) -> ReadingRun? {
    guard let first = readings.first, let last = readings.last,
      let runFirst = run.readings.first, let runLast = run.readings.last
    else { return nil }
    let shortest = min(first, runFirst).bytes
    guard bytes + run.bytes - shortest + 2 <= lengths.upperBound,
      max(last, runLast).bytes - shortest < lengths.count
    else { return nil }
    var result = self
    result.bytes += run.bytes
    result.mask |= run.mask
    result.commonMask = (commonMask | run.mask) & (run.commonMask | mask)
    result.readings = (readings + run.readings).sorted()
    return result
  }

  /// Whether there is no room beside this run for another or for any longer one.
  func leavesNoRoom(for run: ReadingRun, in lengths: ClosedRange<Int>) -> Bool {
    bytes - (readings.first?.bytes ?? 0) + run.bytes + 2 > lengths.upperBound
  }
}

/// Makes all runs that a recipe has room for, word by word.
///
/// At the separator after a word, a reading that has all its words ends, and another may begin. A
/// run ends where no reading is open.
struct ReadingRunBuilder {
  private struct Partial: Hashable {
    var run: ReadingRun
    /// The readings that lack words, the one that began first in front.
    var open: [PhraseReading]

    var readings: [PhraseReading] { run.readings + open }
  }

  private let shapes: InsertionShapes
  private let shortestWord: Int
  private let longestWord: Int
  private(set) var runs: [ReadingRun: TextCount] = [:]

  init(_ shapes: InsertionShapes) {
    self.shapes = shapes
    let sizes = shapes.words.map(\.shape.bytes)
    shortestWord = sizes.min() ?? 1
    longestWord = sizes.max() ?? 1
  }

  /// Finds all runs; returns `false` when the budget is spent.
  mutating func build(_ budget: inout WorkBudget) -> Bool {
    let separator = shapes.separator
    let start = Partial(
      run: ReadingRun(bytes: separator.bytes, mask: separator.mask),
      open: [PhraseReading(separator: separator, mask: 0)])
    var partials = [start: shapes.separatorTexts]
    while !partials.isEmpty {
      var next: [Partial: TextCount] = [:]
      for (partial, texts) in partials {
        for words in shapes.words {
          guard var longer = appending(words.shape, to: partial) else { continue }
          guard budget.spend(on: texts) else { return false }
          let texts = texts * words.texts * shapes.separatorTexts
          if longer.open.isEmpty {
            if isOfUse(longer.run) {
              if runs[longer.run] == nil {
                guard budget.store(longer.run.readings, bytes: longer.run.bytes) else {
                  return false
                }
              }
              runs[longer.run, default: TextCount()] += texts
            }
          } else if hasRoom(longer) {
            guard add(longer, texts, to: &next, &budget) else { return false }
          }
          guard !longer.run.isForeign else { continue }
          longer.open.append(PhraseReading(separator: separator, mask: longer.run.mask))
          if hasRoom(longer) {
            guard add(longer, texts, to: &next, &budget) else { return false }
          }
        }
      }
      for partial in partials.keys {
        budget.release(partial.readings, bytes: partial.run.bytes)
      }
      partials = next
    }
    return true
  }

  private func add(
    _ partial: Partial, _ texts: TextCount, to partials: inout [Partial: TextCount],
    _ budget: inout WorkBudget
  ) -> Bool {
    if partials[partial] == nil {
      guard budget.store(partial.readings, bytes: partial.run.bytes) else { return false }
    }
    partials[partial, default: TextCount()] += texts
    return true
  }

  /// Returns the partial run with another word and separator; `nil` when a reading leaves a word to
  /// the segment that it cannot contain.
  private func appending(_ word: WordShape, to partial: Partial) -> Partial? {
    if word.isForeign && !partial.run.readings.isEmpty { return nil }
    var result = partial
    let mask = word.mask | shapes.separator.mask
    result.run.bytes += word.bytes + shapes.separator.bytes
    result.run.mask |= mask
    result.run.isForeign = partial.run.isForeign || word.isForeign
    if !partial.run.readings.isEmpty { result.run.commonMask |= mask }
    for index in result.open.indices { result.open[index].append(word, shapes.separator) }
    if result.open[0].words == shapes.wordCount {
      var reading = result.open.removeFirst()
      result.run.commonMask &= reading.mask
      reading.mask = 0
      result.run.readings.append(reading)
      result.run.readings.sort()
    }
    return result
  }

  /// Whether the text can have two readings: all share a word that the segment cannot contain.
  private func isOfUse(_ run: ReadingRun) -> Bool { !run.isForeign || run.readings.count > 1 }

  /// Whether each reading leaves no more outside than a segment can contain, with a character on
  /// both sides of the run, and the segments can differ as much as the readings do.
  private func hasRoom(_ partial: Partial) -> Bool {
    let outside = shapes.lengths.upperBound - 2
    let run = partial.run
    guard partial.readings.allSatisfy({ run.bytes - $0.bytes <= outside }) else {
      return false
    }
    let spread = shapes.lengths.count - 1
    guard let shortest = run.readings.first?.bytes, let longest = run.readings.last?.bytes else {
      return true
    }
    return longest - shortest <= spread
      && partial.open.allSatisfy { reading in
        let left = shapes.wordCount - reading.words
        return reading.bytes + left * (shortestWord + 1) <= shortest + spread
          && reading.bytes + left * (longestWord + 1) >= longest - spread
      }
  }
}
