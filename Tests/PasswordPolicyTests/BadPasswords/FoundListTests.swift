import PasswordPolicy
import Testing

@Suite("Lists of bad words in practice")
struct FoundListTests {
  /// A policy with a word file of these bytes.
  private func policy(
    _ bytes: [UInt8], match: BadPasswords.Match = .whole
  ) throws -> CompiledPolicy {
    let files = TemporaryFiles("found")
    let path = try files.write("words", bytes)
    var policy = Policy()
    policy.badPasswords.wordFiles = [path]
    policy.badPasswords.match = match
    return try CompiledPolicy(policy)
  }

  private func error(_ bytes: [UInt8]) throws -> PolicyError {
    try #require(throws: PolicyError.self) { try policy(bytes) }
  }

  private static let sha1 = "E38AD214943DAAD1D64C102FAEC29DE4AFE9DA3D"
  private static let md5 = "5f4dcc3b5aa765d61d8327deb882cf99"

  @Test(
    "A signed list is refused as a whole, wherever the message begins",
    arguments: ["", "\n", "\u{FEFF}"])
  func signed(beginning: String) throws {
    let text =
      beginning + "-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA512\r\n\r\nsecret99\r\n"
      + "-----BEGIN PGP SIGNATURE-----\r\n\r\nx\r\n-----END PGP SIGNATURE-----\r\n"
    let problems = try error(Array(text.utf8)).problems
    #expect(problems.count == 1)
    #expect(problems.first?.description.contains("signed with PGP") == true)
  }

  @Test(
    "A list of digests is refused, with the line of the first one and advice",
    arguments: [
      "\(sha1):2413945\n", "\(sha1)\n", "\(sha1.lowercased())\r\n", "\(md5)\n", "\(md5):12\n",
      "\(md5):password\n", "\(sha1)\n\(md5)\nword\n", "\(sha1) \n",
      String(repeating: "0a", count: 32),
      "$2b$12$abcdefghijklmnopqrstuuGYe5xvHk6H4pzB2Xwv7hT3uQz1yV7sO\n",
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc\n",
    ])
  func digests(text: String) throws {
    let problems = try error(Array(text.utf8)).problems
    #expect(problems.count == 1)
    #expect(problems.first?.description.contains("words:1: ") == true)
    #expect(problems.first?.description.contains("a list of digests, not of words") == true)
  }

  @Test("A few digests among words are words, and lint reports them")
  func fewDigests() throws {
    let policy = try policy(Array("secret\n\(Self.md5)\nletmein\n".utf8))
    #expect(!policy.isCompliant("secret"))
    #expect(!policy.isCompliant(Self.md5))
    let warning = policy.lint().first { $0.code == .digests }
    #expect(warning?.message.contains("words:2: this line looks like a digest") == true)
  }

  @Test(
    "Digests are known in all shapes that lists of them have",
    arguments: [
      "\(sha1)\t24", "\(sha1) 24", "0x\(sha1)", "alice:\(md5)", "{SHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=",
      "{SSHA}W6ph5Mm5Pz8GgiULbPgzG37mj9g=", "\(sha1.dropFirst(5)):24", "alice:\(sha1):salt",
    ])
  func digestShapes(line: String) throws {
    #expect(throws: PolicyError.self) { try policy(Array("\(line)\n\(line)\n".utf8)) }
  }

  @Test("Lint reports a digest among the words of the policy itself")
  func inlineDigest() throws {
    var policy = Policy()
    policy.badPasswords.words = ["secret", Self.sha1]
    #expect(policy.lint().first { $0.code == .digests }?.path == "$.badPasswords.words[1]")
  }

  @Test(
    "Hexadecimal digits of another length, or followed by more, are words",
    arguments: [
      "deadbeef", String(sha1.dropLast()), sha1 + "0", md5 + "x", "$100$" + String(sha1.prefix(20)),
      "$" + sha1,
    ])
  func noDigests(word: String) throws {
    let policy = try policy(Array(word.utf8))
    #expect(!policy.isCompliant(word))
    #expect(!policy.lint().contains { $0.code == .digests })
  }

  @Test("A line that is not UTF-8 is read as ISO 8859-1, and lint reports it")
  func latin1() throws {
    let policy = try policy(Array("caf".utf8) + [0xE9, 0x0A] + Array("secret99\nnaïve\n".utf8))
    for password in ["café", "CAFÉ", "cafe\u{301}", "secret99", "naïve"] {
      #expect(policy.violations(of: password).map(\.code) == ["bad.word"])
    }
    #expect(policy.isCompliant("cafe"))
    let warning = policy.lint().first { $0.code == .wordEncoding }
    #expect(warning?.message.contains("words:1: this line is not UTF-8") == true)
  }

  @Test(
    "A word with blanks at an end also refuses the password without them",
    arguments: [
      "letmein \r\n", "letmein\t\n", "  letmein", "\u{FEFF}letmein \n", "letmein\u{A0}\n",
      "\u{A0} letmein \u{A0}\u{A0}\n",
    ])
  func blanks(text: String) throws {
    for match in [BadPasswords.Match.whole, .substring] {
      let policy = try policy(Array(text.utf8), match: match)
      #expect(!policy.isCompliant("letmein"))
      #expect(!policy.isCompliant("LetMeIn"))
      #expect(policy.isCompliant("letme"))
    }
    #expect(try policy(Array("let me in\n".utf8)).isCompliant("letmein"))
  }

  @Test("A word of only blanks refuses nothing else")
  func blankWord() throws {
    for match in [BadPasswords.Match.whole, .substring] {
      let policy = try policy(Array("  \nword\n".utf8), match: match)
      #expect(policy.isCompliant("abc"))
      #expect(!policy.isCompliant("  "))
    }
  }

  @Test("Blanks do not make a short list longer")
  func counted() throws {
    let policy = try policy(Array("letmein \nother\t\n".utf8))
    let warning = policy.lint().first { $0.code == .shortBlocklist }
    #expect(warning?.message.contains("your lists have 2 words") == true)
  }

  @Test("A list in UTF-16 or compressed is refused in one sentence, and a NUL in its line")
  func unreadable() throws {
    let wide = "\u{FEFF}secret\nother\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(
      try error(wide).description.hasSuffix("UTF-16; convert it with iconv -f UTF-16 -t UTF-8"))
    #expect(try error([0x1F, 0x8B, 8, 0]).description.contains("decompress it"))
    #expect(
      try error(Array("secret\na\u{0}b\n".utf8)).description.contains("words:2: contains a NUL"))
  }

  @Test("A line of a million bytes is refused, and a million lines are read")
  func long() throws {
    #expect(
      try error([UInt8](repeating: 0x61, count: 1_000_000)).description.contains("more than 4096"))
    #expect(try !policy([UInt8](repeating: 0x0A, count: 1_000_000) + [0x61]).isCompliant("a"))
  }
}
