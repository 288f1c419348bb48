import PasswordPolicy
import Testing
import _TestSupport

@Suite("Bad words")
struct BadWordTests {
  static func policy(_ words: [String], _ match: BadPasswords.Match) throws -> CompiledPolicy {
    var policy = Policy()
    policy.badPasswords.words = words
    policy.badPasswords.match = match
    return try CompiledPolicy(policy)
  }

  @Test("Random words agree with a plain search", arguments: 0..<8)
  func random(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    func text(_ range: ClosedRange<Int>, _ letters: [String]) -> String {
      (0..<Int.random(in: range, using: &generator)).map { _ in generator.pick(letters) }.joined()
    }
    for _ in 0..<scaled(150) {
      let letters = ["a", "b", "A", seed % 2 == 0 ? "c" : "é", seed % 4 < 2 ? "B" : "ß"]
      let words = (0..<Int.random(in: 1...30, using: &generator)).map { _ in text(1...7, letters) }
      let whole = try Self.policy(words, .whole)
      let substring = try Self.policy(words, .substring)
      let folded = words.map(NaivePolicy.folded)
      for _ in 0..<20 {
        let password = text(0...12, letters)
        let foldedPassword = NaivePolicy.folded(password)
        #expect(whole.isCompliant(password) == !folded.contains(foldedPassword))
        #expect(
          substring.isCompliant(password)
            == !folded.contains { NaivePolicy.contains(foldedPassword, $0) })
      }
    }
  }

  @Test("A hundred thousand words are each refused in any case, and others are not")
  func many() throws {
    var generator = SplitMix(seed: 3)
    let words = (0..<100_000).map { _ in String(generator.next(), radix: 36) }
    let set = Set(words)
    let policy = try Self.policy(words, .whole)
    for word in words.prefix(5000) {
      #expect(!policy.isCompliant(word.uppercased()))
      let other = word + "-"
      #expect(policy.isCompliant(other))
      let shorter = String(word.dropLast())
      #expect(policy.isCompliant(shorter) == !set.contains(shorter))
    }
  }

  @Test("Words of every length around the eight bytes that are hashed together")
  func lengths() throws {
    let words = (1...40).map { String(repeating: "K", count: $0) + "\($0)" }
    let policy = try Self.policy(words, .whole)
    for word in words {
      #expect(!policy.isCompliant(word.lowercased()))
      #expect(policy.isCompliant(word.lowercased() + "k"))
      #expect(policy.isCompliant("x" + word.dropFirst()))
    }
  }

  @Test(
    "Words that are prefixes, suffixes and parts of one another",
    arguments: ["he", "she", "hers", "his", "ushers"])
  func overlapping(text: String) throws {
    let policy = try Self.policy(["hers", "his", "she", "he", "HE"], .substring)
    #expect(!policy.isCompliant(text))
    #expect(policy.isCompliant("h-e s-h-i-s"))
  }

  @Test("Falling back finds the word that began later")
  func fallback() throws {
    let policy = try Self.policy(["abcabd", "bcabe", "cabx"], .substring)
    #expect(!policy.isCompliant("abcabe"))
    #expect(!policy.isCompliant("abcabcabx"))
    #expect(policy.isCompliant("abcabcabcabc"))
  }

  // What takes the square of the length, or of the words, does not come to an end here.
  @Test("A long run of near misses stays linear")
  func linear() throws {
    let words = (1...2000).map { String(repeating: "a", count: $0) + "b" }
    let policy = try Self.policy(words, .substring)
    #expect(policy.isCompliant(String(repeating: "a", count: 16_384)))
  }

  @Test("Folding a character takes at most three times its bytes")
  func foldedSize() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      guard properties.changesWhenUppercased || properties.changesWhenLowercased else { continue }
      let text = String(scalar)
      #expect(NaivePolicy.folded(text).utf8.count <= 3 * text.utf8.count)
    }
  }

  @Test("Each character that has a case equals its other case")
  func cases() throws {
    for (left, right) in [
      ("straße", "STRASSE"), ("ΣΊΣΥΦΟΣ", "σίσυφος"), ("Ǆ", "ǆ"), ("ŉ", "ʼN"), ("ﬃ", "FFI"),
      ("Дом", "дОМ"), ("\u{212A}", "k"),
    ] {
      #expect(try !Self.policy([left], .whole).isCompliant(right))
      #expect(try !Self.policy([right], .whole).isCompliant(left))
      #expect(try !Self.policy([left], .substring).isCompliant("1\(right)2"))
    }
  }

  @Test("An empty word is refused when the policy is compiled")
  func emptyWord() {
    #expect(throws: PolicyError(problems: [.emptyWord(path: "$.badPasswords.words[1]")])) {
      try Self.policy(["a", ""], .substring)
    }
  }
}
