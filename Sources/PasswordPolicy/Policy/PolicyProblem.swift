public import Patterns
internal import TextTools

/// One thing that is wrong with a policy.
///
/// A path such as `$.length.min` locates it in the JSON; lines are counted from 1.
@nonexhaustive
public enum PolicyProblem: Hashable, Sendable {
  /// The text is not JSON.
  case syntax(line: Int, column: Int, reason: String)
  /// A key is unknown; the known ones are given.
  case unknownKey(path: String, known: [String])
  /// A key occurs twice in one object.
  case duplicateKey(path: String)
  /// A value is of the wrong type.
  case wrongType(path: String, expected: String, found: String)
  /// A number is out of range.
  case outOfRange(path: String, value: Int, range: ClosedRange<Int>)
  /// A string is not one of the known values.
  case unknownValue(path: String, known: [String])
  /// The number of weights of strength is not 4.
  case weightsCount(path: String, count: Int)
  /// The weights of strength do not total 100.
  case weightsTotal(path: String, total: Int)
  /// The minimum is above the maximum.
  case minAboveMax(path: String, min: Int, max: Int)
  /// No password can meet these rules, for this reason.
  case contradiction(paths: [String], reason: String)
  /// No single policy can have these rules of two policies, for this reason.
  case inexpressible(path: String, reason: String)
  /// A value means nothing by itself, for this reason.
  case incomplete(path: String, reason: String)
  /// A bad word is empty, and would be part of every password.
  case emptyWord(path: String)
  /// A file cannot be read, for the reason that the system reports.
  case unreadableFile(path: String, file: String, reason: String)
  /// A line of a word file is wrong.
  case word(file: String, line: Int, reason: String)
  /// A pattern is wrong, or all patterns together are too large.
  case pattern(PatternProblem)
  /// A number of further problems are not listed.
  case more(place: String, count: Int)
}

extension PolicyProblem: CustomStringConvertible {
  /// Where the problem is, what is wrong, and what to do.
  public var description: String {
    switch self {
    case .syntax(let line, let column, let reason):
      "line \(line), column \(column): not JSON: \(reason)"
    case .unknownKey(let path, let known):
      "\(path): no such key; known keys: \(known.joined(separator: ", "))"
    case .duplicateKey(let path):
      "\(path): the key occurs twice; remove one"
    case .wrongType(let path, let expected, let found):
      "\(path): \(found); use \(expected)"
    case .outOfRange(let path, let value, let range):
      "\(path): \(value) is out of range; use \(range.lowerBound) to \(range.upperBound)"
    case .unknownValue(let path, let known):
      "\(path): no such value; use \(known.map { "“\($0)”" }.joined(separator: ", "))"
    case .weightsCount(let path, let count):
      "\(path): \(count.counted("number")); use 4: for length, digits, letter case and symbols"
    case .weightsTotal(let path, let total):
      "\(path): the weights total \(total); make them total 100"
    case .minAboveMax(let path, let min, let max):
      "\(path): the minimum \(min) is above the maximum \(max); change one"
    case .contradiction(let paths, let reason):
      "\(paths.joined(separator: ", ")): no password can comply: \(reason)"
    case .inexpressible(let path, let reason):
      "\(path): no single policy can say both: \(reason)"
    case .incomplete(let path, let reason):
      "\(path): \(reason)"
    case .emptyWord(let path):
      "\(path): the word is empty; remove it"
    case .unreadableFile(let path, let file, let reason):
      "\(path): “\(file)” cannot be read: \(reason)"
    case .word(let file, let line, let reason):
      "\(file):\(line): \(reason)"
    case .pattern(let problem):
      problem.description
    case .more(let place, let count):
      "\(place): and \(count) more \("problem".plural(for: count))"
    }
  }
}

/// Everything that is wrong with a policy.
public struct PolicyError: Error, Hashable, Sendable {
  /// The problems, one or more.
  public let problems: [PolicyProblem]
  /// The rules that contradict each other, as far as the policy could be read.
  public let contradictoryRules: [Rule]

  /// Makes an error of problems.
  public init(problems: [PolicyProblem]) {
    self.problems = problems
    contradictoryRules = []
  }

  /// Makes an error of the problems of a policy.
  init(problems: [PolicyProblem], of policy: Policy) {
    self.problems = problems
    contradictoryRules = policy.contradictoryRules
  }
}

extension PolicyError: CustomStringConvertible {
  /// One problem per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
