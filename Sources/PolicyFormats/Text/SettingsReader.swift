internal import PasswordPolicy
internal import TextTools

/// Reads the members of a JSON object of settings, and collects what is wrong with them.
///
/// A member that is `null` counts as absent.
struct SettingsReader {
  private(set) var problems: [FormatProblem] = []
  private var parent = "$"
  private var members: [(key: String, path: String, value: JSON)] = []
  private var known: Set<String> = []

  /// Reads the text of an object, or of an array with one object in it, as APIs return lists.
  init(_ json: [UInt8]) {
    let value: JSON
    do {
      value = try JSON(keepingRepeatedKeysOf: json)
    } catch {
      self.init(
        problems: error.problems.map {
          .text(line: $0.line, column: $0.column, reason: "not JSON: \($0.reason)")
        })
      return
    }
    guard case .array(let elements) = value else {
      self.init(path: "$", value)
      return
    }
    if elements.count == 1 {
      self.init(path: "$", elements[0])
    } else {
      let reason = "an array of \(elements.count) values; \(Self.advice(elements))"
      self.init(problems: [.value(path: "$", reason: reason)])
    }
  }

  private init(problems: [FormatProblem]) { self.problems = problems }

  /// Returns what to do about an array of several objects: the names to choose from.
  private static func advice(_ elements: [JSON]) -> String {
    let names = elements.compactMap { element -> String? in
      guard case .string(let name)? = element["name"] else { return nil }
      return name.quoted
    }
    let maximum = 10
    let listed = names.prefix(maximum).joined(separator: ", ")
    let ending = names.count > maximum ? " and \(names.count - maximum) more" : ""
    return names.isEmpty ? "give one object" : "give one of them: \(listed)\(ending)"
  }

  /// Reads an object that is part of a document.
  init(path parent: String, _ value: JSON) {
    self.parent = parent
    guard case .object(let members) = value else {
      report(parent, "\(value.kind); use an object")
      return
    }
    var seen: Set<String> = []
    for member in members {
      let path = JSON.path(parent, key: member.key)
      guard seen.insert(member.key).inserted else {
        report(path, "the key occurs twice; remove one")
        continue
      }
      self.members.append((member.key, path, member.value))
    }
  }

  /// Reports a problem with the value at a path.
  mutating func report(_ path: String, _ reason: String) {
    guard problems.count < FormatError.maximumReported else { return }
    problems.append(.value(path: path, reason: reason))
  }

  /// Adds the problems of a part of the document.
  mutating func take(problemsOf part: SettingsReader) {
    problems += part.problems.prefix(FormatError.maximumReported - problems.count)
  }

  /// Returns the value of a key, which is known from now on.
  private mutating func value(_ key: String) -> (path: String, value: JSON)? {
    known.insert(key)
    return members.first { $0.key == key && $0.value != .null }.map { ($0.path, $0.value) }
  }

  /// The paths of the keys that were never read.
  var unknownPaths: [String] { members.filter { !known.contains($0.key) }.map(\.path) }

  /// Marks keys as known that are ignored.
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

  /// Returns the elements of an array, each with its path; for any other value, that value alone.
  mutating func elements(_ key: String) -> [(path: String, value: JSON)] {
    guard let (path, value) = value(key) else { return [] }
    guard case .array(let elements) = value else { return [(path, value)] }
    return elements.enumerated().map { ("\(path)[\($0)]", $1) }
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
    guard let string = string(key) else { return nil }
    if let choice = Choice(rawValue: string) { return choice }
    let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
    report(JSON.path(parent, key: key), "no such value: \(string.quoted); use \(known)")
    return nil
  }
}
