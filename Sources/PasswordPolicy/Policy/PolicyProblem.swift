public import Patterns

/// One thing that is wrong with a policy.
///
/// A path such as `$.length.min` says where in the JSON it is; lines are counted from 1.
public enum PolicyProblem: Hashable, Sendable {
  /// The text is not JSON.
  case syntax(line: Int, column: Int, reason: String)
  /// No such key is known; these are.
  case unknownKey(path: String, known: [String])
  /// A key occurs twice in one object.
  case duplicateKey(path: String)
  /// A value is of the wrong type.
  case wrongType(path: String, expected: String, found: String)
  /// A number is out of range.
  case outOfRange(path: String, value: Int, range: ClosedRange<Int>)
  /// A string is none of those that are known.
  case unknownValue(path: String, known: [String])
  /// The weights of strength are not 4 numbers.
  case weightsCount(path: String, count: Int)
  /// The weights of strength do not total 100.
  case weightsTotal(path: String, total: Int)
  /// The least number is above the greatest.
  case minAboveMax(path: String, min: Int, max: Int)
  /// Rules that no password can satisfy, for this reason.
  case contradiction(paths: [String], reason: String)
  /// Rules of two policies that no one policy has together, for this reason.
  case inexpressible(path: String, reason: String)
  /// A value that means nothing by itself, and why.
  case incomplete(path: String, reason: String)
  /// A bad word is empty, so that it would be part of every password.
  case emptyWord(path: String)
  /// A file cannot be read, for the reason that the system gives.
  case unreadableFile(path: String, file: String, reason: String)
  /// A line of a word file is wrong.
  case word(file: String, line: Int, reason: String)
  /// A pattern is wrong, or all together are too big.
  case pattern(PatternProblem)
  /// So many further problems are not listed.
  case more(place: String, count: Int)
}

extension PolicyProblem: CustomStringConvertible {
  /// Where it is wrong, what is wrong, and what to do.
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
      "\(path): \(count) \(count == 1 ? "number" : "numbers"); use 4: for length, digits, letter case and symbols"
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
      "\(place): and \(count) more \(count == 1 ? "problem" : "problems")"
    }
  }
}

/// Everything that is wrong with a policy.
public struct PolicyError: Error, Hashable, Sendable {
  /// The problems, at least one.
  public let problems: [PolicyProblem]
  /// The rules that contradict each other, as far as the policy could be read.
  public let contradictoryRules: [Rule]

  /// Gathers problems.
  public init(problems: [PolicyProblem]) {
    self.problems = problems
    contradictoryRules = []
  }

  /// Gathers the problems of a policy.
  init(problems: [PolicyProblem], of policy: Policy) {
    self.problems = problems
    contradictoryRules = policy.contradictoryRules
  }
}

extension PolicyError: CustomStringConvertible {
  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
