import PasswordPolicy
import Testing
import _TestSupport

@Suite("Passwords of any bytes")
struct InputTests {
  @Test("A password of the maximum size is checked, and a longer one is refused, not truncated")
  func maximum() throws {
    var policy = Policy()
    policy.characters.digits.min = 1
    let compiled = try CompiledPolicy(policy)
    let longest = [UInt8](repeating: 0x61, count: CompiledPolicy.maximumBytes - 1) + [0x31]
    #expect(compiled.isCompliant(bytes: longest))
    #expect(compiled.violations(ofBytes: longest).isEmpty)
    let tooLong = [0x61] + longest
    #expect(!compiled.isCompliant(bytes: tooLong))
    #expect(
      compiled.violations(ofBytes: tooLong)
        == [Violation(rule: .lengthBytes(max: CompiledPolicy.maximumBytes))])
    #expect(CompiledPolicy.maximumBytes >= 4 * Policy.maximumLength)
  }

  @Test("4,096 characters of any kind fit")
  func longest() throws {
    var policy = Policy()
    policy.length = Bounds(min: 4096, max: 4096)
    let compiled = try CompiledPolicy(policy)
    #expect(compiled.isCompliant(String(repeating: "🙂", count: 4096)))
    #expect(!compiled.isCompliant(String(repeating: "🙂", count: 4095)))
  }

  @Test(
    "Bytes that are not UTF-8 break their own rule and count as symbols",
    arguments: [
      [0xFF], [0xC3], [0x61, 0x80, 0x61], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    ]
      as [[UInt8]])
  func invalid(bytes: [UInt8]) throws {
    var policy = Policy()
    policy.characters.symbols.min = 1
    let compiled = try CompiledPolicy(policy)
    #expect(compiled.violations(ofBytes: bytes).map(\.code) == ["encoding"])
    #expect(!compiled.isCompliant(bytes: bytes))
  }

  @Test("The empty password breaks rules that require something, and no others")
  func empty() throws {
    #expect(try CompiledPolicy(Policy()).isCompliant(""))
    var policy = Policy()
    policy.length.min = 1
    policy.first = .letters
    policy.last = .digits
    policy.firstAllowed = "a"
    policy.lastAllowed = "1"
    policy.sets = [SetRule(set: CharacterUnion(characters: "a"), bounds: Bounds(min: 1, max: 1))]
    policy.minCharacterTypes = 1
    policy.maxRepeatedRun = 1
    policy.maxSequence = 1
    #expect(
      try CompiledPolicy(policy).violations(of: "").map(\.code)
        == [
          "length.short", "sets.few", "types.few", "first", "last", "first.disallowed",
          "last.disallowed",
        ])
  }

  @Test("NUL and control characters are characters like any others")
  func control() throws {
    var policy = Policy()
    policy.length = Bounds(min: 3, max: 3)
    policy.characters.symbols.min = 2
    policy.badPasswords.words = ["\0a\u{1}"]
    let compiled = try CompiledPolicy(policy)
    #expect(compiled.violations(of: "\0b\u{1}").isEmpty)
    #expect(compiled.violations(of: "\0A\u{1}").map(\.code) == ["bad.word"])
  }

  @Test("Whatever the bytes, both answers agree and nothing traps", arguments: 0..<4)
  func fuzz(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(1000 + seed))
    for _ in 0..<scaled(150) {
      var policy = generator.policy()
      policy.badPasswords.patterns = ["a.c$", "é+", "[0-9]{3}"]
      guard let compiled = try? CompiledPolicy(policy) else { continue }
      let context = PolicyContext(
        userName: generator.password(length: 5), email: "ab@example.com")
      for _ in 0..<20 {
        let count = Int.random(in: 0...100, using: &generator)
        let isText = generator.chance(50)
        let bytes = (0..<count).map { _ in
          isText
            ? UInt8.random(in: 0x20...0x7E, using: &generator)
            : generator.pick(
              [0, 0x61, 0xC3, 0xA9, 0xE2, 0x80, 0xF0, 0x9F, 0x99, 0xFF, 0xED] as [UInt8])
        }
        for context in [nil, context] {
          let violations = compiled.violations(ofBytes: bytes, context: context)
          #expect(compiled.isCompliant(bytes: bytes, context: context) == violations.isEmpty)
        }
        _ = compiled.strength(of: bytes.span)
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        #expect(
          compiled.violations(ofBytes: bytes).contains { $0.code == "encoding" } == !isValid)
      }
    }
  }

  @Test("No violation contains the password or a part of it")
  func silence() throws {
    var policy = Policy.Preset.pciDSS.policy
    policy.length.min = 40
    policy.badPasswords.words = ["Tr0ub4dor"]
    policy.badPasswords.patterns = ["Tr0ub4"]
    policy.badPasswords.match = .substring
    let compiled = try CompiledPolicy(policy)
    let password = "xxTr0ub4dor\u{7}ZQ"
    let context = PolicyContext(userName: "Tr0ub4dor")
    let violations = compiled.violations(of: password, context: context)
    #expect(violations.count == 4)
    let text = violations.map { "\($0) \($0.parameters) \(String(reflecting: $0))" }.joined()
    for piece in ["Tr0", "tr0", "ub4", "dor", "ZQ", "xxT"] { #expect(!text.contains(piece)) }
  }
}
