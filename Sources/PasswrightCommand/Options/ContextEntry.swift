import ArgumentParserWithoutFoundation
import Passwright

/// The value of `--context`: one fact about the owner of a password.
struct ContextEntry: Equatable {
  enum Key: String, CaseIterable {
    case user, name, email
  }

  let key: Key
  let value: String

  init(argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let key = Key(rawValue: String(parts[0])) else {
      throw ValidationError("write \(Key.allCases.map { "\($0)=…" }.joined(separator: ", "))")
    }
    guard !parts[1].isEmpty else {
      throw ValidationError("the value after = is empty; leave the option out")
    }
    if let problem = argument.repairProblem { throw ValidationError(problem) }
    self.key = key
    value = String(parts[1])
  }

  /// Keys that are given more than once.
  static func usageProblems(_ entries: [ContextEntry]) -> [String] {
    Key.allCases.filter { key in entries.count { $0.key == key } > 1 }.map {
      "--context \($0)=… is given more than once; keep one"
    }
  }
}

extension PolicyContext {
  /// The context of all entries; `nil` without any.
  init?(_ entries: [ContextEntry]) {
    guard !entries.isEmpty else { return nil }
    func value(_ key: ContextEntry.Key) -> String? { entries.first { $0.key == key }?.value }
    self.init(userName: value(.user), displayName: value(.name), email: value(.email))
  }

  /// The context of an account's identifier and further names.
  init(account: AccountID, names: [String] = []) {
    let email = ([account.text] + names).first { $0.contains("@") }
    self.init(
      userName: account.text == email ? nil : account.text,
      // A tab ends a part.
      displayName: names.filter { $0 != email }.joined(separator: "\t"), email: email)
  }
}
