internal import TextTools

/// One thing that is wrong with a set of patterns.
@nonexhaustive
public enum PatternProblem: Hashable, Sendable {
  /// The package is built without its trait `RE2`, and matches no regular expressions.
  case unavailable(Pattern.Origin)
  /// RE2 rejects the pattern, for this reason.
  case refused(Pattern.Origin, reason: String)
  /// RE2 rejects the pattern, for this reason: it has syntax of another engine, which can be
  /// replaced as advised.
  case foreign(Pattern.Origin, reason: String, advice: String)
  /// The pattern is empty, and would match every text.
  case empty(Pattern.Origin)
  /// The pattern is longer than ``Pattern/maximumBytes``.
  case tooLong(Pattern.Origin)
  /// The line is not UTF-8.
  case notUTF8(Pattern.Origin)
  /// The file is not UTF-8 text at all, for this reason.
  case unreadable(Pattern.Origin, reason: String)
  /// This many patterns together do not fit into the memory budget.
  case overBudget(patterns: Int, bytes: Int)
  /// This many patterns together compile to more than ``PatternSet/maximumInstructions``; the last
  /// one is the first that is too many.
  case tooMuchWork(patterns: Int, last: Pattern.Origin)
  /// This many further problems are not listed; the first of them is given.
  case more(count: Int, first: Pattern.Origin)
}

extension PatternProblem: CustomStringConvertible {
  /// Where the problem is, what is wrong, and what to do.
  public var description: String {
    switch self {
    case .unavailable(let origin):
      "\(origin): this program is built without RE2 and matches no regular expressions; remove them, or build it with the trait RE2 of the package passwright"
    case .refused(let origin, let reason):
      "\(origin): \(reason); write regular expressions in RE2's syntax, without look-around or back-references"
    case .foreign(let origin, let reason, let advice):
      "\(origin): \(reason); \(advice)"
    case .empty(let origin):
      "\(origin): an empty regular expression matches every password; remove it"
    case .tooLong(let origin):
      "\(origin): a pattern of more than \(Pattern.maximumBytes) bytes; split it"
    case .notUTF8(let origin):
      "\(origin): not UTF-8; convert the file to UTF-8"
    case .unreadable(let origin, let reason):
      "\(origin): \(reason)"
    case .overBudget(let patterns, let bytes):
      "\(patterns) \(patterns == 1 ? "pattern does" : "patterns together do") not fit the memory budget of \(bytes) bytes; raise the budget, or use fewer patterns or smaller repetition counts"
    case .tooMuchWork(let patterns, let last):
      "\(last): the patterns up to here, \(patterns), compile to more than \(PatternSet.maximumInstructions) instructions, each of which can cost time at every byte of a password; use fewer patterns or smaller repetition counts"
    case .more(let count, let first):
      "\(first): and \(count) more \("problem".plural(for: count)) from here on"
    }
  }
}

/// Everything that is wrong with a set of patterns.
public struct PatternError: Error, Hashable, Sendable {
  /// The problems: one or more, and at most ``maximumReported`` before
  /// ``PatternProblem/more(count:first:)``.
  public let problems: [PatternProblem]

  /// The number of problems that are listed before the rest are only counted: 100.
  public static let maximumReported = 100

  /// Makes an error of problems.
  public init(problems: [PatternProblem]) {
    self.problems = problems
  }
}

extension PatternError: CustomStringConvertible {
  /// One problem per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

/// Collects problems, and only counts those past ``PatternError/maximumReported``.
struct PatternProblemList {
  private var listed: [PatternProblem] = []
  private var rest: (count: Int, first: Pattern.Origin)?

  mutating func append(_ problem: PatternProblem, at origin: Pattern.Origin) {
    if listed.count < PatternError.maximumReported {
      listed.append(problem)
    } else {
      rest = ((rest?.count ?? 0) + 1, rest?.first ?? origin)
    }
  }

  /// The listed problems, and the number of those that are not listed.
  var problems: [PatternProblem] {
    listed + (rest.map { [.more(count: $0.count, first: $0.first)] } ?? [])
  }
}
