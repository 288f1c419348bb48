import PolicyFormats
import Testing
import _TestSupport

@Suite("Hostile text")
struct HostileTests {
  /// A text that each format reads.
  static let examples: [PolicyFormat: String] = [
    .passwright: "{\"length\": {\"min\": 8}, \"allowed\": \"abc\\u00e9\"}",
    .apple: "minlength: 8; required: lower, [-_]]; allowed: special; max-consecutive: 2;",
    .passwordstate: "IncludeAlphaSpecial=true&minLength=8&numericChars=true&ExcludeChars=%31",
    .sailpoint: "{\"name\": \"a\", \"minLength\": 8, \"minCharacterTypes\": -1}",
    .entrust: "{\"minimumLength\": 8, \"includeNumber\": \"REQUIRED\"}",
    .vaultHCL:
      "length = 8 # x\nrule \"charset\" {\n  charset = \"ab\\u00e9\"\n  min-chars = 1\n}\n",
    .libpwquality: "minlen = 8\ndcredit = -1 # x\nbadwords = acme é\n",
  ]

  @Test("has an example of each format that is read")
  func examples() throws {
    for format in PolicyFormat.allCases {
      let text = try #require(Self.examples[format])
      _ = try format.read(Array(text.utf8))
    }
  }

  /// Reads bytes to see that they are a policy or an error with problems, and no crash.
  static func survives(_ bytes: [UInt8], _ format: PolicyFormat) {
    do {
      let policy = try format.read(bytes).policy
      _ = format.write(policy)
    } catch {
      #expect((1...FormatError.maximumReported).contains(error.problems.count))
      #expect(error.problems.allSatisfy { !$0.description.isEmpty })
    }
  }

  @Test("of random bytes is read or refused", arguments: PolicyFormat.allCases)
  func random(_ format: PolicyFormat) {
    var random = SeededByteSource(seed: 1)
    for _ in 0..<1500 {
      let count = Int.random(in: 0...60, using: &random)
      Self.survives((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }, format)
    }
  }

  @Test("of the format's own characters is read or refused", arguments: PolicyFormat.allCases)
  func mutated(_ format: PolicyFormat) throws {
    let example = Array(try #require(Self.examples[format]).utf8)
    var random = SeededByteSource(seed: 2)
    for _ in 0..<1500 {
      var bytes = example
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = random.pick(example)
        case 1: bytes.insert(random.pick(example), at: index)
        case 2: bytes[index] = UInt8.random(in: 0...255, using: &random)
        default: bytes.removeSubrange(index..<min(index + 3, bytes.count))
        }
        if bytes.isEmpty { bytes = [0] }
      }
      Self.survives(bytes, format)
    }
  }

  @Test("that is truncated anywhere is read or refused", arguments: PolicyFormat.allCases)
  func cut(_ format: PolicyFormat) throws {
    let example = Array(try #require(Self.examples[format]).utf8)
    for count in 0..<example.count { Self.survives(Array(example[..<count]), format) }
  }

  @Test("that is long is refused before it is read", arguments: PolicyFormat.allCases)
  func long(_ format: PolicyFormat) {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: format.maximumBytes + 1)
    #expect(
      throws: FormatError(problems: [.tooLong(bytes: bytes.count, limit: format.maximumBytes)])
    ) { try format.read(bytes) }
  }

  @Test(
    "that is not UTF-8 is refused with its place",
    arguments: [
      PolicyFormat.apple, .passwordstate, .vaultHCL, .libpwquality,
    ])
  func encoding(_ format: PolicyFormat) {
    #expect(throws: FormatError(problems: [.text(line: 2, column: 2, reason: "not UTF-8")])) {
      try format.read([0x20, 0x0A, 0x20, 0xFF, 0x20])
    }
  }

  @Test("puts no control characters into messages")
  func messages() {
    do {
      _ = try AppleRules(parsing: "required: lower; required: x\u{1B}[2J; [\u{7}")
      Issue.record("nothing is wrong")
    } catch {
      #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }
  }
}
