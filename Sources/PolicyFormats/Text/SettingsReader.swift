internal import PasswordPolicy

/// Reads the members of a JSON object that holds settings, and gathers what is wrong with them.
///
/// A member that is `null` is as one that is not there.
struct SettingsReader {
  private(set) var problems: [FormatProblem] = []
  private var members: [(key: String, path: String, value: JSONValue)] = []
  private var known: Set<String> = []

  init(_ json: [UInt8]) {
    let value: JSONValue
    do {
      value = try JSONParser.parse(json)
    } catch {
      problems.append(
        .text(line: error.line, column: error.column, reason: "not JSON: \(error.reason)"))
      return
    }
    guard case .object(let members) = value else {
      report("$", "\(value.kind); use an object")
      return
    }
    var seen: Set<String> = []
    for member in members {
      let path = JSONValue.path("$", key: member.key)
      guard seen.insert(member.key).inserted else {
        report(path, "the key occurs twice; remove one")
        continue
      }
      self.members.append((member.key, path, member.value))
    }
  }

  private mutating func report(_ path: String, _ reason: String) {
    guard problems.count < FormatError.maximumReported else { return }
    problems.append(.value(path: path, reason: reason))
  }

  /// The value of a key, which is known from now on.
  private mutating func value(_ key: String) -> (path: String, value: JSONValue)? {
    known.insert(key)
    return members.first { $0.key == key && $0.value != .null }.map { ($0.path, $0.value) }
  }

  /// The paths of the keys that nothing has asked for.
  var unknownPaths: [String] { members.filter { !known.contains($0.key) }.map(\.path) }

  /// Makes keys known that are passed over.
  mutating func ignore(_ keys: [String]) { known.formUnion(keys) }

  mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let (path, value) = value(key) else { return nil }
    guard case .integer(let integer) = value else {
      report(path, "\(value.kind); use \(value.expectedInteger(in: range))")
      return nil
    }
    guard range.contains(integer) else {
      report(
        path, "\(integer) is out of range; use \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return integer
  }

  mutating func boolean(_ key: String) -> Bool? {
    guard let (path, value) = value(key) else { return nil }
    if case .boolean(let boolean) = value { return boolean }
    report(path, "\(value.kind); use true or false")
    return nil
  }

  mutating func string(_ key: String) -> String? {
    guard let (path, value) = value(key) else { return nil }
    if case .string(let string) = value { return string }
    report(path, "\(value.kind); use a string")
    return nil
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
    guard let string = string(key) else { return nil }
    if let choice = Choice(rawValue: string) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report("$.\(key)", "no such value: \(string.shown); use \(known)")
    return nil
  }
}
