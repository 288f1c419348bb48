import Passwright
import Platform
import SecretMemory

/// Why the command stops before it is done.
enum CommandFailure: Error {
  /// The reader of the output has gone: no error.
  case closedPipe
  /// A password does not comply, a policy has warnings, or a conversion loses rules.
  case notCompliant([String])
  /// A file, a pipe or the source of randomness failed.
  case operational([String])
  /// The recipe or policy cannot be met.
  case recipe([String])
  /// No password can comply with these rules of a policy.
  case contradiction([Rule], lines: [String])
  /// No password of the recipe can comply with the policy; the advice names an option that helps.
  case conflict(PolicyConflict, advice: String?)
  /// The command line, a query, a policy or a word list is wrong.
  case usage([String])
  /// The command line names no subcommand; the help lists them.
  case noSubcommand(help: String)

  /// The system passed no arguments, not even the program name.
  static let noArguments = CommandFailure.operational([
    "no arguments, not even the program name; start the program from a shell"
  ])

  /// The prefix of each line of an error.
  static let linePrefix = "passwright: error: "

  /// The exit status; the manual lists them.
  var status: Int32 {
    switch self {
    case .closedPipe: 0
    case .notCompliant: 1
    case .operational: 2
    case .recipe, .contradiction, .conflict: 3
    case .usage, .noSubcommand: 64
    }
  }

  /// What is wrong and what to do, one problem per line; never a password.
  var lines: [String] {
    switch self {
    case .closedPipe: []
    case .notCompliant(let lines), .operational(let lines), .recipe(let lines),
      .contradiction(_, let lines), .usage(let lines):
      lines
    case .conflict(let conflict, let advice):
      [conflict.description + (advice.map { "; \($0)" } ?? "")]
    case .noSubcommand: ["a subcommand is missing"]
    }
  }

  /// Prints the lines and ends the process.
  func exit() -> Never {
    for line in lines { StandardError.print(Self.linePrefix + line) }
    if case .noSubcommand(let help) = self { StandardError.print("\n" + help) }
    Platform.exit(status)
  }
}

extension CommandFailure {
  /// A failed write to an output of this name.
  static func output(_ error: SystemError, name: String) -> CommandFailure {
    if error.isBrokenPipe { return .closedPipe }
    return .operational([
      "cannot write \(name): \(error.reason); free some space or write elsewhere"
    ])
  }

  /// A failed write of a password that is already in a history.
  static func lostPassword(_ error: SystemError, name: String) -> CommandFailure {
    .operational([
      """
      cannot write \(name): \(error.reason); the password is in the history but was not handed \
      out; generate another
      """
    ])
  }

  /// A new file whose name is taken.
  static func nameTaken(_ name: String) -> CommandFailure {
    .operational(["\(name) exists; name another file, or replace it with --force"])
  }

  /// A file that cannot be created.
  static func cannotCreate(_ name: String, _ error: SystemError) -> CommandFailure {
    let hint =
      error.isNoSuchFile ? "create its directory first" : "name a file in a writable directory"
    return .operational(["cannot create \(name): \(error.reason); \(hint)"])
  }

  /// Memory for secrets that cannot be allocated.
  static func memory(_ error: SecretMemoryError) -> CommandFailure {
    .operational([error.description])
  }

  /// What a generator that writes to an output of this name has thrown.
  static func generation(_ error: GeneratorError, name: String) -> CommandFailure {
    switch error {
    case .recipe(let error): .recipe(error.problems.map(\.description))
    case .source(let error): .operational([error.description])
    case .output(let error): .output(error, name: name)
    }
  }

  /// What a generator of new passwords that writes to an output of this name has thrown.
  static func compliance(_ error: ComplianceError, name: String) -> CommandFailure {
    switch error {
    case .drawing(let error): .drawing(error, name: name)
    case .history(let error): .history(error)
    }
  }

  /// What a generator of compliant passwords that writes to an output of this name has thrown.
  static func drawing(_ error: DrawingError, name: String) -> CommandFailure {
    switch error {
    case .impossible(let conflict): .conflict(conflict, advice: nil)
    case .weak: .recipe([error.description])
    case .uncounted: .operational([error.description])
    case .exhausted: .notCompliant(["\(error.description) (--compliance-retries)"])
    case .generator(let error): .generation(error, name: name)
    }
  }
}
