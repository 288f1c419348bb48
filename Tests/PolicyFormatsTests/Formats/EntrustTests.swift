import PasswordPolicy
import PolicyFormats
import Testing

@Suite("Entrust's settings")
struct EntrustTests {
  static func read(_ json: String) throws -> (policy: Policy, losses: [String]) {
    let (policy, losses) = try PolicyFormat.entrust.read(Array(json.utf8))
    return (policy, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  static func write(_ policy: Policy) -> (text: String, losses: [String]) {
    let (text, losses) = PolicyFormat.entrust.write(policy)
    return (text, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  @Test("have a rule for each key")
  func all() throws {
    let (policy, losses) = try Self.read(
      """
      {"minimumLength": 10, "maximumLength": 40, "includeLowercase": "REQUIRED",
       "numberOfLowercaseRequired": 3, "includeUppercase": "REQUIRED", "includeNumber": "ALLOWED",
       "includeNonalphanumeric": "NOT_ALLOWED", "maximumRepeated": 2, "passwordHistorySize": 8,
       "adComplexity": false}
      """)
    var expected = Policy()
    expected.length = Bounds(min: 10, max: 40)
    expected.characters.lowercase.min = 3
    expected.characters.uppercase.min = 1
    expected.characters.symbols.max = 0
    expected.maxRepeatedRun = 2
    expected.reuse = ReuseRule(last: 8)
    #expect(policy == expected)
    #expect(losses == ["$.maximumRepeated weakened"])
  }

  @Test("ignore numbers of 0")
  func off() throws {
    let (policy, losses) = try Self.read(
      """
      {"minimumLength": 0, "maximumLength": 0, "maximumRepeated": 0, "passwordHistorySize": 0,
       "minimumStrength": 0, "lifetimeDays": 0, "minimumLifetime": 0,
       "numberOfNumericRequired": 0, "includeNumber": "ALLOWED"}
      """)
    #expect(policy == Policy())
    #expect(losses.isEmpty)
  }

  @Test("report settings that a policy cannot express")
  func losses() throws {
    let (policy, losses) = try Self.read(
      """
      {"includeNumber": "ALLOWED", "numberOfNumericRequired": 2, "numberOfUppercaseRequired": 2,
       "adComplexity": true, "minimumStrength": 3, "lifetimeDays": 90, "minimumLifetime": 1,
       "newKey": true}
      """)
    #expect(policy.minCharacterTypes == 3)
    #expect(policy.characters.digits.min == nil)
    #expect(policy.characters.uppercase.min == 2)
    #expect(
      losses == [
        "$.numberOfNumericRequired dropped", "$.adComplexity weakened",
        "$.minimumStrength dropped", "$.lifetimeDays dropped", "$.minimumLifetime dropped",
        "$.newKey dropped",
      ])
  }

  @Test("that are wrong are reported with everything that is")
  func wrong() {
    let json =
      "{\"includeNumber\": \"required\", \"minimumLength\": 256, \"minimumStrength\": 5, \"adComplexity\": \"yes\"}"
    #expect(throws: FormatError.self) { try PolicyFormat.entrust.read(Array(json.utf8)) }
    do {
      _ = try PolicyFormat.entrust.read(Array(json.utf8))
    } catch {
      #expect(
        error.problems.map(\.description) == [
          "$.minimumLength: 256 is out of range; use 0 to 255",
          "$.includeNumber: no such value: “required”; use REQUIRED, ALLOWED, NOT_ALLOWED",
          "$.adComplexity: a string; use true or false",
          "$.minimumStrength: 5 is out of range; use 0 to 4",
        ])
    }
  }

  @Test("are written with every rule")
  func written() throws {
    var policy = Policy()
    policy.length = Bounds(min: 10, max: 40)
    policy.characters.lowercase.min = 3
    policy.characters.symbols.max = 0
    policy.reuse = ReuseRule(last: 8)
    let (text, losses) = Self.write(policy)
    #expect(
      text == """
        {
          "minimumLength": 10,
          "maximumLength": 40,
          "includeLowercase": "REQUIRED",
          "numberOfLowercaseRequired": 3,
          "includeUppercase": "ALLOWED",
          "numberOfUppercaseRequired": 0,
          "includeNumber": "ALLOWED",
          "numberOfNumericRequired": 0,
          "includeNonalphanumeric": "NOT_ALLOWED",
          "numberOfNonalphanumericRequired": 0,
          "maximumRepeated": 0,
          "passwordHistorySize": 8,
          "adComplexity": false
        }

        """)
    #expect(losses.isEmpty)
    #expect(try Self.read(text).policy == policy)
  }

  @Test("require each of four kinds, and recognize Active Directory's three of four")
  func types() throws {
    var policy = Policy()
    policy.length.max = 20
    policy.minCharacterTypes = 4
    let four = Self.write(policy)
    #expect(four.losses.isEmpty)
    #expect(try Self.read(four.text).policy.characters.symbols.min == 1)
    policy.minCharacterTypes = 3
    let three = Self.write(policy)
    #expect(three.losses == ["$.minCharacterTypes strengthened"])
    #expect(try Self.read(three.text).policy == policy)
    policy.minCharacterTypes = 2
    #expect(Self.write(policy).losses == ["$.minCharacterTypes dropped"])
  }

  @Test("forbid a kind when none of it is allowed, and no single character")
  func allowed() throws {
    var policy = Policy()
    policy.length.max = 20
    policy.allowed = "abcdefghijklmnopqrstuvwxyz0123456789"
    let exact = Self.write(policy)
    #expect(exact.losses.isEmpty)
    let read = try Self.read(exact.text).policy
    #expect(read.characters.uppercase.max == 0)
    #expect(read.characters.symbols.max == 0)
    #expect(read.characters.lowercase == Bounds())
    policy.allowed = "abcdef0123456789"
    #expect(Self.write(policy).losses == ["$.allowed weakened"])
  }

  @Test("accept lengths and histories of at most 255")
  func greatest() {
    var policy = Policy()
    policy.length = Bounds(min: 300, max: 400)
    policy.reuse = ReuseRule(last: 300)
    policy.maxRepeatedRun = 3
    let (text, losses) = Self.write(policy)
    #expect(text.contains("\"minimumLength\": 255,\n  \"maximumLength\": 255,"))
    #expect(text.contains("\"passwordHistorySize\": 255,"))
    #expect(
      losses == [
        "$.length.min weakened", "$.length.max strengthened", "$.reuse.last weakened",
        "$.maxRepeatedRun strengthened",
      ])
  }
}
