import Foundation
import Testing
import _TestSupport

@Suite("Checks")
struct CheckTests {
  /// 8 to 20 characters of 3 kinds, none more than twice in a row, and not `acme`.
  private static let policy = """
    {"length": {"min": 8, "max": 20}, "minCharacterTypes": 3, "maxRepeatedRun": 2,
     "badPasswords": {"words": ["acme"], "match": "substring"}}
    """

  /// Checks what is given on standard input by a policy file.
  private func check(
    _ input: String, _ arguments: String..., policy: String = policy
  ) async throws -> Command.Outcome {
    let folder = try TemporaryFolder()
    try folder.write(policy, to: "policy.json")
    return try await Command.run(
      ["check", "--policy", "policy.json"] + arguments, input: input, folder: folder.url)
  }

  // MARK: Formats and status

  @Test("report each line as text, in order, and the totals on standard error")
  func text() async throws {
    let outcome = try await check("Password1\nacme\n\nPasssword1\n1Acme-23\n")
    #expect(outcome.status == 1)
    #expect(
      outcome.text == """
        1: ok  strength 90.00 Strong
        2: bad.word, length.short, types.few  strength 40.00 Weak
        3: length.short, types.few  strength 0.00 Very Poor
        4: run.long  strength 100.00 Excellent
        5: bad.word  strength 80.00 Strong

        """)
    #expect(
      outcome.errors == """
        5 checked, 1 compliant, 4 not
        bad.word: 2
        length.short: 2
        types.few: 2
        run.long: 1

        """)
  }

  @Test("report codes, parameters, messages and strength as one object per line")
  func ndjson() async throws {
    let outcome = try await check("Password1\nacme\n", "--format", "ndjson")
    #expect(outcome.status == 1)
    #expect(
      outcome.text == """
        {"line":1,"compliant":true,"violations":[],"strength":{"score":90.00,"level":"Strong"}}
        {"line":2,"compliant":false,"violations":[{"code":"bad.word","parameters":\
        {"match":"substring"},"message":"The password contains a common or listed password."},\
        {"code":"length.short","parameters":{"min":8},"message":"The password has fewer than 8 \
        characters."},{"code":"types.few","parameters":{"min":3},"message":"The password has \
        fewer than 3 of these kinds: lowercase letters, uppercase letters, digits, symbols."}],\
        "strength":{"score":40.00,"level":"Weak"}}

        """)
    for line in try outcome.lines {
      _ = try JSONSerialization.jsonObject(with: Data(line.utf8))
    }
  }

  @Test("report the same as CSV, with a header even when there are no lines")
  func csv() async throws {
    let header = "line,compliant,violations,score,level,details\n"
    let outcome = try await check("Password1\nacme\n", "--format", "csv")
    #expect(
      outcome.text == header + """
        1,true,,90.00,Strong,"[]"
        2,false,bad.word length.short types.few,40.00,Weak,"[{""code"":""bad.word"",\
        ""parameters"":{""match"":""substring""},""message"":""The password contains a common or \
        listed password.""},{""code"":""length.short"",""parameters"":{""min"":8},""message"":""The \
        password has fewer than 8 characters.""},{""code"":""types.few"",""parameters"":{""min"":3},\
        ""message"":""The password has fewer than 3 of these kinds: lowercase letters, uppercase \
        letters, digits, symbols.""}]"

        """)
    #expect(try await check("", "--format", "csv").text == header)
  }

  @Test("report the same violations in CSV and in ndjson, whatever characters a set has")
  func details() async throws {
    let policy = #"{"allowed": "ab\"\\,\n'é", "characters": {"symbols": {"min": 1, "set": "\","}}}"#
    let csv = try await check("x\n", "--format", "csv", policy: policy)
    let ndjson = try await check("x\n", "--format", "ndjson", policy: policy)
    let details = try #require(CSV.records(csv.text).last?.last)
    #expect(
      ndjson.text.hasPrefix(
        #"{"line":1,"compliant":false,"violations":\#(details),"strength":"#))
    let object = try JSONSerialization.jsonObject(with: Data(details.utf8))
    #expect((object as? [Any])?.count == 2)
  }

  @Test(
    "round scores to hundredths, but not up to a level that is not reached",
    arguments: [
      (8, 9, "88.89", "Strong"), (2, 3, "66.67", "Average"), (1, 3, "33.33", "Weak"),
      (15_999, 16_000, "99.99", "Strong"), (11_999, 16_000, "74.99", "Average"),
    ])
  func rounding(length: Int, preferred: Int, score: String, level: String) async throws {
    let policy =
      #"{"strength": {"preferredLength": \#(preferred), "weights": [100, 0, 0, 0]}}"#
    let password = String(repeating: "a", count: length) + "\n"
    #expect(try await check(password, policy: policy).text == "1: ok  strength \(score) \(level)\n")
    let object = try await check(password, "--format", "ndjson", policy: policy).text
    #expect(object.contains(#""strength":{"score":\#(score),"level":"\#(level)"}"#))
    let record = try await check(password, "--format", "csv", policy: policy).lines.last
    #expect(record?.hasPrefix("1,true,,\(score),\(level),") == true)
  }

  @Test("end with 0 when all comply, and when there is nothing to check")
  func compliant() async throws {
    let outcome = try await check("Password1\nPassword2\n")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "2 checked, 2 compliant, 0 not\n")
    let nothing = try await check("")
    #expect(nothing.status == 0)
    #expect(nothing.text == "")
    #expect(nothing.errors == "0 checked, 0 compliant, 0 not\n")
  }

  @Test("report only the status when quiet", arguments: [("Password1\n", 0), ("x\n", 1)])
  func quiet(input: String, status: Int32) async throws {
    for arguments in [["-q"], ["--quiet", "--format", "csv"], ["--no-quiet", "-q"]] {
      let folder = try TemporaryFolder()
      try folder.write(Self.policy, to: "policy.json")
      let outcome = try await Command.run(
        ["check", "--policy", "policy.json"] + arguments, input: input, folder: folder.url)
      #expect(outcome.status == status)
      #expect(outcome.text == "")
      #expect(outcome.errors == "")
    }
    #expect(try await check(input, "-q", "--no-quiet").text != "")
  }

  // MARK: Lines

  @Test(
    "end lines at a line feed, including a carriage return before it",
    arguments: [
      ("Password1\r\nPassword2\r\n", [true, true]), ("Password1\nPassword2", [true, true]),
      ("\n\n", [false, false]), ("Password1\n\r\n", [true, false]), ("Password1\r\r\n", [false]),
      ("Password1\r", [false]), ("Password1\rPassword2\n", [false]), ("Password1\0\n", [false]),
    ])
  func lineEnds(input: String, complies: [Bool]) async throws {
    // Letters and digits alone, so that what is left of a line end does not comply.
    let letters = String(decoding: UInt8(ascii: "a")...UInt8(ascii: "z"), as: UTF8.self)
    let policy = """
      {"length": {"min": 8}, "allowed": "\(letters)\(letters.uppercased())0123456789"}
      """
    let outcome = try await check(input, "--format", "csv", policy: policy)
    let records = CSV.records(outcome.text).dropFirst()
    #expect(records.map { $0[1] } == complies.map(\.description))
    #expect(records.map { $0[0] } == (1...complies.count).map(\.description))
  }

  @Test("end passwords only at NUL on request")
  func nullTerminated() async throws {
    let policy = #"{"length": {"min": 3, "max": 3}}"#
    for option in ["-0", "--null"] {
      let outcome = try await check("a\nb\0a\r\n\0\0abc\0xyz", option, policy: policy)
      #expect(
        try outcome.lines.map { $0.contains(": ok") } == [true, true, false, true, true])
    }
    #expect(try await check("a\nb\0", "-0", "--no-null", policy: policy).lines.count == 2)
  }

  @Test("read the same from a file, a pipe and standard input")
  func inputs() async throws {
    let folder = try TemporaryFolder()
    try folder.write("Password1\nshort\n", to: "in")
    let outcome = try await Command.shell(
      """
      for input in in - /dev/stdin; do "$PASSWRIGHT" check --policy pci-dss-4 --input $input <in; done
      mkfifo pipe; cat in >pipe & "$PASSWRIGHT" check --policy pci-dss-4 --input pipe
      """, folder: folder.url)
    let lines = try outcome.lines
    #expect(lines.count == 8)
    #expect(Set(lines).count == 2)
    #expect(outcome.status == 1)
  }

  @Test("refuse what is not UTF-8")
  func encoding() async throws {
    let outcome = try await Command.shell(
      #"printf 'caf\303\251 caf\303\251 12\ncaf\351 cafe 12345\n' | "$PASSWRIGHT" check --policy pci-dss-4"#
    )
    #expect(outcome.status == 1)
    #expect(try outcome.lines.map { $0.split(separator: " ")[1] } == ["ok", "encoding"])
    #expect(outcome.errors == "2 checked, 1 compliant, 1 not\nencoding: 1\n")
  }

  // MARK: Whose password it is

  @Test(
    "refuse parts of the names in the context",
    arguments: [
      ("user=jdoe", "xx-JDoe-xx1", false), ("user=jdoe", "xx-jdo-xx1", true),
      ("name=Erin M. Hagens", "hagens-2031-Q", false), ("name=Erin M. Hagens", "m-2031-Qxx", true),
      ("email=pat.lee@example.org", "my-example-1", false),
      ("email=pat.lee@example.org", "my-org-12345", true),
      ("name=a=bcd", "xx-a=bcd-xx", false),
    ])
  func context(entry: String, password: String, complies: Bool) async throws {
    let outcome = try await check("\(password)\n", "--context", entry, policy: "{}")
    #expect(outcome.text.hasPrefix(complies ? "1: ok" : "1: context.word"))
  }

  @Test("accept several entries of context")
  func contexts() async throws {
    let outcome = try await check(
      "xx-jdoe-xx\nxx-hagens\nother\n", "--context", "user=jdoe", "--context", "name=Hagens",
      policy: "{}")
    #expect(outcome.errors == "3 checked, 1 compliant, 2 not\ncontext.word: 2\n")
  }

  // MARK: Secrecy

  @Test("write no password or part of one anywhere", arguments: ["text", "ndjson", "csv"])
  func secrecy(format: String) async throws {
    let passwords = ["Zxq7-Wvk", "zxqzxqzxqWVK", "acmezxq", "wvk", "Zxq77 Wvk", "zxq\u{1B}wvk€"]
    let long = String(repeating: "zxq", count: 6000)
    let outcome = try await check(
      (passwords + [long]).joined(separator: "\n"), "--format", format, "--context", "user=wvk")
    #expect(outcome.status == 1)
    for text in [outcome.text.lowercased(), outcome.errors.lowercased()] {
      #expect(!text.contains("zxq"))
      #expect(!text.contains("wvk"))
    }
  }

  @Test("accept no password on the command line, and print none that is given there")
  func argument() async throws {
    let outcome = try await Command.run("check", "--policy", "pci-dss-4", "--", "Zxq7-Wvk")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
  }

  // MARK: Examples that others document

  struct Example: Sendable {
    let policy: String
    let complies: [String]
    let fails: [String]
  }

  static let sailPoint = [
    Example(
      policy: #"{"characters": {"letters": {"min": 2}}}"#, complies: ["a123Z"], fails: ["p12345"]),
    Example(
      policy: #"{"characters": {"upper": {"min": 2}}}"#, complies: ["PASSWORD"], fails: ["Password"]
    ),
    Example(
      policy: #"{"characters": {"digits": {"min": 2}}}"#, complies: ["p12345"], fails: ["Password1"]
    ),
    Example(
      policy: #"{"characters": {"symbols": {"min": 2}}}"#, complies: ["p@$sword"],
      fails: ["p@ssword1"]),
    Example(policy: #"{"minCharacterTypes": 3}"#, complies: ["Password1"], fails: ["password1"]),
    Example(policy: #"{"maxRepeatedRun": 2}"#, complies: ["password"], fails: ["passsword"]),
    Example(
      policy: #"{"badPasswords": {"words": ["spring"], "match": "substring"}}"#,
      complies: ["345SprunG"], fails: ["345SprinG"]),
    Example(
      policy: #"{"badPasswords": {"patterns": ["clickstudios"]}}"#, complies: ["ClickStudio"],
      fails: ["Clickstudios01", "clickStudios2015"]),
    Example(
      policy: #"{"badPasswords": {"words": ["clickstudios"]}}"#, complies: ["Clickstudios01"],
      fails: ["CLICKstudios"]),
  ]

  @Test("agree with documented examples", arguments: sailPoint)
  func documented(_ example: Example) async throws {
    let passwords = example.complies + example.fails
    let outcome = try await check(
      passwords.joined(separator: "\n"), "--format", "csv", policy: example.policy)
    let verdicts = CSV.records(outcome.text).dropFirst().map { $0[1] }
    #expect(
      verdicts == example.complies.map { _ in "true" } + example.fails.map { _ in "false" })
  }

  // MARK: Errors

  static let usageCases: [ErrorCase] = [
    ErrorCase("check", status: 64, errors: "Missing expected argument '--policy <file|preset>'"),
    ErrorCase(
      "check", "--policy", "-", status: 64,
      errors:
        "the policy and the passwords both come from standard input; name a file for one of them"),
    ErrorCase(
      "check", "--policy", "-", "--input", "-", status: 64,
      errors:
        "the policy and the passwords both come from standard input; name a file for one of them"),
    ErrorCase(
      "check", "--policy", "pci-dss-4", "--input", "", "--threads", "0", status: 64,
      errors: "--threads 0 is out of range; use 1 to 256",
      "--input has an empty name; name a file, or - for standard input"),
    ErrorCase(
      "check", "--policy", "pci-dss-4", "--context", "host=a", status: 64,
      errors:
        "The value 'host=a' is invalid for '--context <key=value>': write user=…, name=…, email=…"),
    ErrorCase(
      "check", "--policy", "pci-dss-4", "--context", "user=", status: 64,
      errors:
        "The value 'user=' is invalid for '--context <key=value>': the value after = is empty; leave the option out"
    ),
    ErrorCase(
      "check", "--policy", "pci-dss-4", "--context", "user=a", "--context", "user=b", status: 64,
      errors: "--context user=… is given more than once; keep one"),
    ErrorCase(
      "check", "--policy", "pci-dss-4", "--format", "json", status: 64,
      errors:
        "The value 'json' is invalid for '--format <format>'. Please provide one of 'text', 'ndjson' or 'csv'."
    ),
  ]

  @Test("report errors of the command line", arguments: usageCases)
  func usage(_ example: ErrorCase) async throws {
    let outcome = try await Command.run(example.arguments)
    #expect(outcome.status == example.status)
    #expect(outcome.output.isEmpty)
    let complaints = outcome.errorLines.filter { $0.hasPrefix("passwright: error: ") }
    #expect(complaints.map(String.init) == example.errors.map { "passwright: error: \($0)" })
  }

  @Test(
    "report invalid policies with the right status",
    arguments: [
      (#"{"length": {"min": 9, "max": 5}}"#, 3, "$.length: the minimum 9 is above"),
      (#"{"lenth": {}}"#, 64, "$.lenth: no such key; known keys:"), ("{", 64, "line 1, column 2: "),
      (#"{"badPasswords": {"wordFiles": ["none"]}}"#, 2, "$.badPasswords.wordFiles[0]: “./none”"),
    ])
  func wrongPolicy(policy: String, status: Int32, error: String) async throws {
    let outcome = try await check("Password1\n", policy: policy)
    #expect(outcome.status == status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("passwright: error: policy policy.json: \(error)"))
  }

  @Test("report an input that cannot be read, with status 2")
  func unreadable() async throws {
    let folder = try TemporaryFolder()
    let missing = try await Command.run(
      "check", "--policy", "pci-dss-4", "--input", "none", folder: folder.url)
    #expect(missing.status == 2)
    #expect(
      missing.errors == """
        passwright: error: cannot read none: No such file or directory; name a file that you may \
        read

        """)
    let directory = try await Command.run(
      "check", "--policy", "pci-dss-4", "--input", ".", folder: folder.url)
    #expect(directory.status == 2)
    #expect(directory.errors == "passwright: error: cannot read .: Is a directory\n")
    let closed = try await Command.shell(#""$PASSWRIGHT" check --policy pci-dss-4 <&-"#)
    #expect(closed.status == 2)
    #expect(
      closed.errors == "passwright: error: cannot read standard input: Bad file descriptor\n")
  }
}
