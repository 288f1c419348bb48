import CharacterSets
import PasswordPolicy

/// A level of strength to reach, and the counters that it is measured by.
struct StrengthCondition {
  private let rule: StrengthRule
  private let level: Strength.Level
  /// The length of all passwords if they have the same one; otherwise the length is counted.
  private let fixedLength: Int?
  private let length: Int
  private let digits: Int
  private let lower: Int
  private let upper: Int
  private let symbols: Int

  /// - Parameters:
  ///   - rule: the meter.
  ///   - level: the level to reach.
  ///   - fixedLength: the length of all passwords, if they have the same one.
  ///   - count: makes a counter of a set, or of all characters for `nil`, that distinguishes
  ///     numbers up to a count; returns its index.
  init(
    _ rule: StrengthRule, level: Strength.Level, fixedLength: Int?,
    count: (ASCIISet?, _ limit: Int) -> Int
  ) {
    self.rule = rule
    self.level = level
    self.fixedLength = fixedLength
    // What the meter regards as a symbol: neither comma nor space.
    let symbols = ASCIISet(0...127).subtracting(.letters).subtracting(.digits)
      .subtracting(ASCIISet(", ".utf8))
    length = fixedLength == nil ? count(nil, rule.length) : 0
    digits = count(.digits, rule.minNumeric)
    lower = count(.lowercase, max(1, rule.minLower))
    upper = count(.uppercase, max(1, rule.minUpper))
    self.symbols = count(symbols, rule.minSymbol)
  }

  /// Whether a password with these final counts, each capped, reaches the level.
  ///
  /// Capped counts give the same answer as full ones.
  func isMet(by counts: [Int]) -> Bool {
    let length = fixedLength ?? counts[length]
    let (digits, lower, upper) = (counts[digits], counts[lower], counts[upper])
    return rule.reaches(
      level,
      StrengthCounts(
        length: length, digits: digits, lowercase: lower, uppercase: upper,
        separators: length - digits - lower - upper - counts[symbols]))
  }
}
