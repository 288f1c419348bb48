import ArgumentParserWithoutFoundation
import Passwright
import Platform
import Synchronization
import TextTools

/// What `--policy` names: a file, a preset, or standard input.
struct PolicyReference: ExpressibleByArgument {
  /// The help that is the same for every command.
  static let help =
    "Use this policy: a JSON file, - for standard input, or a preset: \(presetNames)."

  static var presetNames: String { Policy.Preset.allCases.map(\.rawValue).joined(separator: ", ") }

  /// The largest policy that is read from standard input: 16 MiB.
  private static let maximumBytes = 16 << 20

  let name: String

  init(argument: String) { name = argument }

  /// What is read if the name is not that of a preset.
  var source: InputSource { InputSource(name) }

  /// Whether standard input is read for it.
  var isStandardInput: Bool { source.isStandardInput }

  /// What the policy is called in messages.
  var shownName: String { source.shownName }

  /// Reads and compiles the policy.
  ///
  /// A preset takes precedence over a file of its name; `./` names the file.
  ///
  /// - Throws: ``CommandFailure`` with every problem: status 2 for files that cannot be read, 64
  ///   for what is wrongly written, 3 for rules that contradict each other.
  func compile() throws(CommandFailure) -> CompiledPolicy {
    let input = isStandardInput ? try readStandardInput() : nil
    return try rethrowing(as: failure) { () throws(PolicyError) in
      if let input { return try CompiledPolicy(Policy(json: input)) }
      guard let preset = Policy.Preset(rawValue: name) else {
        return try CompiledPolicy(contentsOf: name)
      }
      return try CompiledPolicy(preset.policy)
    }
  }

  /// Reads the policy, adds rules, and compiles what comes out.
  ///
  /// - Parameter rules: makes the rules of what is read.
  /// - Returns: the policy with the rules.
  /// - Throws: what ``compile()`` throws, and status 64 for rules that no one policy has together.
  func compile(
    adding rules: (Policy) throws(PolicyError) -> Policy
  ) throws(CommandFailure) -> CompiledPolicy {
    let policy = try read()
    do {
      let isFile = !isStandardInput && Policy.Preset(rawValue: name) == nil
      return try CompiledPolicy(
        policy.adding(try rules(policy)),
        directory: isFile ? CompiledPolicy.directory(ofFile: name) : ".")
    } catch {
      throw .policy(
        error, lines: error.problems.map { "policy \(shownName) with the rule options: \($0)" })
    }
  }

  /// Reads the policy and not the files that it names.
  ///
  /// - Throws: what ``compile()`` throws.
  func read() throws(CommandFailure) -> Policy {
    let input = isStandardInput ? try readStandardInput() : nil
    return try rethrowing(as: failure) { () throws(PolicyError) in
      if let input { return try Policy(json: input) }
      if let preset = Policy.Preset(rawValue: name) { return preset.policy }
      return try Policy(contentsOf: name)
    }
  }

  /// What standard input held: it can be read once, but is needed twice.
  private static let standardInput = Mutex<[UInt8]?>(nil)

  private func readStandardInput() throws(CommandFailure) -> [UInt8] {
    if let bytes = Self.standardInput.withLock({ $0 }) { return bytes }
    do {
      let bytes = try source.read(limit: Self.maximumBytes)
      Self.standardInput.withLock { $0 = bytes }
      return bytes
    } catch {
      throw .operational(["cannot read the policy from standard input: \(error.reason)"])
    }
  }

  private func failure(_ error: PolicyError) -> CommandFailure {
    let hint =
      error.problems.contains { $0.isUnreadable(name) }
      ? "; name a file or one of \(Self.presetNames)" : ""
    return .policy(error, lines: error.problems.map { "policy \(shownName): \($0)\(hint)" })
  }
}

extension CommandFailure {
  /// What is wrong with a policy, as these lines.
  static func policy(_ error: PolicyError, lines: [String]) -> CommandFailure {
    if error.problems.contains(where: \.isUnreadableFile) { return .operational(lines) }
    return error.problems.allSatisfy(\.isContradiction)
      ? .contradiction(error.contradictoryRules, lines: lines) : .usage(lines)
  }
}

extension PolicyProblem {
  fileprivate var isUnreadableFile: Bool {
    if case .unreadableFile = self { true } else { false }
  }

  /// Whether this very file cannot be read.
  fileprivate func isUnreadable(_ name: String) -> Bool {
    if case .unreadableFile(_, name, _) = self { true } else { false }
  }

  /// Whether the policy is well written and cannot be met.
  fileprivate var isContradiction: Bool {
    switch self {
    case .contradiction, .minAboveMax: true
    default: false
    }
  }
}
