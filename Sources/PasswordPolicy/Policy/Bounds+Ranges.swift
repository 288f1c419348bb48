/// A range of numbers of characters: `12...64`, `12...`, `...64` or ``Bounds``.
public protocol CountRange: Sendable {
  /// The range as bounds.
  var bounds: Bounds { get }
}

extension Bounds: CountRange {
  /// The bounds themselves.
  public var bounds: Bounds { self }
}

extension ClosedRange<Int>: CountRange {
  /// The range as bounds.
  public var bounds: Bounds { Bounds(min: lowerBound, max: upperBound) }
}

extension PartialRangeFrom<Int>: CountRange {
  /// The range as bounds: a minimum.
  public var bounds: Bounds { Bounds(min: lowerBound) }
}

extension PartialRangeThrough<Int>: CountRange {
  /// The range as bounds: a maximum.
  public var bounds: Bounds { Bounds(max: upperBound) }
}

extension Policy {
  /// Makes a policy of the rules that are most common.
  ///
  /// ```swift
  /// let policy = Policy(length: 12...64, digits: 1..., maxRepeatedRun: 2)
  /// ```
  /// - Parameters:
  ///   - length: how many characters a password has.
  ///   - lowercase: how many lowercase letters.
  ///   - uppercase: how many uppercase letters.
  ///   - digits: how many digits.
  ///   - symbols: how many symbols.
  ///   - letters: how many letters of any case or none.
  ///   - minCharacterTypes: the minimum number of the four kinds.
  ///   - maxRepeatedRun: how many times in a row the same character may stand.
  ///   - maxSequence: how long a sequence may be.
  public init(
    length: any CountRange, lowercase: any CountRange = Bounds(),
    uppercase: any CountRange = Bounds(),
    digits: any CountRange = Bounds(), symbols: any CountRange = Bounds(),
    letters: any CountRange = Bounds(), minCharacterTypes: Int? = nil,
    maxRepeatedRun: Int? = nil, maxSequence: Int? = nil
  ) {
    self.length = length.bounds
    characters.lowercase = lowercase.bounds
    characters.uppercase = uppercase.bounds
    characters.digits = digits.bounds
    characters.symbols = symbols.bounds
    characters.letters = letters.bounds
    self.minCharacterTypes = minCharacterTypes
    self.maxRepeatedRun = maxRepeatedRun
    self.maxSequence = maxSequence
  }
}
