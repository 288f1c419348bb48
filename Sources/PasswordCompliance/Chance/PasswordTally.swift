import PasswordPolicy

/// What the rules that can be counted ask of a password, capped: more than the largest number that
/// a rule names is the same as that number.
struct PasswordTally: Hashable {
  /// What is counted, as places in ``counts``.
  enum Dimension: Int, CaseIterable {
    case lower, upper, digits, symbols, letters
    /// What the strength formula takes for a symbol: no comma, no space.
    case strengthSymbols
    /// All characters, where words make that differ from the length of the segment.
    case length

    static func of(_ group: CharacterGroup) -> Dimension {
      switch group {
      case .lower: .lower
      case .upper: .upper
      case .digits: .digits
      case .symbols: .symbols
      case .letters: .letters
      }
    }
  }

  var counts = SIMD8<UInt16>()
  /// The classes that the recipe requires and that have occurred, one bit each.
  var classes: UInt8 = 0
  /// The class of the last character and how often that stands in a row, where runs count.
  var lastClass: UInt8 = .max
  var run: UInt16 = 0

  subscript(dimension: Dimension) -> Int { Int(counts[dimension.rawValue]) }
}

/// The rules that can be counted, ready to be asked.
struct CountedRules {
  /// The rules that are left to other means.
  private(set) var uncounted: [Rule] = []
  /// What the first and the last character must be of, if anything.
  private(set) var first: CharacterGroup?
  private(set) var last: CharacterGroup?
  private(set) var allowsAll = true
  /// How often a character may stand in a row.
  private(set) var maximumRun: Int?
  /// Counts above these are a violation, or are as good as these.
  private(set) var maximums = SIMD8<UInt16>(repeating: .max)
  private(set) var caps = SIMD8<UInt16>()

  private var minimums: [(PasswordTally.Dimension, Int)] = []
  private var leastTypes = 0
  private var strength: (rule: StrengthRule, level: Strength.Level)?

  /// - Parameters:
  ///   - rules: any rules.
  ///   - strengthRule: the meter that mandatory strength is measured by.
  ///   - countsLength: whether the number of characters varies beyond the length of the segment.
  ///   - countsRuns: whether it is known which character stands beside which.
  init(_ rules: [Rule], strengthRule: StrengthRule?, countsLength: Bool, countsRuns: Bool) {
    for rule in rules {
      switch rule {
      case .lengthShort(let min): atLeast(min, .length)
      case .lengthLong(let max): atMost(max, .length)
      case .few(let group, let min): atLeast(min, .of(group))
      case .many(let group, let max): atMost(max, .of(group))
      case .disallowed: allowsAll = false
      case .typesFew(let min):
        leastTypes = Swift.max(leastTypes, min)
        for group in CharacterGroup.types { cap(1, .of(group)) }
      case .runLong(let max) where countsRuns: maximumRun = max
      case .first(let group): first = group
      case .last(let group): last = group
      case .strengthLow(let level):
        guard let strengthRule else { continue }
        strength = (strengthRule, level)
        cap(strengthRule.length, .length)
        cap(strengthRule.minNumeric, .digits)
        cap(strengthRule.minSymbol, .strengthSymbols)
        cap(Swift.max(1, strengthRule.minLower), .lower)
        cap(Swift.max(1, strengthRule.minUpper), .upper)
      case .setFew, .setMany, .firstDisallowed, .lastDisallowed, .runLong, .sequenceLong,
        .contextWord, .badWord, .badPattern, .encoding, .lengthBytes:
        uncounted.append(rule)
      case .reuse: continue
      }
    }
    if !countsLength { caps[PasswordTally.Dimension.length.rawValue] = 0 }
  }

  private mutating func cap(_ count: Int, _ dimension: PasswordTally.Dimension) {
    caps[dimension.rawValue] = max(caps[dimension.rawValue], UInt16(clamping: count))
  }

  private mutating func atLeast(_ count: Int, _ dimension: PasswordTally.Dimension) {
    minimums.append((dimension, count))
    cap(count, dimension)
  }

  private mutating func atMost(_ count: Int, _ dimension: PasswordTally.Dimension) {
    maximums[dimension.rawValue] = min(maximums[dimension.rawValue], UInt16(clamping: count))
    // One more: a cap of 0 would count nothing at all.
    cap(count + 1, dimension)
  }

  /// Whether a password with this tally and so many characters meets the rules.
  func areMet(by tally: PasswordTally, length: Int) -> Bool {
    func count(_ dimension: PasswordTally.Dimension) -> Int {
      dimension == .length ? length : tally[dimension]
    }
    guard minimums.allSatisfy({ count($0.0) >= $0.1 }) else { return false }
    guard length <= Int(maximums[PasswordTally.Dimension.length.rawValue]) else { return false }
    let types = CharacterGroup.types.count { tally[.of($0)] > 0 }
    guard types >= leastTypes else { return false }
    guard let strength else { return true }
    let (digits, lower, upper) = (tally[.digits], tally[.lower], tally[.upper])
    // Capped counts answer as the full ones would; the length is that of the whole password.
    let symbols = tally[.strengthSymbols]
    return strength.rule.reaches(
      strength.level,
      StrengthCounts(
        length: length, digits: digits, lower: lower, upper: upper,
        separators: length - digits - lower - upper - symbols))
  }
}
