/// A piece of text in which marked readings follow one another, each sharing at least a separator
/// with the one before.
///
/// It begins and ends with a separator, and all words in it belong to marked readings.
struct ReadingRun: Hashable {
  /// The bytes of the whole.
  var bytes: Int
  /// The required classes of all characters.
  var mask: UInt8
  /// The marked readings, in ascending order, with the classes of what the run holds outside them.
  var readings: [PhraseReading] = []
  /// Whether a word holds a byte that the segment cannot hold.
  ///
  /// All readings of the text then hold that word.
  var isForeign = false
}

/// Makes all runs that a recipe has room for, word by word.
///
/// At the separator after a word a reading ends that has all its words, and another may begin. A
/// run ends where no reading is open.
struct ReadingRunBuilder {
  private struct Partial: Hashable {
    var run: ReadingRun
    /// The readings that lack words, the one that began first in front.
    var open: [PhraseReading]
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

  /// Finds all runs; `false` when the budget is spent.
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
          guard budget.spend(on: texts.weight) else { return false }
          let texts = texts * words.texts * shapes.separatorTexts
          if longer.open.isEmpty {
            if isOfUse(longer.run) { runs[longer.run, default: TextCount()] += texts }
          } else if hasRoom(longer) {
            next[longer, default: TextCount()] += texts
          }
          guard !longer.run.isForeign else { continue }
          longer.open.append(PhraseReading(separator: separator, mask: longer.run.mask))
          if hasRoom(longer) { next[longer, default: TextCount()] += texts }
        }
      }
      partials = next
    }
    return true
  }

  /// The partial run with another word and separator; `nil` when a reading leaves a word to the
  /// segment that this cannot hold.
  private func appending(_ word: WordShape, to partial: Partial) -> Partial? {
    if word.isForeign && !partial.run.readings.isEmpty { return nil }
    var result = partial
    let mask = word.mask | shapes.separator.mask
    result.run.bytes += word.bytes + shapes.separator.bytes
    result.run.mask |= mask
    result.run.isForeign = partial.run.isForeign || word.isForeign
    result.run.readings = partial.run.readings.adding(mask)
    for index in result.open.indices { result.open[index].append(word, shapes.separator) }
    if result.open[0].words == shapes.wordCount {
      result.run.readings.append(result.open.removeFirst())
      result.run.readings.sort()
    }
    return result
  }

  /// Whether the text can have two readings: a word that the segment cannot hold is in all.
  private func isOfUse(_ run: ReadingRun) -> Bool { !run.isForeign || run.readings.count > 1 }

  /// Whether each reading leaves no more outside than a segment holds, with a character on both
  /// sides of the run, and the segments can differ as much as the readings do.
  private func hasRoom(_ partial: Partial) -> Bool {
    let outside = shapes.lengths.upperBound - 2
    let run = partial.run
    guard (run.readings + partial.open).allSatisfy({ run.bytes - $0.bytes <= outside }) else {
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
