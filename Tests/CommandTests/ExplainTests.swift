import Foundation
import Testing
import _TestSupport

@Suite("Explanations")
struct ExplainTests {
  @Test("are one sentence per line")
  func text() async throws {
    let outcome = try await Command.run("explain", "--policy", "pci-dss-4")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(
      outcome.text == """
        Use at least 12 characters.
        Use at least 1 digit.
        Use at least 1 letter.
        Do not use one of the last 4 passwords again.
        Do not use your user name, or a part of 3 or more characters of your name or e-mail address, if these are known.

        """)
  }

  @Test("are an array of codes, parameters and requirements in JSON")
  func json() async throws {
    let policy =
      #"{"length": {"min": 8}, "first": "letters", "strength": {"compliance": "Strong", "mandatory": true}}"#
    let outcome = try await Command.run(
      "explain", "--policy", "-", "--format", "json", input: policy)
    #expect(outcome.status == 0)
    #expect(
      outcome.text == """
        [
          {"code":"length.short","parameters":{"min":8},"requirement":"Use at least 8 characters."},
          {"code":"first","parameters":{"class":"letters"},"requirement":"Begin with a letter."},
          {"code":"strength.low","parameters":{"level":"Strong"},"requirement":"Reach a strength of “Strong”."},
          {"code":"context.word","parameters":{},"requirement":"Do not use your user name, or a \
        part of 3 or more characters of your name or e-mail address, if these are known."}
        ]

        """)
    let rules = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [[String: Any]])
    #expect(rules.count == 4)
  }

  @Test("need no word files")
  func missingFiles() async throws {
    let outcome = try await Command.run(
      "explain", "--policy", "-", input: #"{"badPasswords": {"wordFiles": ["none"]}}"#)
    #expect(outcome.status == 0)
    #expect(try outcome.lines.first == "Do not use a common or listed password.")
  }

  @Test(
    "report what is wrong with a policy",
    arguments: [
      (#"{"length": {"min": 9, "max": 5}}"#, 3, "$.length"), ("[", 64, "line 1, column 2"),
      (#"{"length": {"min": "x"}, "lenth": 1}"#, 64, "$.length.min"),
    ])
  func wrong(policy: String, status: Int32, error: String) async throws {
    let outcome = try await Command.run("explain", "--policy", "-", input: policy)
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("passwright: error: policy standard input: \(error)"))
  }

  @Test("list the presets when there is no such file")
  func missing() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.run("explain", "--policy", "none", folder: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("name a file or one of nist-800-63b-4, owasp-asvs-5, "))
  }
}
