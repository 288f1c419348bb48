/// The counts of the strength formula, in UTF-16 units.
package struct StrengthCounts: Hashable, Sendable {
  package var length = 0
  /// `0` to `9`.
  package var digits = 0
  /// `a` to `z`.
  package var lowercase = 0
  /// `A` to `Z`.
  package var uppercase = 0
  /// Commas and spaces (U+0020), which are not symbols.
  package var separators = 0

  package init(
    length: Int = 0, digits: Int = 0, lowercase: Int = 0, uppercase: Int = 0, separators: Int = 0
  ) {
    self.length = length
    self.digits = digits
    self.lowercase = lowercase
    self.uppercase = uppercase
    self.separators = separators
  }

  /// Every other unit, including both halves of a surrogate pair, accented letters and tabs.
  var symbols: Int { length - digits - lowercase - uppercase - separators }
}

extension StrengthCounts {
  /// Counts ASCII text, whose bytes are its units; `nil` for any other.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes. Allocates nothing.
  init?(ascii text: UnsafeBufferPointer<UInt8>) {
    var all: UInt8 = 0
    for position in 0..<text.count {
      let byte = unsafe text[position]
      all |= byte
      // Comparisons without branches: the kinds of characters in a password are hard to predict.
      digits &+= byte &- UInt8(ascii: "0") < 10 ? 1 : 0
      lowercase &+= byte &- UInt8(ascii: "a") < 26 ? 1 : 0
      uppercase &+= byte &- UInt8(ascii: "A") < 26 ? 1 : 0
      separators &+= byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") ? 1 : 0
    }
    guard all < 128 else { return nil }
    length = text.count
  }
}

extension StrengthRule {
  /// Returns the score times ``length``, an integer: the length share of a weight `w` is `w ·
  /// min(1, n/P)`, so that `P` times it is `w · min(P, n)`.
  func scaledScore(_ counts: StrengthCounts) -> Int {
    let preferred = length
    let share = min(counts.length, preferred)
    func worth(_ weight: Int, byLength: Bool, isEarned: Bool) -> Int {
      byLength ? weight * share : isEarned ? weight * preferred : 0
    }
    return weights[0] * share
      + worth(weights[1], byLength: minNumeric <= 0, isEarned: counts.digits >= minNumeric)
      + worth(weights[2], byLength: !requireUpperAndLower, isEarned: hasLetters(counts))
      + worth(weights[3], byLength: minSymbol <= 0, isEarned: counts.symbols >= minSymbol)
  }

  private func hasLetters(_ counts: StrengthCounts) -> Bool {
    counts.lowercase + counts.uppercase > 0 && counts.lowercase >= minLower
      && counts.uppercase >= minUpper
  }

  /// Whether the counts reach a level.
  package func reaches(_ level: Strength.Level, _ counts: StrengthCounts) -> Bool {
    scaledScore(counts) >= level.minimumScore * length
  }

  /// Returns the strength of a password with these counts.
  func strength(_ counts: StrengthCounts) -> Strength {
    let score = scaledScore(counts)
    let divisor = Self.greatestCommonDivisor(score, length)
    let level = Strength.Level.allCases.last { score >= $0.minimumScore * length } ?? .veryPoor
    return Strength(
      scoreNumerator: score / divisor, scoreDenominator: length / divisor, level: level,
      missing: missing(counts))
  }

  private func missing(_ counts: StrengthCounts) -> [Strength.Shortfall] {
    var missing: [Strength.Shortfall] = []
    let countsLength =
      weights[0] > 0 || weights[1] > 0 && minNumeric <= 0
      || weights[2] > 0 && !requireUpperAndLower || weights[3] > 0 && minSymbol <= 0
    if countsLength, counts.length < length { missing.append(.length(length - counts.length)) }
    if weights[1] > 0, counts.digits < minNumeric {
      missing.append(.digits(minNumeric - counts.digits))
    }
    if weights[2] > 0, requireUpperAndLower {
      if counts.lowercase < minLower { missing.append(.lowercase(minLower - counts.lowercase)) }
      if counts.uppercase < minUpper { missing.append(.uppercase(minUpper - counts.uppercase)) }
      if minLower <= 0, minUpper <= 0, counts.lowercase + counts.uppercase == 0 {
        missing.append(.letters)
      }
    }
    if weights[3] > 0, counts.symbols < minSymbol {
      missing.append(.symbols(minSymbol - counts.symbols))
    }
    return missing
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    b == 0 ? max(a, 1) : greatestCommonDivisor(b, a % b)
  }
}
