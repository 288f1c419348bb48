internal import CharacterSets

/// The rules on length and characters for ASCII passwords of up to 64 bytes, as tables; rules on
/// sets (``SetCheck``) are not included.
///
/// One pass over a password suffices. Each character adds a word of eight one-byte counters, and
/// one bit for whether it repeats or follows the previous character. All minimums then take one
/// addition and one mask, all maximums one subtraction and one mask, and runs and sequences are
/// searched only where enough of those bits are adjacent.
final class ShortCheck: Sendable {
  enum Verdict {
    case complies
    case breaks
    /// The table cannot decide: the password is empty, long or not ASCII.
    case unknown
  }

  static let maximumBytes = 64

  /// The counters, one byte each, from the lowest.
  private enum Lane: Int {
    case lowercase, uppercase, digits, symbols, letters, disallowed, separators, notASCII

    var one: UInt64 { 1 << UInt64(8 * rawValue) }
    static func of(_ group: CharacterGroup) -> Lane {
      switch group {
      case .lowercase: .lowercase
      case .uppercase: .uppercase
      case .digits: .digits
      case .symbols: .symbols
      case .letters: .letters
      }
    }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080
  private static let types: UInt64 = 0x7F7F_7F7F

  /// 256 counter words, then 128 pairs of words: the characters that repeat or follow each
  /// character.
  private let table: FixedTable<UInt64>
  private let lengths: ClosedRange<Int>
  /// 128 − minimum in each counter: adding a count carries into the high bit from the minimum on.
  private let minimums: UInt64
  /// 128 + maximum in each counter: subtracting a count keeps the high bit up to the maximum.
  private let maximums: UInt64
  private let minTypes: Int
  /// The counters that the first and the last character must add to; 0 for no such rule.
  private let first: UInt64
  private let last: UInt64
  /// The number of adjacent bits that make a run or sequence possible; `nil` for no such rules.
  private let links: Int?
  private let maxRun: Int
  private let maxSequence: Int
  /// The position by code and the position by key of each ASCII character.
  private let places: FixedTable<Int32>
  private let strength: (rule: StrengthRule, level: Strength.Level)?

  init(_ policy: Policy, kinds: KindTable) {
    table = FixedTable(Self.counterWords(kinds) + Self.linkWords(policy, kinds: kinds))
    let least = policy.length.min ?? 0
    lengths = least...max(least, policy.length.max ?? Int.max)
    var minimums = Self.highBits
    var maximums = Self.highBits | 0x7F7F_7F7F_7F7F_7F7F
    maximums &= ~(Lane.disallowed.one * 0x7F)
    for group in CharacterGroup.allCases {
      let lane = Lane.of(group)
      // More than 64 of anything cannot occur here, so 127 stands for every larger number.
      let bounds = policy.characters[group]
      minimums -= lane.one * UInt64(min(bounds.min ?? 0, 127))
      maximums -= lane.one * UInt64(127 - min(bounds.max ?? 127, 127))
    }
    self.minimums = minimums
    self.maximums = maximums
    minTypes = policy.minCharacterTypes ?? 0
    first = policy.first.map { Lane.of($0).one } ?? 0
    last = policy.last.map { Lane.of($0).one } ?? 0
    links = [policy.maxRepeatedRun, policy.maxSequence].compactMap(\.self).min()
    maxRun = policy.maxRepeatedRun ?? Int.max
    maxSequence = policy.maxSequence ?? Int.max
    places = FixedTable(
      (0..<128).flatMap { value in
        let scalar = Unicode.Scalar(UInt8(value))
        let place = SequencePlace(scalar, kinds: kinds[scalar])
        return [Int32(place.code), Int32(place.key)]
      })
    strength =
      if let rule = policy.strength, rule.mandatory, let level = rule.compliance {
        (rule, level)
      } else { nil }
  }

  private static func counterWords(_ kinds: KindTable) -> [UInt64] {
    (0..<256).map { value in
      guard value < 128 else { return Lane.notASCII.one }
      let kinds = kinds[Unicode.Scalar(UInt8(value))]
      var word: UInt64 = 0
      for group in CharacterGroup.allCases where kinds.contains(.of(group)) {
        word += Lane.of(group).one
      }
      if kinds.contains(.disallowed) { word += Lane.disallowed.one }
      if value == UInt8(ascii: ",") || value == UInt8(ascii: " ") { word += Lane.separators.one }
      return word
    }
  }

  private static func linkWords(_ policy: Policy, kinds: KindTable) -> [UInt64] {
    let scalars = (0..<128).map { Unicode.Scalar(UInt8($0)) }
    let places = scalars.map { SequencePlace($0, kinds: kinds[$0]) }
    var words = [UInt64](repeating: 0, count: 256)
    for (from, to) in (0..<128 * 128).lazy.map({ ($0 / 128, $0 % 128) }) {
      let follows = places[from].isFollowed(by: places[to])
      let isLinked =
        policy.maxRepeatedRun != nil && from == to
        || policy.maxSequence != nil && (follows.0 || follows.1 || follows.2 || follows.3)
      if isLinked { words[2 * from + to / 64] |= 1 << UInt64(to % 64) }
    }
    return words
  }

  /// Checks a password.
  ///
  /// - Complexity: O(*n*), where *n* is its length in bytes. Allocates nothing.
  func verdict(_ password: UnsafeBufferPointer<UInt8>) -> Verdict {
    let count = password.count
    guard count > 0, count <= Self.maximumBytes else { return .unknown }
    let words = unsafe table.start
    let bytes = unsafe password.baseAddress.unsafelyUnwrapped
    let firstWord = unsafe words[Int(bytes[0])]
    var lastWord = firstWord
    var counters = firstWord
    var links: UInt64 = 0
    if self.links == nil {
      for position in 1..<count {
        lastWord = unsafe words[Int(bytes[position])]
        counters &+= lastWord
      }
    } else {
      var previous = unsafe Int(bytes[0])
      for position in 1..<count {
        let byte = unsafe Int(bytes[position])
        lastWord = unsafe words[byte]
        counters &+= lastWord
        // Where a byte is not ASCII the bit is meaningless, and is ignored.
        let followers = unsafe words[256 &+ 2 &* (previous & 127) &+ (byte &>> 6 & 1)]
        links = links &<< 1 | (followers &>> UInt64(truncatingIfNeeded: byte)) & 1
        previous = byte
      }
    }
    if counters & (Lane.notASCII.one &* 0xFF) != 0 { return .unknown }
    guard lengths.contains(count), satisfiesCounts(counters),
      first == 0 || firstWord & first != 0, last == 0 || lastWord & last != 0
    else { return .breaks }
    if let strength, !strength.rule.reaches(strength.level, Self.counts(counters, length: count)) {
      return .breaks
    }
    if mayLink(links), unsafe hasRunOrSequence(password) { return .breaks }
    return .complies
  }

  /// Whether ASCII text contains a run or sequence that is too long.
  private func hasRunOrSequence(_ password: UnsafeBufferPointer<UInt8>) -> Bool {
    let places = unsafe places.start
    var run = 1
    var codeUp = 1
    var codeDown = 1
    var keyUp = 1
    var keyDown = 1
    var longestRun = 1
    var longestSequence = 1
    for position in 1..<max(1, password.count) {
      let from = unsafe Int(password[position &- 1])
      let to = unsafe Int(password[position])
      run = from == to ? run &+ 1 : 1
      let code = unsafe places[2 &* to] &- places[2 &* from]
      let key = unsafe places[2 &* to &+ 1] &- places[2 &* from &+ 1]
      codeUp = code == 1 ? codeUp &+ 1 : 1
      codeDown = code == -1 ? codeDown &+ 1 : 1
      keyUp = key == 1 ? keyUp &+ 1 : 1
      keyDown = key == -1 ? keyDown &+ 1 : 1
      longestRun = max(longestRun, run)
      longestSequence = max(longestSequence, max(codeUp, codeDown), max(keyUp, keyDown))
    }
    return longestRun > maxRun || longestSequence > maxSequence
  }

  @inline(__always)
  private func satisfiesCounts(_ counters: UInt64) -> Bool {
    let above = (minimums &+ counters) & Self.highBits
    let below = (maximums &- counters) & Self.highBits
    guard above & below == Self.highBits else { return false }
    guard minTypes > 0 else { return true }
    let present = ((counters & Self.types) &+ Self.types) & Self.highBits
    return present.nonzeroBitCount >= minTypes
  }

  /// Whether enough bits are adjacent.
  @inline(__always)
  private func mayLink(_ bits: UInt64) -> Bool {
    guard let links else { return false }
    var rest = bits
    for _ in 1..<max(1, min(links, 64)) {
      if rest == 0 { return false }
      rest &= rest >> 1
    }
    return rest != 0
  }

  private static func counts(_ counters: UInt64, length: Int) -> StrengthCounts {
    func count(_ lane: Lane) -> Int { Int(counters >> UInt64(8 * lane.rawValue) & 0xFF) }
    return StrengthCounts(
      length: length, digits: count(.digits), lowercase: count(.lowercase),
      uppercase: count(.uppercase),
      separators: count(.separators))
  }
}
