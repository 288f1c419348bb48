import Wordlists

/// Everything that drawing looks up, laid out once for a recipe.
package struct DrawingTables: Sendable {
  let alphabets: [AlphabetTables]
  let pattern: [PatternRun]
  /// The words, one after another, and the place of each, in the order of the list.
  package let wordText: [UInt8]
  package let wordPlaces: [WordPlace]

  /// Adjacent positions of a pattern that draw from one alphabet, or one fixed character.
  struct PatternRun: Sendable {
    /// The index of the alphabet; −1 for a fixed character.
    let alphabet: Int
    var count = 1
    var code: UInt8 = 0
    var mask: UInt8 = 0
  }

  package struct WordPlace: Sendable {
    package let start: UInt32
    package let count: UInt32
  }

  /// Words are copied this many bytes at a time, so the text has this much padding.
  static let copyStride = 16

  init(segment: SegmentPlan?, phrase: PhrasePlan?, kernels: KernelSet?) {
    alphabets = segment?.alphabets.map { AlphabetTables($0, kernels: kernels) } ?? []
    if case .pattern(let slots)? = segment?.shape {
      var runs: [PatternRun] = []
      for slot in slots {
        switch slot {
        case .alphabet(let index) where runs.last?.alphabet == index:
          runs[runs.count - 1].count += 1
        case .alphabet(let index):
          runs.append(PatternRun(alphabet: index))
        case .literal(let code, let mask):
          runs.append(PatternRun(alphabet: -1, code: code, mask: mask))
        }
      }
      pattern = runs
    } else {
      pattern = []
    }
    var text: [UInt8] = []
    var places: [WordPlace] = []
    if let words = phrase?.words {
      for index in 0..<words.count {
        let word = words[index]
        places.append(WordPlace(start: UInt32(text.count), count: UInt32(word.count)))
        text += word
      }
      text += [UInt8](repeating: 0, count: Self.copyStride)
    }
    wordText = text
    wordPlaces = places
  }
}
