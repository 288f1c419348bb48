import ExactIntegers
import Platform
import Wordlists

extension CompiledRecipe {
  /// Returns a closer bound for a phrase between separators inside a segment that can contain them
  /// too.
  ///
  /// A password can be ambiguous only because the piece before the phrase ends in a separator and a
  /// word, or the piece after it begins with a word and a separator. With `q` as the maximum
  /// probability of a character at one position, that happens with a probability of at most `p = 2
  /// · q(separator) · Σ Π q(letters of a word)`, divided by the probability that a segment meets
  /// its requirements. A password has at most `m` readings, so what it leaves open of the draw `D`
  /// is `H(D|S) ≤ p · log₂ m`, and `H(S) = H(D) − H(D|S) ≥ H(D) − p · log₂ m`.
  ///
  /// - Returns: `nil` unless words contain no separator and stand inside a segment.
  func insertBound(segments: [SegmentCount], draw: DrawEntropy) -> Double? {
    guard let segment, let phrase, phrase.placement == .insert,
      let separator = phrase.separator, !phrase.letters[Int(separator)],
      let readings = maximumReadingCount
    else { return nil }
    let chances = segment.maximumChances
    let word = (0..<phrase.words.count).reduce(0.0) { sum, index in
      sum + phrase.words[index].reduce(1.0) { $0 * chances[Int($1)] }
    }
    let acceptance = segment.minimumAcceptance(segments)
    let ambiguous = min(1, 2 * chances[Int(separator)] * word / acceptance)
    return draw.shannonBits - ambiguous * Platform.log2(Double(readings))
  }
}

extension SegmentPlan {
  /// The maximum probability of each byte at one position, ignoring requirements.
  fileprivate var maximumChances: [Double] {
    var chances = [Double](repeating: 0, count: 256)
    for alphabet in alphabets {
      for (index, code) in alphabet.codes.enumerated() {
        let chance = Double(alphabet.weight(at: index)) / Double(alphabet.totalWeight)
        chances[Int(code)] = max(chances[Int(code)], chance)
      }
    }
    if case .pattern(let slots) = shape {
      for case .literal(let code, _) in slots { chances[Int(code)] = 1 }
    }
    return chances
  }

  /// Returns the probability that a segment meets the requirements, for the length where it is
  /// lowest.
  fileprivate func minimumAcceptance(_ segments: [SegmentCount]) -> Double {
    var all: BigUInt = 1
    var position = 0
    return segments.reduce(1.0) { least, segment in
      while position < segment.length {
        if case .alphabet(let index) = slot(at: position) {
          all *= BigUInt(alphabets[index].totalWeight)
        }
        position += 1
      }
      return min(least, segment.totalWeight.ratio(to: all))
    }
  }
}
