public import PasswordGeneration
public import PasswordPolicy

/// One thing that is wrong with a policy in a format that is not this package's own.
public enum FormatProblem: Hashable, Sendable {
  /// There are more bytes than are read.
  case tooLong(bytes: Int, limit: Int)
  /// Something is wrong at this place; lines and columns are counted from 1.
  case text(line: Int, column: Int, reason: String)
  /// The value at this path of a JSON document is wrong.
  case value(path: String, reason: String)
  /// The policy is in this package's own format, and wrong.
  case policy(PolicyProblem)
  /// A query of Passwordstate is wrong.
  case query(QueryProblem)
  /// A query of Passwordstate asks for what cannot be drawn.
  case recipe(RecipeProblem)
}

extension FormatProblem: CustomStringConvertible {
  /// Where it is wrong, what is wrong, and what to do.
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
  /// How many problems are listed before the rest are left out: 100.
  public static let maximumReported = 100

  /// The problems, at least one.
  public let problems: [FormatProblem]

  /// Gathers problems.
  public init(problems: [FormatProblem]) {
    self.problems = problems
  }
}

extension FormatError: CustomStringConvertible {
  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
