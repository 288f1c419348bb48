import Foundation
import PasswordPolicy
import Testing
import _TestSupport

/// A validator of JSON Schema, Python's `jsonschema`, where it is installed.
private enum SchemaValidator {
  static let python: String? = {
    let path = "/usr/lib/python3/dist-packages/jsonschema"
    return FileManager.default.fileExists(atPath: path) ? "/usr/bin/python3" : nil
  }()

  private static let program = """
    import json, sys, jsonschema
    given = json.load(sys.stdin)
    validator = jsonschema.Draft202012Validator(given["schema"])
    validator.check_schema(given["schema"])
    print(json.dumps([validator.is_valid(policy) for policy in given["policies"]]))
    """

  /// Whether each policy is valid.
  static func verdicts(_ policies: [String]) async throws -> [Bool] {
    let input = #"{"schema": \#(Policy.schema), "policies": [\#(policies.joined(separator: ","))]}"#
    let output = try await Program.run(try #require(python), ["-c", program], input: input)
    return try JSONDecoder().decode([Bool].self, from: Data(output.utf8))
  }
}

@Suite(
  "JSON Schema, by a validator",
  .enabled(if: SchemaValidator.python != nil, "no python3-jsonschema"))
struct SchemaValidatorTests {
  static let policies = [
    "{}", #"{"length": {"min": 8}}"#, #"{"lenght": 3}"#, #"{"length": {"min": -1}}"#,
    #"{"sets": [{}]}"#, #"{"sets": [{"min": 1}]}"#, #"{"sets": [{"groups": []}]}"#,
    #"{"sets": [{"groups": null, "characters": null}]}"#, #"{"sets": [{"characters": ""}]}"#,
    #"{"sets": [{"groups": [], "characters": "x"}]}"#,
    #"{"sets": [{"characters": "x", "min": 1}]}"#,
    #"{"sets": [{"groups": ["lower"], "characters": ""}]}"#, #"{"sets": []}"#, #"{"sets": null}"#,
    #"{"strength": {"mandatory": true}}"#,
    #"{"strength": {"mandatory": true, "compliance": null}}"#,
    #"{"strength": {"mandatory": false}}"#, #"{"strength": {"mandatory": null}}"#,
    #"{"strength": {"mandatory": true, "compliance": "Strong"}}"#, #"{"strength": {}}"#,
    #"{"characters": {"symbols": {"set": "-a"}}}"#, #"{"characters": {"symbols": {"set": "7"}}}"#,
    #"{"characters": {"symbols": {"set": "-_é"}}}"#,
    #"{"characters": {"symbols": {"set": "-_€"}}}"#,
    #"{"characters": {"symbols": {"set": ""}}}"#, #"{"characters": {"symbols": {"set": null}}}"#,
    #"{"reuse": {}}"#, #"{"reuse": {"last": 1}}"#, #"{"allowed": ""}"#,
    #"{"minCharacterTypes": 5}"#,
  ]

  @Test("The schema and the decoder agree")
  func agreement() async throws {
    let decoded = Self.policies.map { (try? Policy(json: Array($0.utf8))) != nil }
    let valid = try await SchemaValidator.verdicts(Self.policies)
    #expect(valid.count == Self.policies.count)
    for (policy, (isValid, isDecoded)) in zip(Self.policies, zip(valid, decoded)) {
      // Letters outside ASCII are for the decoder alone to refuse: not every validator knows them.
      let isBeyond = policy.contains("é")
      #expect(isValid == isDecoded || isBeyond && isValid, "\(policy): \(isValid), \(isDecoded)")
    }
    #expect(decoded.contains(true) && decoded.contains(false))
  }

  @Test("Every preset is valid as written")
  func presets() async throws {
    let policies = Policy.Preset.allCases.map(\.policy.json)
    #expect(try await SchemaValidator.verdicts(policies) == policies.map { _ in true })
  }
}
