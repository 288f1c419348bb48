import PasswordPolicy
import Testing

@Suite("Lint of patterns")
struct PatternLintTests {
  private func warnings(_ patterns: [String]) throws -> [LintWarning] {
    var policy = Policy()
    policy.badPasswords.patterns = patterns
    return try CompiledPolicy(policy).lint()
  }

  @Test("A pattern that other engines read differently is reported with its place")
  func foreign() throws {
    let warning = try warnings(["abc", "[a-z&&[^x]]"]).first { $0.code == .foreignPattern }
    #expect(warning?.path == "$.badPasswords.patterns[1]")
    #expect(warning?.message.contains("&&") == true)
  }

  @Test("A pattern of a file is reported with file and line")
  func file() throws {
    let files = TemporaryFiles("foreign")
    let path = try files.write("patterns", "abc\r\n\r\n/summer/i\r\n")
    var policy = Policy()
    policy.badPasswords.patternFiles = [path]
    let warning = try CompiledPolicy(policy).lint().first { $0.code == .foreignPattern }
    #expect(warning?.path == "$.badPasswords.patternFiles")
    #expect(warning?.message.hasPrefix("\(path):3: slashes") == true)
  }

  @Test(
    "A pattern that matches every password is reported",
    arguments: [".*", "a*", "^", "$", "(a|)", "x?", "\\b|", "(?s).{0}", "[^a]*"])
  func everything(pattern: String) throws {
    let warning = try warnings([pattern]).first { $0.code == .emptyMatch }
    #expect(warning?.message.contains("every password") == true)
  }

  @Test("A pattern that matches the empty text but not every password is reported too")
  func emptyOnly() throws {
    let warning = try warnings(["^[a-z]*$"]).first { $0.code == .emptyMatch }
    #expect(warning?.message.contains("write + in place of *") == true)
  }

  @Test(
    "A pattern that matches every password but the empty one is named",
    arguments: [".", ".+", "^.+$", "(?s).", "[a-z]|[^a-z]"])
  func everythingElse(pattern: String) throws {
    let warning = try warnings([pattern]).first { $0.code == .emptyMatch }
    #expect(warning?.message.contains("every password of one character or more") == true)
  }

  @Test(
    "A pattern that needs a character is not reported",
    arguments: ["a+", "^a", "..", "\\ba", "[^a]"])
  func something(pattern: String) throws {
    #expect(try !warnings([pattern]).contains { $0.code == .emptyMatch })
  }
}
