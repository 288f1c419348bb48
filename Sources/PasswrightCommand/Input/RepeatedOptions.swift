/// Options with a value that are given more than once.
///
/// The argument parser takes the last value and ignores the others silently, so that a second
/// `--policy` would switch the first off. All options are checked here, in one place.
package enum RepeatedOptions {
  /// The options that take a value and are given once, each by all of its names.
  package static let single: [[String]] =
    [
      ["-n", "--count", "--qty"], ["-l", "--length"], ["-o", "--output"], ["-w", "--words"],
      ["-x", "--exclude"],
    ]
    + [
      "account", "accounts", "bracket-set", "compliance-retries", "first", "format", "from",
      "history", "history-key", "input", "keep", "last", "max-digits", "max-letters", "max-lower",
      "max-run", "max-sequence", "max-symbols", "max-upper", "max-word-length",
      "min-digits", "min-entropy", "min-letters", "min-lower", "min-symbols", "min-types",
      "min-upper", "pattern", "policy", "query", "separator", "symbol-set", "threads", "to",
      "word-placement", "wordlist",
    ].map { ["--\($0)"] }

  /// The options that can be repeated.
  package static let repeatable = ["--context", "--previous-history-key", "--rules", "--safe"]

  private static let namesOfName: [String: [String]] = Dictionary(
    uniqueKeysWithValues: (single + repeatable.map { [$0] }).flatMap { names in
      names.map { ($0, names) }
    })

  /// Looks for options that are given more than once.
  ///
  /// - Parameter arguments: a command line that the argument parser has taken.
  /// - Throws: ``CommandFailure/usage(_:)`` with one line for each.
  static func check(_ arguments: [String]) throws(CommandFailure) {
    let problems = problems(in: arguments)
    guard problems.isEmpty else { throw .usage(problems) }
  }

  /// What is wrong with a command line that the argument parser has accepted, one option per line.
  package static func problems(in arguments: [String]) -> [String] {
    var given: [(names: [String], spellings: [String])] = []
    var isValue = false
    for argument in arguments {
      if isValue {
        isValue = false
        continue
      }
      if argument == "--" { break }
      guard let (name, takesNext) = option(argument), let names = namesOfName[name] else {
        continue
      }
      isValue = takesNext
      if let place = given.firstIndex(where: { $0.names == names }) {
        given[place].spellings.append(name)
      } else {
        given.append((names, [name]))
      }
    }
    return given.filter { $0.spellings.count > 1 && !repeatable.contains($0.names[0]) }
      .map { problem($0.spellings) }
  }

  /// The option with a value that an argument names, and whether the value is the next argument.
  private static func option(_ argument: String) -> (name: String, takesNext: Bool)? {
    if argument.hasPrefix("--") {
      guard let end = argument.firstIndex(of: "=") else { return (argument, true) }
      return (String(argument[..<end]), false)
    }
    guard argument.hasPrefix("-") else { return nil }
    // Flags may stand before the option: -vn 5. What follows it is its value: -n5.
    for place in argument.indices.dropFirst() {
      let name = "-\(argument[place])"
      if namesOfName[name] != nil {
        return (name, argument.index(after: place) == argument.endIndex)
      }
    }
    return nil
  }

  private static func problem(_ spellings: [String]) -> String {
    var different: [String] = []
    for name in spellings where !different.contains(name) { different.append(name) }
    return different.count == 1
      ? "\(different[0]) is given more than once; keep one"
      : "\(different.joined(separator: ", ")) are the same option, given more than once; keep one"
  }
}
