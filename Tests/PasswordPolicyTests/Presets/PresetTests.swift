import PasswordPolicy
import Testing

@Suite("Presets and lint")
struct PresetTests {
  static func codes(_ change: (inout Policy) -> Void) -> [LintWarning.Code] {
    var policy = Policy.Preset.nist.policy
    policy.badPasswords.wordFiles = ["own"]
    change(&policy)
    return policy.lint().map(\.code)
  }

  @Test(
    "Every preset compiles, survives JSON and names its source", arguments: Policy.Preset.allCases)
  func presets(preset: Policy.Preset) throws {
    let policy = preset.policy
    #expect(policy.name == preset.rawValue)
    #expect(try Policy(json: Array(policy.json.utf8)) == policy)
    let compiled = try CompiledPolicy(policy)
    #expect(compiled.isCompliant("Zebra-lamp 47 quilt"))
    #expect(!compiled.isCompliant("Ab1-"))
    #expect(!preset.source.isEmpty)
  }

  @Test(
    "Active Directory's special characters are those of Microsoft's list",
    arguments: [
      ("abc1234€", false), ("abc1234£", false), ("abc1234 ", false), ("abc1234§", false),
      ("abc1234$", true), ("abc1234~", true), ("abc1234\\", true), ("abc1234/", true),
      ("Abc1234€", true), ("ÄBC1234abc", true), ("日本語abc123", false), ("日本語Abc123", true),
    ])
  func activeDirectory(password: String, isCompliant: Bool) throws {
    let compiled = try CompiledPolicy(Policy.Preset.activeDirectory.policy)
    #expect(compiled.isCompliant(password) == isCompliant)
    if !isCompliant { #expect(compiled.violations(of: password).map(\.code) == ["types.few"]) }
  }

  @Test("The names are those of the command")
  func names() {
    #expect(
      Policy.Preset.allCases.map(\.rawValue)
        == ["nist-800-63b-4", "owasp-asvs-5", "active-directory", "pci-dss-4"])
  }

  @Test(
    "NIST's preset has no warning except about the bundled list, and ASVS's also about its shorter minimum"
  )
  func clean() throws {
    #expect(Policy.Preset.nist.policy.lint().map(\.code) == [.bundledBlocklist])
    #expect(Policy.Preset.asvs.policy.lint().map(\.code) == [.minimumLength, .bundledBlocklist])
    let compiled = try CompiledPolicy(Policy.Preset.asvs.policy)
    #expect(compiled.lint() == compiled.definition.lint())
    #expect(Self.codes { _ in } == [])
  }

  @Test(
    "Fewer than 3,000 own words that can be passwords give a warning",
    arguments: [
      (3000, 8, BadPasswords.Match.whole, nil), (2999, 8, .whole, "2999 words of 8 or more"),
      (3000, 7, .whole, "0 words of 8 or more"), (3000, 7, .substring, nil),
      (1, 8, .substring, "1 word;"),
    ])
  func ownWords(count: Int, length: Int, match: BadPasswords.Match, says: String?) throws {
    let files = TemporaryFiles("own")
    // Two bytes each, so that characters are counted and not bytes.
    let prefix = String(repeating: "é", count: length - 4)
    try files.write("words", (0..<count).map { "\(prefix)\($0 + 1000)\n" }.joined())
    var policy = Policy.Preset.asvs.policy
    policy.badPasswords.wordFiles.append(files.name("words"))
    policy.badPasswords.match = match
    let warnings = try CompiledPolicy(policy, directory: "/tmp").lint()
    let own = warnings.filter { $0.code == .shortBlocklist }
    #expect(own.count == (says == nil ? 0 : 1))
    if let says { #expect(own.first?.message.contains("your lists have \(says)") == true) }
    #expect(!warnings.contains { $0.code == .bundledBlocklist })
  }

  @Test("One of anything is reported in the singular")
  func singular() {
    var policy = Policy.Preset.nist.policy
    policy.length.min = 1
    policy.characters.digits.min = 1
    let redundant = policy.lint().first { $0.code == .redundant }
    #expect(redundant?.message == "has no effect: the kinds alone take 1 character; remove it")
  }

  @Test("NIST: 15 characters of anything except a common password")
  func nist() throws {
    let policy = try CompiledPolicy(Policy.Preset.nist.policy)
    #expect(policy.isCompliant("éééééééééééé 🙂🙂"))
    #expect(!policy.isCompliant("correct horse "))
    #expect(policy.violations(of: "ThisIsMyPassword").map(\.code) == ["bad.word"])
    #expect(policy.isCompliant(String(repeating: "x y ", count: 1000)))
  }

  @Test("Active Directory: three kinds, seven characters, none of the names")
  func activeDirectory() throws {
    let policy = try CompiledPolicy(Policy.Preset.activeDirectory.policy)
    let context = PolicyContext(userName: "ehagens", displayName: "Erin M. Hagens")
    #expect(policy.isCompliant("Passw0rd", context: context))
    #expect(policy.violations(of: "password", context: context).map(\.code) == ["types.few"])
    #expect(policy.violations(of: "Erin2026!", context: context).map(\.code) == ["context.word"])
  }

  @Test("PCI DSS: twelve characters, letters and digits")
  func pci() throws {
    let policy = try CompiledPolicy(Policy.Preset.pciDSS.policy)
    #expect(policy.isCompliant("abcdefghijk1"))
    #expect(policy.violations(of: "abcdefghijkl").map(\.code) == ["characters.digits.few"])
    #expect(policy.violations(of: "123456789012").map(\.code) == ["characters.letters.few"])
    #expect(policy.violations(of: "abcdefghij1").map(\.code) == ["length.short"])
  }

  @Test("Composition rules give a warning")
  func composition() {
    #expect(Self.codes { $0.characters.digits.min = 1 } == [.composition])
    #expect(Self.codes { $0.minCharacterTypes = 2 } == [.composition])
    #expect(Self.codes { $0.first = .letters } == [.composition])
    #expect(Self.codes { $0.firstAllowed = "abc" } == [.composition])
    #expect(Self.codes { $0.lastAllowed = "abc" } == [.composition])
    let set = CharacterUnion(groups: [.letters])
    #expect(
      Self.codes { $0.sets = [SetRule(set: set, bounds: Bounds(min: 1, max: 3))] }
        == [.composition, .composition])
    #expect(Self.codes { $0.maxRepeatedRun = 2 } == [.composition])
  }

  @Test("Lengths give a warning exactly below 64, 15 and 8")
  func lengths() {
    #expect(Self.codes { $0.length.max = 63 } == [.maximumLength])
    #expect(Self.codes { $0.length.max = 64 } == [])
    #expect(Self.codes { $0.length.min = 14 } == [.minimumLength])
    #expect(Self.codes { $0.length.min = nil } == [.minimumLength])
    var policy = Policy.Preset.nist.policy
    policy.length.min = 8
    #expect(policy.lint().first?.message.contains("another factor") == true)
    policy.length.min = 7
    #expect(policy.lint().first?.message.contains("fewer than 8") == true)
  }

  @Test("Blocklists and allowed characters give warnings")
  func lists() {
    #expect(Self.codes { $0.badPasswords = BadPasswords() } == [.noBlocklist])
    #expect(Self.codes { $0.badPasswords.match = .substring } == [.substringBlocklist])
    #expect(Self.codes { $0.allowed = "abcdefghijklmnop" } == [.allowedCharacters])
    let printable = String(decoding: Array(UInt8(0x20)...0x7E), as: UTF8.self)
    #expect(Self.codes { $0.allowed = printable } == [.allowedCharacters])
  }

  @Test("Mandatory strength that requires kinds gives a warning")
  func strength() {
    var rule = StrengthRule()
    rule.compliance = .strong
    rule.mandatory = true
    #expect(Self.codes { $0.strength = rule } == [])
    rule.minNumeric = 1
    #expect(Self.codes { $0.strength = rule } == [.strength])
  }

  @Test("Redundant rules give a warning")
  func redundant() {
    func isRedundant(_ change: (inout Policy) -> Void) -> Bool {
      Self.codes(change).contains(.redundant)
    }
    #expect(isRedundant { $0.characters.digits.min = 0 })
    #expect(
      isRedundant {
        $0.characters.letters.min = 1
        $0.characters.lowercase.min = 1
      })
    #expect(
      isRedundant {
        $0.minCharacterTypes = 1
        $0.characters.lowercase.min = 1
      })
    #expect(
      isRedundant {
        $0.length.max = 64
        $0.maxSequence = 64
      })
    #expect(
      isRedundant {
        $0.length.max = 64
        $0.characters.digits.max = 64
      })
    #expect(
      isRedundant { $0.badPasswords.words = ["correct horse battery", "CORRECT HORSE BATTERY"] })
    #expect(isRedundant { $0.badPasswords.words = ["short"] })
    #expect(isRedundant { $0.characters.symbolSet = "!" })
    #expect(isRedundant { $0.characters.digits.min = 15 })
    func isRedundant(_ bounds: Bounds, _ change: (inout Policy) -> Void = { _ in }) -> Bool {
      isRedundant {
        $0.sets = [SetRule(set: CharacterUnion(groups: [.letters, .digits]), bounds: bounds)]
        change(&$0)
      }
    }
    #expect(isRedundant(Bounds()))
    #expect(isRedundant(Bounds(min: 0)))
    #expect(isRedundant(Bounds(max: 64)) { $0.length.max = 64 })
    #expect(isRedundant(Bounds(min: 1)) { $0.sets += $0.sets })
    #expect(isRedundant(Bounds(min: 2)) { $0.characters.uppercase.min = 2 })
    #expect(!isRedundant(Bounds(min: 2)) { $0.characters.symbols.min = 2 })
    #expect(!isRedundant(Bounds(min: 2, max: 3)) { $0.length.max = 64 })
    #expect(
      isRedundant {
        $0.allowed = "abc"
        $0.firstAllowed = "cbad"
      })
    #expect(!isRedundant { $0.badPasswords.words = ["long enough to comply"] })
  }

  @Test("A policy that cannot be met gives a warning")
  func unmeetable() {
    #expect(Self.codes { $0.length.max = 14 } == [.unmeetable, .maximumLength])
    #expect(
      Self.codes {
        $0.allowed = "abc"
        $0.characters.digits.min = 1
      }.contains(.unmeetable))
  }
}
