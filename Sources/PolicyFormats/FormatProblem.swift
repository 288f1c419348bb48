public import PasswordGeneration
public import PasswordPolicy
public import Passwordstate

/// One thing that is wrong with a policy in a foreign format.
@nonexhaustive
public enum FormatProblem: Hashable, Sendable {
  /// There are more bytes than the maximum.
  case tooLong(bytes: Int, limit: Int)
  /// Something is wrong at this place; lines and columns are counted from 1.
  case text(line: Int, column: Int, reason: String)
  /// The value at this path of a JSON document is wrong.
  case value(path: String, reason: String)
  /// The policy is in this package's own format, and invalid.
  case policy(PolicyProblem)
  /// A query of Passwordstate is invalid.
  case query(QueryProblem)
  /// A query of Passwordstate asks for passwords that cannot be drawn.
  case recipe(RecipeProblem)
}

extension FormatProblem: CustomStringConvertible {
  /// Where the problem is, what is wrong, and what to do.
  public var description: String {
    switch self {
    case .tooLong(let bytes, let limit):
      "\(bytes) bytes are too many; use at most \(limit)"
    case .text(let line, let column, let reason): "line \(line), column \(column): \(reason)"
    case .value(let path, let reason): "\(path): \(reason)"
    case .policy(let problem): problem.description
    case .query(let problem): problem.description
    case .recipe(let problem):
      [problem.description, problem.queryAdvice].compactMap(\.self).joined(separator: "; ")
    }
  }
}

/// Everything that is wrong with a policy in some format.
public struct FormatError: Error, Hashable, Sendable {
  /// The maximum number of problems that are listed; the rest are left out: 100.
  public static let maximumReported = 100

  /// The problems, one or more.
  public let problems: [FormatProblem]

  /// Makes an error of problems.
  public init(problems: [FormatProblem]) {
    self.problems = problems
  }
}

extension FormatError: CustomStringConvertible {
  /// One problem per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
