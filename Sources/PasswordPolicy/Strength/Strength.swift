internal import TextTools

/// The strength of a password by the meter: an exact score from 0 to 100, its level, and what is
/// missing for the full score.
public struct Strength: Hashable, Sendable {
  /// The named ranges of the score.
  public enum Level: String, CaseIterable, Codable, Hashable, Sendable {
    /// Below 25.
    case veryPoor = "Very Poor"
    /// 25 or more, below 50.
    case weak = "Weak"
    /// 50 or more, below 75.
    case average = "Average"
    /// 75 or more, below 100.
    case strong = "Strong"
    /// Exactly 100.
    case excellent = "Excellent"

    /// The minimum score of the level.
    public var minimumScore: Int {
      switch self {
      case .veryPoor: 0
      case .weak: 25
      case .average: 50
      case .strong: 75
      case .excellent: 100
      }
    }
  }

  /// What would raise the score, and by how many characters.
  @nonexhaustive
  public enum Shortfall: Hashable, Sendable {
    /// The password is this many UTF-16 units shorter than preferred.
    case length(Int)
    /// This many digits are missing.
    case digits(Int)
    /// This many lowercase letters are missing.
    case lowercase(Int)
    /// This many uppercase letters are missing.
    case uppercase(Int)
    /// Letters of either case are missing.
    case letters
    /// This many symbols are missing.
    case symbols(Int)
  }

  /// The score is ``scoreNumerator``/``scoreDenominator``, in lowest terms.
  public let scoreNumerator: Int
  /// The denominator of the score, 1 or more.
  public let scoreDenominator: Int
  /// The level of the score.
  public let level: Level
  /// What is missing for a score of 100, as far as it is worth anything.
  public let missing: [Shortfall]
}

extension Strength.Level: Comparable {
  /// Whether the left level is weaker.
  public static func < (left: Self, right: Self) -> Bool { left.minimumScore < right.minimumScore }
}

extension Strength: CustomStringConvertible {
  /// The score to hundredths, as in ``scoreText``, and the level: `62.50 (Average)`.
  public var description: String {
    "\(scoreText) (\(level.rawValue))"
  }

  /// The score rounded to hundredths, such as `66.67`; halves are rounded up.
  ///
  /// A score that has not reached a level is never rounded up to it: one just below 75 is `74.99`,
  /// and only 100 is `100.00`.
  public var scoreText: String {
    let hundredths = roundedHundredths
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}

extension Strength {
  /// A hundred times the score, rounded as in ``scoreText``.
  package var roundedHundredths: Int {
    let (down, rest) = (scoreNumerator * 100).quotientAndRemainder(dividingBy: scoreDenominator)
    guard rest >= scoreDenominator - rest else { return down }
    let isLevel = Level.allCases.contains { $0.minimumScore * 100 == down + 1 }
    return isLevel ? down : down + 1
  }
}

extension Strength.Shortfall: CustomStringConvertible {
  /// What to add, such as `2 more digits`.
  public var description: String {
    func more(_ count: Int, _ group: CharacterGroup) -> String {
      "\(count) more \(group.name(count: count))"
    }
    return switch self {
    case .length(let count): "\(count) more \("character".plural(for: count))"
    case .digits(let count): more(count, .digits)
    case .lowercase(let count): more(count, .lowercase)
    case .uppercase(let count): more(count, .uppercase)
    case .letters: "a letter"
    case .symbols(let count): more(count, .symbols)
    }
  }
}

extension Strength: Encodable {
  private enum CodingKeys: String, CodingKey {
    case score, scoreNumerator, scoreDenominator, level, missing
  }

  /// Encodes the score as text and as a fraction, the level, and what is missing as sentences.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(scoreText, forKey: .score)
    try container.encode(scoreNumerator, forKey: .scoreNumerator)
    try container.encode(scoreDenominator, forKey: .scoreDenominator)
    try container.encode(level, forKey: .level)
    try container.encode(missing.map(\.description), forKey: .missing)
  }
}
