import PasswordPolicy
import Patterns
import Testing

@Suite("Files of a policy")
struct PolicyFileTests {
  @Test("Word and pattern files are found beside the policy's own file")
  func relative() throws {
    let files = TemporaryFiles("relative")
    try files.write("words", "\u{FEFF}Alpha\r\n\nbeta gamma\nÜber")
    try files.write("patterns", "# years\n(19|20)[0-9]{2}\n")
    let json = """
      {"badPasswords": {"wordFiles": ["\(files.name("words"))"],
        "patternFiles": ["\(files.name("patterns"))"]}}
      """
    let path = try files.write("policy", json)
    let policy = try CompiledPolicy(contentsOf: path)
    for password in ["ALPHA", "Beta Gamma", "über"] {
      #expect(policy.violations(of: password).map(\.code) == ["bad.word"])
    }
    #expect(policy.violations(of: "x1987").map(\.code) == ["bad.pattern"])
    for password in ["", "alpha ", "beta"] { #expect(policy.isCompliant(password)) }
  }

  @Test("Everything wrong with a policy and its files is reported at once, each with its place")
  func problems() throws {
    let files = TemporaryFiles("problems")
    let tooLong = String(repeating: "x", count: 4097)
    try files.write("words", Array("ok\na\u{0}\nok\n\(tooLong)\n".utf8))
    try files.write("patterns", "good\n(?=bad)\n")
    let json = """
      {"lenght": 3, "length": {"min": 9, "max": 8},
       "strength": {"weights": [50, 50, 50, 50]}, "minCharacterTypes": "three",
       "badPasswords": {"words": ["", 7], "wordFiles": ["\(files.name("words"))", "no-such-file"],
        "patterns": ["(a)\\\\1"],
        "patternFiles": ["\(files.name("patterns"))"]}}
      """
    let path = try files.write("policy", json)
    do {
      _ = try CompiledPolicy(contentsOf: path)
      Issue.record("a wrong policy was taken")
    } catch {
      let text = error.description
      for part in [
        "$.lenght: no such key; known keys: name, length",
        "$.length: the minimum 9 is above the maximum 8",
        "$.strength.weights: the weights total 200",
        "$.minCharacterTypes: a string; use an integer",
        "$.badPasswords.words[0]: the word is empty",
        "$.badPasswords.words[1]: an integer; use a string",
        "/tmp/\(files.name("words")):2: contains a NUL byte",
        "/tmp/\(files.name("words")):4: a word of more than 4096 bytes",
        "$.badPasswords.wordFiles[1]: “/tmp/no-such-file” cannot be read: open: No such file",
        "$.badPasswords.patterns[0]: invalid escape sequence",
        "/tmp/\(files.name("patterns")):2: invalid perl operator: (?=",
      ] {
        #expect(text.contains(part), "\(part)\nis not in\n\(text)")
      }
      #expect(error.problems.count == 11)
    }
  }

  @Test("A line that is not UTF-8 does not hide other errors of its file")
  func hidden() throws {
    let files = TemporaryFiles("hidden")
    try files.write("patterns", [0xFF, 0x0A] + Array("(?=bad)\n".utf8))
    let json = #"{"badPasswords": {"patternFiles": ["\#(files.name("patterns"))"]}}"#
    let path = try files.write("policy", json)
    let error = #expect(throws: PolicyError.self) { try CompiledPolicy(contentsOf: path) }
    let lines = error?.description.split(separator: "\n") ?? []
    #expect(lines.count == 2)
    #expect(lines.first?.contains("patterns:1: not UTF-8") == true)
    #expect(lines.last?.contains("patterns:2: invalid perl operator") == true)
  }

  @Test("Problems of a file or a policy past the first 100 are only counted")
  func many() throws {
    let files = TemporaryFiles("many")
    try files.write(
      "words", [[UInt8]](repeating: [0x61, 0x61, 0, 0x0A], count: 103).flatMap(\.self))
    let json = #"{"badPasswords": {"wordFiles": ["\#(files.name("words"))"]}}"#
    let path = try files.write("policy", json)
    let error = #expect(throws: PolicyError.self) { try CompiledPolicy(contentsOf: path) }
    #expect(error?.problems.count == 101)
    #expect(error?.problems.last?.description.hasSuffix("words: and 3 more problems") == true)
    let keys = (0..<101).map { #""k\#($0)": 1"# }.joined(separator: ", ")
    let unknown = #expect(throws: PolicyError.self) { try Policy(json: Array("{\(keys)}".utf8)) }
    #expect(unknown?.problems.count == 101)
    #expect(unknown?.problems.last == .more(place: "$", count: 1))
    #expect(unknown?.problems.last?.description == "$: and 1 more problem")
  }

  @Test("A missing policy file is an error")
  func missing() {
    #expect(throws: PolicyError.self) { try CompiledPolicy(contentsOf: "/tmp/no/such/policy.json") }
  }

  @Test("Patterns too large for the budget are reported as such")
  func budget() throws {
    var policy = Policy()
    policy.badPasswords.patterns = (0..<100).map { "x\($0){900}y" }
    #expect(
      throws: PolicyError(problems: [.pattern(.overBudget(patterns: 100, bytes: 100_000))])
    ) { try CompiledPolicy(policy, patternMemoryBudget: 100_000) }
  }

  @Test("The bundled list contains well-known passwords, in order, each once")
  func bundled() throws {
    var policy = Policy()
    policy.badPasswords.wordFiles = [BadPasswords.bundledList]
    let compiled = try CompiledPolicy(policy)
    for password in [
      "password", "Password1", "123456", "123456789", "qwerty", "qwertyuiop", "abc123", "letmein",
      "iloveyou", "monkey", "dragon", "P@ssw0rd", "Summer2025!", "trustno1", "1q2w3e4r",
      "aaaaaaaa", "thisismypassword", "admin123", "welcome1", "football",
    ] {
      #expect(!compiled.isCompliant(password), "\(password)")
    }
    #expect(compiled.isCompliant("xK9-vortex-Lamp"))
  }
}
