import Foundation
import Testing
import _TestSupport

@Suite("The line feed after a password")
struct NewlineTests {
  private static let fixed = ["--pattern", "Zq7-Zq7"]

  @Test(
    "is omitted on request, whatever the password complies with and wherever it goes",
    arguments: [
      [], ["-n", "1"], ["--min-digits", "1"], ["--threads", "2"], ["--format", "text"],
      ["--newline", "--no-newline"],
    ])
  func leftOut(options: [String]) async throws {
    let outcome = try await Command.run(["generate", "--no-newline"] + Self.fixed + options)
    #expect(outcome.status == 0)
    #expect(outcome.text == "Zq7-Zq7")
  }

  @Test("is omitted from a file, and for a password that is recorded")
  func recorded() async throws {
    let folder = try TemporaryFolder()
    _ = try await Command.run("history", "key", "key", folder: folder.url)
    let outcome = try await Command.run(
      ["generate", "--no-newline", "-o", "out", "--history", "h.db", "--history-key", "key"]
        + ["--account", "a"] + Self.fixed, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.text(of: "out") == "Zq7-Zq7")
    let check = try await Command.run(
      "history", "check", "--history", "h.db", "--history-key", "key", "--account", "a", "--last",
      "1", "--input", "out", folder: folder.url)
    #expect(check.status == 1)
  }

  @Test("is written by default", arguments: [[], ["--newline"], ["-n", "1"]])
  func kept(options: [String]) async throws {
    #expect(try await Command.run(["generate"] + Self.fixed + options).text == "Zq7-Zq7\n")
  }

  @Test(
    "stays between several passwords, and in records",
    arguments: [
      (["-n", "2"], "--no-newline is for one password, and 2 are asked for; leave out either"),
      (["-n", "0"], "--no-newline is for one password, and 0 are asked for; leave out either"),
      (
        ["--query", "IncludeAlphaSpecial=true&lowerCaseChars=true&minLength=9&Qty=5"],
        "--no-newline is for one password, and 5 are asked for; leave out either"
      ),
      (["--format", "csv"], "--no-newline works only with --format text; leave out either"),
      (["--format", "json"], "--no-newline works only with --format text; leave out either"),
      (["--format", "ndjson"], "--no-newline works only with --format text; leave out either"),
    ])
  func refused(options: [String], message: String) async throws {
    let outcome = try await Command.run(["generate", "--no-newline"] + options)
    #expect(outcome.status == 64)
    #expect(outcome.text == "")
    #expect(outcome.errors.hasPrefix("passwright: error: \(message)\n"))
  }
}
