import Passwright
import TextTools

/// What a declarative document says: the sections that it has, each complete.
public struct ServiceDocument: Sendable {
  /// A key as a document names it; the key itself is there only when it is to be set.
  struct Key: Sendable {
    let name: String
    let scope: ServiceKey.Scope
    let key: String?
    let path: String
  }

  var options: ServiceOptions?
  var badPasswords: [String]?
  var generators: [Int: GeneratorDefinition]?
  var strengthPolicies: [Int: StrengthPolicy]?
  var accountTypes: [Int: AccountType]?
  var lists: [Int: PasswordList]?
  var keys: [Key] = []

  /// Everything that is wrong with a document.
  public struct Problems: Error, Hashable, Sendable, CustomStringConvertible {
    /// The problems, one or more.
    public let problems: [String]

    /// One problem a line.
    public var description: String { problems.joined(separator: "\n") }
  }

  /// Reads a document.
  ///
  /// - Throws: ``Problems`` with all that is wrong with it.
  public init(parsing bytes: [UInt8]) throws(Problems) {
    let json: JSON
    do {
      json = try JSON(parsing: bytes)
    } catch {
      throw Problems(problems: error.problems.map(\.description))
    }
    var reader = ObjectReader(json, path: "$")
    if let value = reader.value("options") {
      var section = ObjectReader(value, path: "$.options")
      options = ServiceOptions(&section)
      reader.append(section.finish())
    }
    if reader.value("badPasswords") != nil { badPasswords = reader.strings("badPasswords") }
    generators = Self.section("generators", of: &reader, GeneratorDefinition.init, \.id)
    strengthPolicies = Self.section("strengthPolicies", of: &reader, StrengthPolicy.init, \.id)
    accountTypes = Self.section("accountTypes", of: &reader, AccountType.init, \.id)
    lists = Self.section("lists", of: &reader, PasswordList.init, \.id)
    for element in reader.elements("keys") {
      var object = ObjectReader(element.value, path: element.path)
      if let key = Key(&object) { keys.append(key) }
      reader.append(object.finish())
    }
    let problems = reader.finish()
    guard problems.isEmpty else { throw Problems(problems: problems) }
  }

  private static func section<Value>(
    _ name: String, of reader: inout ObjectReader, _ read: (inout ObjectReader) -> Value?,
    _ id: (Value) -> Int
  ) -> [Int: Value]? {
    guard reader.value(name) != nil else { return nil }
    var values: [Int: Value] = [:]
    for element in reader.elements(name) {
      var object = ObjectReader(element.value, path: element.path)
      if let value = read(&object), values.updateValue(value, forKey: id(value)) != nil {
        object.report("the number occurs twice; remove one", at: "id")
      }
      reader.append(object.finish())
    }
    return values
  }
}

extension ServiceDocument.Key {
  /// The fewest characters of a key: 16.
  static let minimumLength = 16

  fileprivate init?(_ reader: inout ObjectReader) {
    let name = reader.require(reader.string("name"), "name")
    let scopeName = reader.require(reader.string("scope"), "scope")
    let list = reader.integer("list", in: 1...Int(Int32.max))
    let key = reader.string("key")
    if let key, key.utf8.count < Self.minimumLength {
      reader.report(
        "a key has \(Self.minimumLength) characters or more; use a longer one", at: "key")
    }
    guard let name, let scopeName else { return nil }
    guard let scope = ServiceKey.Scope(name: scopeName, list: list) else {
      reader.report(
        "use “system” or “generator” without “list”, or “list” with it", at: "scope")
      return nil
    }
    self.init(name: name, scope: scope, key: key, path: reader.path)
  }
}

extension ServiceOptions {
  /// Reads the options of a document; bad passwords are a section of their own.
  fileprivate init(_ reader: inout ObjectReader) {
    self.init()
    badPasswordsAreRegularExpressions =
      reader.boolean("badPasswordsAreRegularExpressions") ?? badPasswordsAreRegularExpressions
    generatingNeedsKey = reader.boolean("generatingNeedsKey") ?? generatingNeedsKey
  }
}
