import Foundation
import PasswordPolicy
import Testing

@Suite("JSON Schema")
struct SchemaTests {
  /// A property of the schema, references followed.
  struct Node {
    let path: String
    let types: Set<String>
    let body: [String: Any]
  }

  static func schema() throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(Policy.schema.utf8))
    return try #require(object as? [String: Any])
  }

  static func resolve(_ body: [String: Any], in schema: [String: Any]) throws -> [String: Any] {
    guard let reference = body["$ref"] as? String else { return body }
    let name = try #require(reference.split(separator: "/").last)
    let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
    return try #require(definitions[String(name)])
  }

  static func types(_ body: [String: Any]) -> Set<String> {
    Set(body["type"] as? [String] ?? [body["type"] as? String ?? ""])
  }

  /// All objects of the schema, by path; `[]` stands for an element of an array.
  static func objects(
    _ body: [String: Any], path: [String], in schema: [String: Any]
  ) throws -> [(path: [String], properties: [String: [String: Any]])] {
    if let items = body["items"] as? [String: Any] {
      return try objects(resolve(items, in: schema), path: path + ["[]"], in: schema)
    }
    guard let properties = body["properties"] as? [String: [String: Any]] else { return [] }
    let resolved = try properties.mapValues { try resolve($0, in: schema) }
    #expect(body["additionalProperties"] as? Bool == false)
    return try [(path, resolved)]
      + resolved.flatMap { try objects($0.value, path: path + [$0.key], in: schema) }
  }

  static func problems(at path: [String], _ value: String) -> [PolicyProblem] {
    let json = path.reversed().reduce(value) { $1 == "[]" ? "[\($0)]" : "{\"\($1)\": \($0)}" }
    do {
      _ = try Policy(json: Array(json.utf8))
      return []
    } catch {
      return error.problems
    }
  }

  @Test("The schema names itself and its draft")
  func identity() throws {
    let schema = try Self.schema()
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test("Every object of the schema has the keys that the decoder knows, and no other")
  func keys() throws {
    let schema = try Self.schema()
    let objects = try Self.objects(schema, path: [], in: schema)
    #expect(objects.count == 12)
    for object in objects {
      let problems = Self.problems(at: object.path + ["unknown"], "1")
      guard case .unknownKey(_, let known) = problems.first else {
        Issue.record("\(object.path): \(problems)")
        continue
      }
      #expect(Set(known) == Set(object.properties.keys), "\(object.path)")
    }
  }

  @Test("The decoder accepts the types of the schema, and no other")
  func types() throws {
    let schema = try Self.schema()
    let samples = [
      "null": "null", "boolean": "true", "integer": "1", "number": "1.5", "string": "\"x\"",
      "array": "[]", "object": "{}",
    ]
    for object in try Self.objects(schema, path: [], in: schema) {
      for (key, body) in object.properties {
        let path = object.path + [key]
        for (type, sample) in samples {
          let isRefused = Self.problems(at: path, sample).contains {
            if case .wrongType = $0 { true } else { false }
          }
          #expect(isRefused == !Self.types(body).contains(type), "\(path) \(type)")
        }
      }
    }
  }

  @Test("Ranges and choices are those of the decoder")
  func values() throws {
    let schema = try Self.schema()
    for object in try Self.objects(schema, path: [], in: schema) {
      for (key, body) in object.properties {
        let path = object.path + [key]
        if let minimum = body["minimum"] as? Int, let maximum = body["maximum"] as? Int {
          for (value, isTaken) in [
            (minimum - 1, false), (minimum, true), (maximum, true), (maximum + 1, false),
          ] {
            let isRefused = Self.problems(at: path, "\(value)").contains {
              if case .outOfRange = $0 { true } else { false }
            }
            #expect(isRefused == !isTaken, "\(path) \(value)")
          }
        }
        let items = body["items"] as? [String: Any]
        if let choices = (items ?? body)["enum"] as? [Any] {
          let names = choices.compactMap { $0 as? String }
          let places = items == nil ? path : path + ["[]"]
          guard case .unknownValue(_, let known) = Self.problems(at: places, "\"?\"").first else {
            Issue.record("\(path)")
            continue
          }
          #expect(Set(names) == Set(known))
        }
      }
    }
  }

  @Test("The defaults are those of the decoder")
  func defaults() throws {
    let rule = StrengthRule()
    let schema = try Self.schema()
    let objects = try Self.objects(schema, path: [], in: schema)
    let strength = try #require(objects.first { $0.path == ["strength"] }).properties
    #expect(strength["weights"]?["default"] as? [Int] == rule.weights)
    #expect(strength["preferredLength"]?["default"] as? Int == rule.preferredLength)
    #expect(strength["mandatory"]?["default"] as? Bool == rule.mandatory)
  }

  /// What the schema says of values that the decoder refuses, by where it says so.
  @Test("The schema refuses values that mean nothing by themselves, as the decoder does")
  func incomplete() throws {
    let schema = try Self.schema()
    let properties = try #require(schema["properties"] as? [String: [String: Any]])
    let set = try #require(properties["sets"]?["items"] as? [String: Any])
    let choices = try #require(set["anyOf"] as? [[String: Any]])
    #expect(choices.compactMap { $0["required"] as? [String] } == [["groups"], ["characters"]])
    for json in ["{}", #"{"groups": []}"#, #"{"characters": ""}"#, #"{"groups": null, "min": 1}"#] {
      #expect(!Self.problems(at: ["sets", "[]"], json).isEmpty)
    }
    let strength = try #require(properties["strength"])
    let then = try #require(strength["then"] as? [String: Any])
    #expect(then["required"] as? [String] == ["compliance"])
    #expect(!Self.problems(at: ["strength"], #"{"mandatory": true}"#).isEmpty)
    let objects = try Self.objects(schema, path: [], in: schema)
    let symbols = try #require(objects.first { $0.path == ["characters", "symbols"] }).properties
    let pattern = try Regex(#require(symbols["set"]?["pattern"] as? String))
    for (set, isTaken) in [("-_", true), ("-a", false), ("7", false), ("€ ", true)] {
      #expect((set.wholeMatch(of: pattern) != nil) == isTaken)
      let json = try #require(String(data: JSONEncoder().encode(set), encoding: .utf8))
      #expect(Self.problems(at: ["characters", "symbols", "set"], json).isEmpty == isTaken)
    }
    #expect(!Self.problems(at: ["badPasswords", "words", "[]"], "\"\"").isEmpty)
  }

  @Test("The key that editors look for is ignored")
  func schemaKey() throws {
    let json = #"{"$schema": "https://example.com/policy.schema.json", "name": "n"}"#
    let policy = try Policy(json: Array(json.utf8))
    #expect(policy.name == "n")
    #expect(!policy.json.contains("$schema"))
  }
}
