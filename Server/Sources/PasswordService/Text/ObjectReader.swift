import TextTools

/// Reads an object of a document member by member and gathers all that is wrong with it.
///
/// A value of the wrong type is reported with its path, such as `$.lists[2].name`, and reads as if
/// it were absent. ``finish()`` reports members that nobody asked for.
struct ObjectReader {
  let path: String
  private let members: [String: JSON]
  private var asked: Set<String> = []
  private(set) var problems: [String] = []

  init(_ value: JSON, path: String) {
    self.path = path
    guard case .object(let members) = value else {
      self.members = [:]
      problems = ["\(path): \(value.kind); use an object"]
      return
    }
    self.members = Dictionary(uniqueKeysWithValues: members.map { ($0.key, $0.value) })
  }

  /// Reports a problem at a member, or at the object itself.
  mutating func report(_ problem: String, at key: String? = nil) {
    problems.append("\(path)\(key.map { ".\($0)" } ?? ""): \(problem)")
  }

  mutating func append(_ problems: [String]) { self.problems += problems }

  /// The member's value unless it is absent or null.
  mutating func value(_ key: String) -> JSON? {
    asked.insert(key)
    guard let value = members[key], value != .null else { return nil }
    return value
  }

  mutating func string(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    if case .string(let string) = value { return string }
    report("\(value.kind); use a string", at: key)
    return nil
  }

  mutating func integer(_ key: String, in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
    guard let value = value(key) else { return nil }
    guard case .integer(let integer) = value else {
      report("\(value.kind); use an integer", at: key)
      return nil
    }
    guard range.contains(integer) else {
      report("out of range; use \(range.lowerBound) to \(range.upperBound)", at: key)
      return nil
    }
    return integer
  }

  mutating func boolean(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    if case .boolean(let boolean) = value { return boolean }
    report("\(value.kind); use true or false", at: key)
    return nil
  }

  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ key: String, _: Value.Type = Value.self
  ) -> Value? where Value.RawValue == String {
    guard let name = string(key) else { return nil }
    if let value = Value(rawValue: name) { return value }
    let known = Value.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
    report("no such value; use \(known)", at: key)
    return nil
  }

  /// The elements of an array with their paths; none when it is absent.
  mutating func elements(_ key: String) -> [(value: JSON, path: String)] {
    guard let value = value(key) else { return [] }
    guard case .array(let values) = value else {
      report("\(value.kind); use an array", at: key)
      return []
    }
    return values.enumerated().map { ($0.element, "\(path).\(key)[\($0.offset)]") }
  }

  mutating func strings(_ key: String) -> [String] {
    elements(key).compactMap { element in
      if case .string(let string) = element.value { return string }
      problems.append("\(element.path): \(element.value.kind); use a string")
      return nil
    }
  }

  /// Requires a value that was read.
  mutating func require<Value>(_ value: Value?, _ key: String) -> Value? {
    if value == nil, members[key] == nil || members[key] == .null {
      report("missing; add it", at: key)
    }
    return value
  }

  /// Reports members that were not asked for, and returns all problems.
  mutating func finish() -> [String] {
    let unknown = members.keys.filter { !asked.contains($0) }.sorted()
    for key in unknown {
      report("no such key; known are \(asked.sorted().joined(separator: ", "))", at: key)
    }
    return problems
  }
}
