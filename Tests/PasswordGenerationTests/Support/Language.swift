import PasswordGeneration

/// The passwords that a recipe can give, derived only from the meaning of its options, for recipes
/// too large for the ``Oracle``.
struct Language {
  /// One way in which a password can have come about.
  struct Parse {
    let segment: [UInt8]
    let words: [[UInt8]]
    /// How many characters of the segment stand before the phrase.
    let before: Int
  }

  let recipe: PasswordRecipe
  /// The lengths of the segment, and the classes of which each must occur.
  private let lengths: ClosedRange<Int>?
  private let required: UInt8
  private let words: Set<[UInt8]>
  private let wordLengths: [Int]
  private let firstBytes: Set<UInt8>
  private let separator: UInt8?
  /// For each position of the segment, or for all when there is one alone, what each code is.
  private let entries: [[UInt8]]

  /// Set in an entry when the code can stand there; the other bits are the classes that hold it.
  private static let allowedBit: UInt8 = 0x80

  init(_ oracle: Oracle) {
    recipe = oracle.recipe
    let segment = oracle.recipe.characters.map(SegmentMeaning.init)
    lengths = segment?.lengths
    required = segment?.required ?? 0
    words = Set(oracle.drawableWords)
    wordLengths = Set(words.map(\.count)).sorted()
    firstBytes = Set(words.compactMap(\.first))
    separator = oracle.recipe.phrase.flatMap { Oracle.separator(of: $0).first }
    guard let segment else {
      entries = []
      return
    }
    let hasPattern = !(segment.recipe.pattern ?? "").isEmpty
    let positions = segment.positions(length: hasPattern ? segment.lengths.lowerBound : 1)
    entries = positions.map { choices in
      let allowed = Set(choices.map(\.code))
      return (0...255).map {
        segment.classes(of: $0) | (allowed.contains($0) ? Self.allowedBit : 0)
      }
    }
  }

  /// How many bytes a separator has.
  private var separatorCount: Int { separator == nil ? 0 : 1 }

  /// Every way in which a password can have come about; none when it is not in the language.
  func parses(of password: [UInt8]) -> [Parse] {
    guard let phrase = recipe.phrase else {
      return isSegment(password)
        ? [Parse(segment: password, words: [], before: password.count)] : []
    }
    guard lengths != nil else {
      return phrases(in: password, from: 0, count: phrase.wordCount)
        .filter { $0.end == password.count }
        .map { Parse(segment: [], words: $0.words, before: 0) }
    }
    return starts(phrase.placement, in: password).flatMap { start in
      parses(of: password, phraseAt: start, phrase)
    }
  }

  /// Where the phrase can start.
  private func starts(_ placement: PhraseRecipe.Placement, in password: [UInt8]) -> [Int] {
    switch placement {
    case .prefix: [0]
    case .append, .insert:
      password.indices.filter { start in
        start > separatorCount && (separator == nil || password[start - 1] == separator)
          && firstBytes.contains(password[start])
      }
    }
  }

  private func parses(
    of password: [UInt8], phraseAt start: Int, _ phrase: PhraseRecipe
  ) -> [Parse] {
    let before = start == 0 ? [] : password[..<(start - separatorCount)]
    return phrases(in: password, from: start, count: phrase.wordCount).compactMap { words, end in
      var after = password[end...]
      if phrase.placement == .append {
        guard after.isEmpty else { return nil }
      } else {
        if let separator, after.popFirst() != separator { return nil }
        guard !after.isEmpty else { return nil }
      }
      let segment = Array(before + after)
      return isSegment(segment) ? Parse(segment: segment, words: words, before: before.count) : nil
    }
  }

  private typealias Run = (words: [[UInt8]], end: Int)

  /// Every run of a given number of words, with separators, that starts at a place.
  private func phrases(
    in password: [UInt8], from start: Int, count: Int
  ) -> [Run] {
    var runs: [Run] = [([], start)]
    for index in 0..<count {
      runs = runs.flatMap { run in
        var start = run.end
        if index > 0, let separator {
          guard start < password.count, password[start] == separator else { return [Run]() }
          start += 1
        }
        return wordLengths.compactMap { length in
          guard start + length <= password.count else { return nil }
          let word = Array(password[start..<start + length])
          return words.contains(word) ? (run.words + [word], start + length) : nil
        }
      }
    }
    return runs
  }

  private func isSegment(_ bytes: [UInt8]) -> Bool {
    guard let lengths, lengths.contains(bytes.count) else { return false }
    var seen: UInt8 = 0
    var position = 0
    while position < bytes.count {
      let entry = entries[entries.count == 1 ? 0 : position][Int(bytes[position])]
      guard entry & Self.allowedBit != 0 else { return false }
      seen |= entry
      position += 1
    }
    return seen & required == required
  }
}
