import PasswordPolicy
import PolicyFormats
import Testing
import _TestSupport

@Suite("Conversions")
struct ConversionTests {
  /// Only rules on the text of a password are tried: no password depends on an account's names.
  @Test("lose and gain no more than they report", arguments: PolicyFormat.allCases, 0..<16)
  func truthful(_ format: PolicyFormat, _ seed: UInt64) throws {
    var random = SeededByteSource(seed: seed)
    for index in 0..<scaled(12) {
      let policy = index % 3 == 0 ? random.extremePolicy() : random.policy()
      let (text, unsaid) = format.write(policy)
      let (read, unread) = try format.read(Array(text.utf8))
      let effects = Set((unsaid.losses + unread.losses).map(\.effect))
      let story: Comment = "\(policy.json)\(text)\(read.json)\(unsaid)"
      guard let converted = try? CompiledPolicy(read) else {
        // The requirements may exceed the maximum length of the format.
        #expect(effects.contains(.strengthened), story)
        continue
      }
      let original = try CompiledPolicy(policy)
      let passwords = random.passwords(like: policy.allowed ?? "", count: 120)
      let before = passwords.map { original.isCompliant($0) }
      let after = passwords.map { converted.isCompliant($0) }
      if zip(before, after).contains(where: { $0 && !$1 }) {
        #expect(effects.contains(.strengthened), story)
      }
      if zip(before, after).contains(where: { !$0 && $1 }) {
        #expect(!effects.isDisjoint(with: [.weakened, .dropped]), story)
      }
    }
  }

  @Test("of text that was read give the same text", arguments: PolicyFormat.allCases, 0..<25)
  func stable(_ format: PolicyFormat, _ seed: UInt64) throws {
    var random = SeededByteSource(seed: seed)
    let text = format.write(random.policy()).text
    let read = try format.read(Array(text.utf8)).policy
    #expect(format.write(read).text == text, "\(read.json)")
  }

  @Test("of extreme policies can be read back", arguments: PolicyFormat.allCases, 0..<25)
  func extreme(_ format: PolicyFormat, _ seed: UInt64) throws {
    var random = SeededByteSource(seed: seed)
    let text = format.write(random.extremePolicy()).text
    #expect(throws: Never.self, "\(text)") { try format.read(Array(text.utf8)) }
  }

  @Test("of every preset and every format to every other end", arguments: PolicyFormat.allCases)
  func presets(_ format: PolicyFormat) throws {
    for preset in Policy.Preset.allCases {
      let text = format.write(preset.policy).text
      #expect(text.hasSuffix("\n"))
      let policy = try format.read(Array(text.utf8)).policy
      for other in PolicyFormat.allCases {
        #expect(throws: Never.self) { try other.read(Array(other.write(policy).text.utf8)) }
      }
    }
  }

  @Test("from this package's own format to itself lose nothing")
  func same() throws {
    let policy = Policy.Preset.activeDirectory.policy
    let (text, losses) = PolicyFormat.passwright.write(policy)
    #expect(text == policy.json)
    #expect(losses.isEmpty)
    let read = try PolicyFormat.passwright.read(Array(text.utf8))
    #expect(read.policy == policy)
    #expect(read.losses.isEmpty)
    #expect(throws: FormatError.self) { try PolicyFormat.passwright.read(Array("{\"x\": 1}".utf8)) }
  }

  @Test("describe losses on one line")
  func losses() {
    let loss = Loss(path: "$.first", effect: .dropped, reason: "why")
    #expect(loss.description == "$.first: dropped: why")
    var report = LossReport()
    report.add(loss)
    report.add(loss)
    #expect(report.losses == [loss])
    report.add(Loss(path: "$.last", effect: .weakened, reason: "so"))
    #expect(report.description == "$.first: dropped: why\n$.last: weakened: so")
  }
}
