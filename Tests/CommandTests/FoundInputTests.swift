import Foundation
import Testing
import _TestSupport

/// What people give the tool: files of editors, shells and systems of all kinds.
@Suite("Input in practice")
struct FoundInputTests {
  private static let mark = "\u{FEFF}"
  private static let policy = #"{"badPasswords": {"words": ["secret99"]}}"#

  /// The text in UTF-16, with a mark, little end first.
  private static func wide(_ text: String) -> Data {
    Data((mark + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
  }

  private func folder(_ input: Data) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try input.write(to: folder["in"])
    try folder.write(Self.policy, to: "policy.json")
    return folder
  }

  private func check(_ input: Data, _ arguments: String...) async throws -> Command.Outcome {
    let folder = try folder(input)
    return try await Command.run(
      ["check", "--policy", "policy.json", "--input", "in"] + arguments, folder: folder.url)
  }

  // MARK: Passwords to check

  @Test(
    "check: a byte order mark is not part of the first password",
    arguments: ["secret99\n", "secret99\r\n", "secret99", "secret99\nsecret99\n"])
  func checkMark(text: String) async throws {
    let outcome = try await check(Data((Self.mark + text).utf8))
    #expect(outcome.status == 1)
    #expect(!outcome.text.contains("ok"))
    let ended = text.replacing("\r\n", with: "\0").replacing("\n", with: "\0")
    let null = try await check(Data((Self.mark + ended).utf8), "-0")
    #expect(null.status == 1)
    #expect(null.text == outcome.text)
  }

  @Test("check: a mark alone is not a password, and one before an empty line is an empty password")
  func checkMarkAlone() async throws {
    #expect(try await check(Data(Self.mark.utf8)).text.isEmpty)
    #expect(try await check(Data((Self.mark + "\n").utf8)).lines.count == 1)
    #expect(try await check(Data("\n\(Self.mark)secret99\n".utf8)).status == 0)
  }

  @Test(
    "check: after a mark a password may have its maximum length", arguments: [0, 1, 2, 3])
  func checkMarkAndLength(more: Int) async throws {
    let password = String(repeating: "y", count: 16_384 + more)
    for end in ["", "\n", "\r\n"] {
      let outcome = try await check(Data((Self.mark + password + end).utf8))
      #expect(outcome.status == (more == 0 ? 0 : 1))
    }
  }

  @Test(
    "check: UTF-16 and compressed files are refused before anything is called ok",
    arguments: [[], ["-0"], ["--format", "ndjson"], ["--quiet"]])
  func checkWide(arguments: [String]) async throws {
    var inputs = [
      Self.wide("secret99\nother\n"), Self.wide("other"), Data([0x1F, 0x8B, 8, 0, 10]),
    ]
    if !arguments.contains("-0") { inputs.append(Self.wide("secret99\nother\n").dropFirst(2)) }
    for input in inputs {
      let folder = try folder(input)
      let outcome = try await Command.run(
        ["check", "--policy", "policy.json", "--input", "in"] + arguments, folder: folder.url)
      #expect(outcome.status == 64)
      #expect(outcome.text.isEmpty)
      #expect(outcome.errorLines.count == 1)
      #expect(
        outcome.errors.contains("convert it with iconv") || outcome.errors.contains("decompress"))
    }
  }

  // MARK: Passwords of a history

  @Test("history: mark and line end are not part of a password, and UTF-16 is refused")
  func history() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Command.run("history", "key", "k", folder: folder.url).status == 0)
    func run(_ command: String, _ input: Data, _ more: String...) async throws -> Command.Outcome {
      try input.write(to: folder["in"])
      return try await Command.run(
        ["history", command, "--history", "h.db", "--history-key", "k", "--account", "a"]
          + ["--input", "in"] + more, folder: folder.url)
    }
    #expect(try await run("add", Data((Self.mark + "old1\n").utf8)).status == 0)
    for text in ["old1", "old1\n", "old1\r\n", Self.mark + "old1\r\n"] {
      #expect(try await run("check", Data(text.utf8), "--last", "3").status == 1, "\(text)")
    }
    #expect(try await run("check", Data("old1\r".utf8), "--last", "3").status == 64)
    #expect(try await run("check", Data("old1 ".utf8), "--last", "3").status == 0)
    let refused = try await run("check", Self.wide("old1\n"), "--last", "3")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("UTF-16"))
    // One password, typed on two systems.
    #expect(try await run("add", Data("pa\u{308}ss\n".utf8)).status == 0)
    #expect(try await run("check", Data("p\u{E4}ss\n".utf8), "--last", "1").status == 1)
    // The key file of an editor that writes a mark.
    let key = try folder.text(of: "k").trimmingCharacters(in: .newlines)
    try folder.writePrivately(Self.mark + key + "\r\n", to: "k")
    #expect(try await run("check", Data("old1".utf8), "--last", "3").status == 1)
  }

  // MARK: Lists

  @Test("accounts: mark, CRLF and blank lines at the end are skipped, and blanks are reported")
  func accounts() async throws {
    let folder = try TemporaryFolder()
    #expect(try await Command.run("history", "key", "k", folder: folder.url).status == 0)
    func mint(_ input: Data, _ output: String) async throws -> Command.Outcome {
      try input.write(to: folder["ids"])
      return try await Command.run(
        "generate", "--history", "h.db", "--history-key", "k", "--accounts", "ids", "--format",
        "csv", "-o", output, folder: folder.url)
    }
    #expect(try await mint(Data((Self.mark + "alice\r\nbob\r\n\r\n \n").utf8), "a.csv").status == 0)
    #expect(try folder.text(of: "a.csv").split(separator: "\n").count == 3)
    let blank = try await mint(Data("carol\ndave \n".utf8), "b.csv")
    #expect(blank.status == 64)
    #expect(blank.errors.contains("ids:2: a blank before or after the identifier; remove it"))
    let wide = try await mint(Self.wide("carol\n"), "b.csv")
    #expect(wide.status == 64)
    #expect(wide.errorLines.count == 1)
  }

  @Test("word lists: a signed list is read, with a note that the signature was not verified")
  func signed() async throws {
    let folder = try TemporaryFolder()
    try folder.write(
      """
      -----BEGIN PGP SIGNED MESSAGE-----
      Hash: SHA1

      1-1 apple
      1-2 pear
      -----BEGIN PGP SIGNATURE-----
      x
      -----END PGP SIGNATURE-----

      """, to: "list.asc")
    let outcome = try await Command.run(
      "generate", "--no-characters", "-w", "2", "--wordlist", "list.asc", folder: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.text.contains(/^(apple|pear)-(apple|pear)\n$/))
    #expect(
      outcome.errors
        == "passwright: word list list.asc is signed with PGP; the signature was not checked\n")
  }

  // MARK: Policies

  @Test(
    "policies of all formats are read after a byte order mark, and refused in UTF-16",
    arguments: [
      ("apple", "minlength: 8; required: lower;\r\n"), ("libpwquality", "minlen = 8\r\n"),
      ("vault-hcl", "length = 8\r\nrule \"charset\" {\r\n charset = \"abc\"\r\n}\r\n"),
      ("sailpoint", "{\"minLength\": 8}"), ("entrust", "{\"minimumLength\": 8}"),
      ("passwordstate", "IncludeAlphaSpecial=true&minLength=8&lowerCaseChars=true"),
      ("passwright", "{\"length\": {\"min\": 8}}"),
    ])
  func formats(format: String, text: String) async throws {
    func convert(_ input: Data) async throws -> Command.Outcome {
      let folder = try folder(input)
      return try await Command.run(
        "policy", "convert", "--from", format, "--to", "passwright", "in", folder: folder.url)
    }
    let plain = try await convert(Data(text.utf8))
    #expect(plain.status == 0, "\(plain.errors)")
    let marked = try await convert(Data((Self.mark + text).utf8))
    #expect(marked.status == 0)
    #expect(marked.text == plain.text)
    let wide = try await convert(Self.wide(text))
    #expect(wide.status == 64)
    #expect(wide.errorLines.count == 1)
    #expect(wide.errors.contains("UTF-16"))
  }

  @Test(
    "every command that reads a policy reports its invalid words and patterns",
    arguments: [
      (#"{"badPasswords": {"patterns": ["("]}}"#, "$.badPasswords.patterns[0]: missing )"),
      (#"{"badPasswords": {"words": ["a", ""]}}"#, "$.badPasswords.words[1]: the word is empty"),
    ])
  func broken(json: String, message: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(json, to: "p.json")
    for command in [
      ["policy", "show", "p.json"], ["policy", "lint", "p.json"],
      ["explain", "--policy", "p.json"],
      ["policy", "convert", "--from", "passwright", "--to", "apple", "p.json"],
      ["check", "--policy", "p.json"], ["generate", "--policy", "p.json"],
    ] {
      let outcome = try await Command.run(command, folder: folder.url)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains(message), "\(command): \(outcome.errors)")
      #expect(outcome.errorLines.count == 1)
    }
  }

  @Test("a policy may name its schema, for editors")
  func schema() async throws {
    let folder = try TemporaryFolder()
    try folder.write(#"{"$schema": "policy.schema.json", "length": {"min": 8}}"#, to: "p.json")
    let outcome = try await Command.run("policy", "show", "p.json", folder: folder.url)
    #expect(outcome.status == 0)
    #expect(!outcome.text.contains("$schema"))
  }
}
