import Foundation
import Testing
import _TestSupport

@Suite("Policies")
struct PolicyCommandTests {
  static let presetNames = ["nist-800-63b-4", "owasp-asvs-5", "active-directory", "pci-dss-4"]

  // MARK: lint

  @Test("without warnings are silent, with status 0")
  func lintClean() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"length": {"min": 15}, "badPasswords": {"wordFiles": ["words"]}}"#, to: "policy.json")
    try folder.write((0..<3000).map { "common-password-\($0)\n" }.joined(), to: "words")
    let outcome = try await Command.run("policy", "lint", "policy.json", folder: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.text == "")
    #expect(outcome.errors == "")
    let json = try await Command.run(
      "policy", "lint", "policy.json", "--format", "json", folder: folder.url)
    #expect(json.status == 0)
    #expect(json.text == "[]\n")
  }

  @Test(
    "with only the bundled words or few others do not meet ASVS, with status 1",
    arguments: [
      ("bundled:common-passwords", "[blocklist.bundled]"), ("words", "[blocklist.short]"),
    ])
  func lintWords(file: String, code: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      #"{"length": {"min": 15}, "badPasswords": {"wordFiles": ["\#(file)"]}}"#, to: "policy.json")
    try folder.write("common-password-1\ncommon\n", to: "words")
    let outcome = try await Command.run("policy", "lint", "policy.json", folder: folder.url)
    #expect(outcome.status == 1)
    #expect(try outcome.lines.map { $0.split(separator: " ").last.map(String.init) } == [code])
  }

  @Test("with warnings print one per line, with status 1")
  func lintWarnings() async throws {
    let policy = #"{"length": {"min": 15, "max": 20}, "maxRepeatedRun": 2}"#
    let outcome = try await Command.run("policy", "lint", "-", input: policy)
    #expect(outcome.status == 1)
    #expect(outcome.errors == "")
    let lines = try outcome.lines
    #expect(
      lines.map { $0.prefix { $0 != ":" } } == [
        "$.length.max", "$.maxRepeatedRun", "$.badPasswords",
      ])
    #expect(
      lines.map { $0.split(separator: " ").last } == [
        "[length.max]", "[composition]", "[blocklist.none]",
      ])
    let json = try await Command.run("policy", "lint", "-", "--format", "json", input: policy)
    #expect(json.status == 1)
    let warnings = try #require(
      try JSONSerialization.jsonObject(with: json.output) as? [[String: String]])
    #expect(warnings.map { $0["code"] } == ["length.max", "composition", "blocklist.none"])
    #expect(warnings.map { $0["path"] } == ["$.length.max", "$.maxRepeatedRun", "$.badPasswords"])
    #expect(warnings.allSatisfy { $0["message"]?.isEmpty == false && $0.count == 3 })
  }

  @Test("that cannot be met are errors, with status 3", arguments: ["text", "json"])
  func lintContradiction(format: String) async throws {
    let outcome = try await Command.run(
      "policy", "lint", "-", "--format", format,
      input: #"{"length": {"max": 3}, "characters": {"digits": {"min": 4}}}"#)
    #expect(outcome.status == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("passwright: error: policy standard input: $."))
    #expect(outcome.errors.contains("no password can comply"))
  }

  @Test("whose files or patterns are wrong are errors")
  func lintFiles() async throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"badPasswords": {"wordFiles": ["none"]}}"#, to: "files.json")
    try folder.write(#"{"badPasswords": {"patterns": ["("]}}"#, to: "patterns.json")
    let files = try await Command.run("policy", "lint", "files.json", folder: folder.url)
    #expect(files.status == 2)
    let patterns = try await Command.run("policy", "lint", "patterns.json", folder: folder.url)
    #expect(patterns.status == 64)
    #expect(patterns.errors.contains("$.badPasswords.patterns[0]"))
  }

  // MARK: schema, presets and show

  @Test("have a schema that is JSON")
  func schema() async throws {
    let outcome = try await Command.run("policy", "schema")
    #expect(outcome.status == 0)
    #expect(outcome.text.hasSuffix("}\n"))
    let schema = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
  }

  @Test("have presets with their sources")
  func presets() async throws {
    let outcome = try await Command.run("policy", "presets")
    #expect(outcome.status == 0)
    let lines = try outcome.lines
    #expect(lines.map { $0.prefix { $0 != " " } } == Self.presetNames.map { $0[...] })
    #expect(lines.first == "nist-800-63b-4    NIST SP 800-63B-4, July 2025, section 3.1.1.2")
  }

  @Test("are shown as JSON that reads back the same", arguments: presetNames)
  func show(preset: String) async throws {
    let outcome = try await Command.run("policy", "show", preset)
    #expect(outcome.status == 0)
    #expect(outcome.text.hasPrefix("{\n  \"name\": \"\(preset)\",\n"))
    #expect(outcome.text.hasSuffix("}\n"))
    #expect(!outcome.text.hasSuffix("\n\n"))
    let again = try await Command.run("policy", "show", "-", input: outcome.text)
    #expect(again.text == outcome.text)
  }

  @Test("are shown without keys that have no effect")
  func canonical() async throws {
    let outcome = try await Command.run(
      "policy", "show", "-",
      input: #"{"allowed": null, "length": {"max": 64, "min": 8}, "badPasswords": {"words": []}}"#)
    #expect(
      outcome.text == """
        {
          "length": {
            "min": 8,
            "max": 64
          }
        }

        """)
  }

  @Test("that are not named are usage errors", arguments: ["lint", "show"])
  func missingArgument(command: String) async throws {
    let outcome = try await Command.run("policy", command)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("Missing expected argument '<file|preset>'"))
  }

  @Test("are explained by the bare command")
  func bare() async throws {
    let outcome = try await Command.run("policy")
    #expect(outcome.status == 64)
    #expect(outcome.text == "")
    #expect(outcome.errors.contains("USAGE: passwright policy <subcommand>"))
  }
}
