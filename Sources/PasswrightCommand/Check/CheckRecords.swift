import Passwright

/// Records of a format, made without a string for each, which would take most of the time.
struct CheckRecords: Sendable {
  private let start: [UInt8]
  private let complies: [UInt8]
  private let fails: [UInt8]
  private let separator: [UInt8]
  private let beforeScore: [UInt8]
  private let unmeasured: [UInt8]
  private let detailSeparator: [UInt8]
  private let end: [UInt8]
  /// What follows the score, for each level from the lowest.
  private let levels: [[UInt8]]
  /// What each rule writes, in the order of ``CheckTally/rules``.
  private let violations: [[UInt8]]
  private let details: [[UInt8]]

  /// The records since they were last removed.
  private(set) var bytes: [UInt8] = []

  init(_ layout: CheckLayout, rules: [Rule]) {
    start = Array(layout.start.utf8)
    complies = Array(layout.complies.utf8)
    fails = Array(layout.fails.utf8)
    separator = Array(layout.separator.utf8)
    beforeScore = Array(layout.beforeScore.utf8)
    unmeasured = Array(layout.unmeasured.utf8)
    detailSeparator = Array(layout.detailSeparator.utf8)
    end = Array(layout.end.utf8)
    levels = Strength.Level.allCases.sorted().map {
      Array((layout.beforeLevel + $0.rawValue + layout.afterLevel).utf8)
    }
    violations = rules.map { Array(layout.violation($0).utf8) }
    details = rules.map { Array(layout.detail($0).utf8) }
  }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Appends the record of a line that complies.
  mutating func append(line: Int, strength: Strength?) {
    bytes.append(contentsOf: start)
    append(line)
    bytes.append(contentsOf: complies)
    append(strength)
    bytes.append(contentsOf: end)
  }

  /// Appends the record of a line that breaks the rules at the given places.
  mutating func append(line: Int, breaking rules: [Int], strength: Strength?) {
    bytes.append(contentsOf: start)
    append(line)
    bytes.append(contentsOf: fails)
    append(rules, of: violations, separator)
    append(strength)
    append(rules, of: details, detailSeparator)
    bytes.append(contentsOf: end)
  }

  private mutating func append(_ rules: [Int], of texts: [[UInt8]], _ separator: [UInt8]) {
    for (position, rule) in rules.enumerated() {
      if position > 0 { bytes.append(contentsOf: separator) }
      bytes.append(contentsOf: texts[rule])
    }
  }

  /// Appends the score to hundredths, as in ``Strength/scoreText``, and the level.
  private mutating func append(_ strength: Strength?) {
    guard let strength else {
      bytes.append(contentsOf: unmeasured)
      return
    }
    bytes.append(contentsOf: beforeScore)
    let hundredths = strength.roundedHundredths
    append(hundredths / 100)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(hundredths % 10))
    // Levels begin at 0, 25, 50, 75 and 100.
    bytes.append(contentsOf: levels[strength.level.minimumScore / 25])
  }

  private mutating func append(_ number: Int) {
    var width = 1
    var bound = 10
    while number >= bound {
      width += 1
      bound *= 10
    }
    bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: width))
    var rest = number
    for position in 1...width {
      bytes[bytes.count - position] += UInt8(rest % 10)
      rest /= 10
    }
  }
}
