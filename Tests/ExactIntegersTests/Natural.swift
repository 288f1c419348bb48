import BigInt
import ExactIntegers
import _TestSupport

/// A number of both libraries.
struct Natural: CustomStringConvertible {
  let number: TestedInteger
  let oracle: OracleInteger

  init(_ words: [UInt64]) {
    number = TestedInteger(words: words)
    oracle = OracleInteger(words: words.map { UInt($0) })
  }

  var description: String { oracle.description }

  /// Returns a number of at most a given number of words, many of which begin and end carries.
  static func random(maximumWords: Int, using random: inout SeededByteSource) -> Natural {
    let count = Int(random.next() % UInt64(maximumWords + 1))
    return Natural(
      (0..<count).map { _ in
        switch random.next() % 6 {
        case 0: 0
        case 1: UInt64.max
        case 2: 1
        case 3: 1 << 63
        default: random.next()
        }
      })
  }
}

extension TestedInteger {
  /// Whether it is a number of the oracle, word by word, and as a number made from its words.
  func isEqual(to oracle: OracleInteger) -> Bool {
    words == oracle.words.map { UInt64($0) } && self == TestedInteger(words: words)
  }
}
