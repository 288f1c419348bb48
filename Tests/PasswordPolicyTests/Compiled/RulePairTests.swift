import PasswordPolicy
import Testing

/// A policy of one rule, and two passwords one character apart, one on each side.
struct RulePair: CustomTestStringConvertible, Sendable {
  let json: String
  let compliant: String
  let violating: String
  let code: String

  var testDescription: String { "\(code) \(json)" }
}

@Suite("Rules")
struct RulePairTests {
  static let pairs: [RulePair] = [
    .init(
      json: #"{"length":{"min":5}}"#, compliant: "abcde", violating: "abcd", code: "length.short"),
    .init(
      json: #"{"length":{"max":5}}"#, compliant: "abcde", violating: "abcdef", code: "length.long"),
    .init(json: #"{"length":{"min":2}}"#, compliant: "éé", violating: "é", code: "length.short"),
    .init(json: #"{"length":{"max":1}}"#, compliant: "🙂", violating: "🙂🙂", code: "length.long"),
    .init(
      json: #"{"length":{"max":100}}"#, compliant: String(repeating: "x", count: 100),
      violating: String(repeating: "x", count: 101), code: "length.long"),
    .init(
      json: #"{"characters":{"lower":{"min":2}}}"#, compliant: "AbcD", violating: "AbCD",
      code: "characters.lower.few"),
    .init(
      json: #"{"characters":{"lower":{"max":2}}}"#, compliant: "AbcD", violating: "Abcd",
      code: "characters.lower.many"),
    .init(
      json: #"{"characters":{"upper":{"min":2}}}"#, compliant: "PAssword", violating: "Password",
      code: "characters.upper.few"),
    .init(
      json: #"{"characters":{"upper":{"max":1}}}"#, compliant: "Password", violating: "PAssword",
      code: "characters.upper.many"),
    .init(
      json: #"{"characters":{"digits":{"min":2}}}"#, compliant: "pass12", violating: "passw2",
      code: "characters.digits.few"),
    .init(
      json: #"{"characters":{"digits":{"max":0}}}"#, compliant: "passwo", violating: "passw2",
      code: "characters.digits.many"),
    .init(
      json: #"{"characters":{"symbols":{"min":2}}}"#, compliant: "p@$sword", violating: "p@ssword",
      code: "characters.symbols.few"),
    .init(
      json: #"{"characters":{"symbols":{"min":1,"set":"!#"}}}"#, compliant: "ab!", violating: "ab?",
      code: "characters.symbols.few"),
    .init(
      json: #"{"characters":{"symbols":{"max":1,"set":"!#"}}}"#, compliant: "a!?", violating: "a!#",
      code: "characters.symbols.many"),
    .init(
      json: #"{"characters":{"letters":{"min":2}}}"#, compliant: "a123Z", violating: "a1234",
      code: "characters.letters.few"),
    .init(
      json: #"{"characters":{"letters":{"min":1}}}"#, compliant: "中1", violating: "。1",
      code: "characters.letters.few"),
    .init(
      json: #"{"characters":{"letters":{"max":1}}}"#, compliant: "a1", violating: "ab",
      code: "characters.letters.many"),
    .init(
      json: #"{"sets":[{"groups":["upper","digits"],"characters":"-_","min":1}]}"#,
      compliant: "abc_", violating: "abc+", code: "sets.few"),
    .init(
      json: #"{"sets":[{"groups":["upper","digits"],"characters":"é中","min":3}]}"#,
      compliant: "Éé中", violating: "Éé国", code: "sets.few"),
    .init(
      json: #"{"characters":{"symbols":{"set":"!#"}},"sets":[{"groups":["symbols"],"min":1}]}"#,
      compliant: "ab#", violating: "ab?", code: "sets.few"),
    .init(
      json: #"{"sets":[{"groups":["letters"],"characters":"é1","min":2,"max":2}]}"#,
      compliant: "a1#", violating: "a1é", code: "sets.many"),
    .init(
      json: #"{"sets":[{"characters":"aeiou","max":0}]}"#, compliant: "xyz", violating: "xyza",
      code: "sets.many"),
    .init(
      json: #"{"allowed":"abc"}"#, compliant: "abcc", violating: "abcd",
      code: "characters.disallowed"),
    .init(
      json: #"{"allowed":"abcé"}"#, compliant: "abcé", violating: "abcè",
      code: "characters.disallowed"),
    .init(
      json: #"{"minCharacterTypes":3}"#, compliant: "Password1", violating: "Passwordx",
      code: "types.few"),
    .init(
      json: #"{"minCharacterTypes":4}"#, compliant: "aB1-", violating: "aB1c", code: "types.few"),
    .init(
      json: #"{"maxRepeatedRun":2}"#, compliant: "password", violating: "passsord", code: "run.long"
    ),
    .init(json: #"{"maxRepeatedRun":1}"#, compliant: "aAaA", violating: "aAaa", code: "run.long"),
    .init(json: #"{"maxRepeatedRun":2}"#, compliant: "ééè", violating: "ééé", code: "run.long"),
    .init(
      json: #"{"maxSequence":3}"#, compliant: "xabcx", violating: "xabcd", code: "sequence.long"),
    .init(json: #"{"maxSequence":3}"#, compliant: "4324", violating: "4321", code: "sequence.long"),
    .init(json: #"{"maxSequence":3}"#, compliant: "8901", violating: "7890", code: "sequence.long"),
    .init(json: #"{"maxSequence":3}"#, compliant: "1098", violating: "0987", code: "sequence.long"),
    .init(json: #"{"maxSequence":3}"#, compliant: "9012", violating: "0123", code: "sequence.long"),
    .init(json: #"{"maxSequence":3}"#, compliant: "qwex", violating: "qWEr", code: "sequence.long"),
    .init(json: #"{"maxSequence":3}"#, compliant: "fdsx", violating: "fdsa", code: "sequence.long"),
    .init(json: #"{"maxSequence":3}"#, compliant: "абвд", violating: "абвг", code: "sequence.long"),
    .init(json: #"{"first":"letters"}"#, compliant: "a1", violating: "11", code: "first"),
    .init(json: #"{"first":"upper"}"#, compliant: "A1", violating: "a1", code: "first"),
    .init(json: #"{"last":"digits"}"#, compliant: "a1", violating: "ab", code: "last"),
    .init(json: #"{"last":"symbols"}"#, compliant: "a-", violating: "aa", code: "last"),
    .init(
      json: #"{"firstAllowed":"ab"}"#, compliant: "b!", violating: "c!", code: "first.disallowed"),
    .init(
      json: #"{"firstAllowed":"éb"}"#, compliant: "é!", violating: "è!", code: "first.disallowed"),
    .init(
      json: #"{"lastAllowed":"ab"}"#, compliant: "!b", violating: "!c", code: "last.disallowed"),
    .init(
      json: #"{"lastAllowed":"a🙂"}"#, compliant: "!🙂", violating: "!🙁", code: "last.disallowed"),
    .init(
      json: #"{"badPasswords":{"words":["Acme"]}}"#, compliant: "acmf", violating: "ACME",
      code: "bad.word"),
    .init(
      json: #"{"badPasswords":{"words":["straße"]}}"#, compliant: "STRASSF", violating: "STRASSE",
      code: "bad.word"),
    .init(
      json: #"{"badPasswords":{"words":["acme"],"match":"substring"}}"#, compliant: "xacmx1",
      violating: "xacme1", code: "bad.word"),
    .init(
      json: #"{"badPasswords":{"patterns":["^summer[0-9]{2,4}"]}}"#, compliant: "Summer2x",
      violating: "Summer20", code: "bad.pattern"),
    .init(
      json:
        #"{"strength":{"preferredLength":8,"weights":[100,0,0,0],"compliance":"Strong","mandatory":true}}"#,
      compliant: "abcdef", violating: "abcde", code: "strength.low"),
  ]

  @Test("Each rule separates two passwords that differ by one character", arguments: pairs)
  func pair(_ pair: RulePair) throws {
    let policy = try CompiledPolicy(try Policy(json: Array(pair.json.utf8)))
    #expect(policy.violations(of: pair.compliant).isEmpty)
    #expect(policy.isCompliant(pair.compliant))
    #expect(policy.violations(of: pair.violating).map(\.code) == [pair.code])
    #expect(!policy.isCompliant(pair.violating))
    let difference = pair.violating.unicodeScalars.count - pair.compliant.unicodeScalars.count
    #expect(abs(difference) <= 1)
  }

  @Test("Every code of a policy's own rules has such a pair")
  func coverage() {
    let ofOthers: Set = ["length.bytes", "encoding", "context.word", "reuse"]
    #expect(Set(Self.pairs.map(\.code)) == Set(Rule.codes).subtracting(ofOthers))
  }

  @Test("SailPoint's documented examples hold")
  func sailPoint() throws {
    func policy(_ change: (inout Policy) -> Void) throws -> CompiledPolicy {
      var policy = Policy()
      change(&policy)
      return try CompiledPolicy(policy)
    }
    let letters = try policy { $0.characters.letters.min = 2 }
    #expect(letters.isCompliant("a123Z") && !letters.isCompliant("p12345"))
    let upper = try policy { $0.characters.uppercase.min = 2 }
    #expect(upper.isCompliant("PASSWORD") && !upper.isCompliant("Password"))
    let digits = try policy { $0.characters.digits.min = 2 }
    #expect(digits.isCompliant("passw00rd") && !digits.isCompliant("passw0rd"))
    let symbols = try policy { $0.characters.symbols.min = 2 }
    #expect(symbols.isCompliant("p@$sword") && !symbols.isCompliant("p@ssword1"))
    let types = try policy { $0.minCharacterTypes = 3 }
    #expect(types.isCompliant("Password1") && !types.isCompliant("password1"))
    let run = try policy { $0.maxRepeatedRun = 2 }
    #expect(run.isCompliant("password") && !run.isCompliant("passsword"))
    let word = try policy {
      $0.badPasswords.words = ["spring"]
      $0.badPasswords.match = .substring
    }
    #expect(!word.isCompliant("345SprinG") && word.isCompliant("345Sprin9"))
  }

  @Test("clickstudios as a pattern refuses more than itself; as a whole word only itself")
  func clickStudios() throws {
    var policy = Policy()
    policy.badPasswords.patterns = ["clickstudios"]
    let pattern = try CompiledPolicy(policy)
    #expect(!pattern.isCompliant("Clickstudios01"))
    #expect(!pattern.isCompliant("clickStudios2015"))
    #expect(!pattern.isCompliant("CLICKSTUDIOS"))
    policy.badPasswords.patterns = []
    policy.badPasswords.words = ["clickstudios"]
    let word = try CompiledPolicy(policy)
    #expect(word.isCompliant("Clickstudios01"))
    #expect(word.isCompliant("clickStudios2015"))
    #expect(!word.isCompliant("clickstudios"))
    #expect(!word.isCompliant("ClickStudios"))
  }
}
