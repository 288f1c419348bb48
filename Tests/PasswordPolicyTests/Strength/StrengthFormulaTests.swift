import PasswordPolicy
import Testing
import _TestSupport

@Suite("Strength formula")
struct StrengthFormulaTests {
  static func strength(_ password: String, _ change: (inout StrengthRule) -> Void = { _ in }) throws
    -> Strength
  {
    var policy = Policy()
    var rule = StrengthRule()
    change(&rule)
    policy.strength = rule
    return try CompiledPolicy(policy).strength(of: password)
  }

  @Test(
    "By length alone, with a preferred length of 16, each level begins exactly at its minimum",
    arguments: [
      (0, 0, 1, "Very Poor"), (3, 75, 4, "Very Poor"), (4, 25, 1, "Weak"), (7, 175, 4, "Weak"),
      (8, 50, 1, "Average"), (11, 275, 4, "Average"), (12, 75, 1, "Strong"),
      (15, 375, 4, "Strong"), (16, 100, 1, "Excellent"), (17, 100, 1, "Excellent"),
      (4000, 100, 1, "Excellent"),
    ])
  func bounds(count: Int, numerator: Int, denominator: Int, level: String) throws {
    let strength = try Self.strength(String(repeating: "x", count: count)) {
      $0.preferredLength = 16
    }
    #expect(strength.scoreNumerator == numerator)
    #expect(strength.scoreDenominator == denominator)
    #expect(strength.level.rawValue == level)
  }

  @Test(
    "With every part required, each part is earned whole or not at all",
    arguments: [
      // Length 10 of 10: 50 always.  Then digits 15, letter case 15, symbols 20.
      ("----------", 70, "Average"), ("abcdefghij", 50, "Average"), ("abcdefghiJ", 65, "Average"),
      ("abcdefgh12", 65, "Average"), ("abcdefgH12", 80, "Strong"), ("abcdefg-12", 85, "Strong"),
      ("abcdefG-1", 80, "Strong"), ("abcdefG-12", 100, "Excellent"),
      ("1-aB", 55, "Average"), ("12-aB", 75, "Strong"), ("12-a", 55, "Average"),
      ("12-Ab", 75, "Strong"), ("12Ab", 50, "Average"), ("12A", 30, "Weak"), ("abcde", 25, "Weak"),
      ("abcd", 20, "Very Poor"), ("", 0, "Very Poor"),
    ])
  func parts(password: String, score: Int, level: String) throws {
    let strength = try Self.strength(password) {
      $0.minNumeric = 2
      $0.minSymbol = 1
      $0.requireUpperAndLower = true
      $0.minLower = 1
      $0.minUpper = 1
    }
    #expect(strength.scoreNumerator == score)
    #expect(strength.scoreDenominator == 1)
    #expect(strength.level.rawValue == level)
  }

  @Test(
    "Symbols are units other than letters a-z, digits, commas and spaces",
    arguments: [
      ("-", 1), (",", 0), (" ", 0), ("\t", 1), ("\n", 1), ("\u{A0}", 1), ("é", 1), ("e\u{301}", 1),
      ("É", 1), ("ß", 1), ("٣", 1), ("🙂", 2), ("👍🏽", 4), ("\u{7F}", 1), ("@[`{/:", 6), ("aZ09", 0),
    ])
  func symbols(text: String, count: Int) throws {
    // One symbol more than there are earns nothing; as many as there are earn all.
    func score(_ minimum: Int) throws -> Int {
      try Self.strength(text) {
        $0.weights = [0, 0, 0, 100]
        $0.minSymbol = minimum
      }.scoreNumerator
    }
    if count > 0 { #expect(try score(count) == 100) }
    #expect(try score(count + 1) == 0)
  }

  @Test("Each ASCII character counts the same next to one that is not ASCII")
  func mixed() throws {
    for value in UInt8.min..<128 {
      let text = String(Unicode.Scalar(value))
      for part in 1...3 {
        func score(_ text: String, symbols: Int) throws -> Int {
          try Self.strength(text) {
            $0.weights = [0, 0, 0, 0]
            $0.weights[part] = 100
            $0.minNumeric = 1
            $0.minSymbol = symbols
            $0.requireUpperAndLower = true
            $0.minUpper = value % 2 == 0 ? 1 : 0
          }.scoreNumerator
        }
        #expect(try score(text, symbols: 1) == score(text + "é", symbols: 2))
      }
    }
  }

  @Test("Length counts UTF-16 units", arguments: [("é", 1), ("🙂", 2), ("👨‍👩‍👧", 8), ("e\u{301}", 2)])
  func units(text: String, count: Int) throws {
    let strength = try Self.strength(text) {
      $0.preferredLength = 100
      $0.weights = [100, 0, 0, 0]
    }
    #expect(strength.scoreNumerator == count)
    #expect(strength.scoreDenominator == 1)
  }

  @Test("Only letters a-z count as letters, and without any the letter weight is not earned")
  func letters() throws {
    func score(_ text: String) throws -> Int {
      try Self.strength(text) {
        $0.weights = [0, 0, 100, 0]
        $0.requireUpperAndLower = true
      }.scoreNumerator
    }
    #expect(try score("éÉ") == 0)
    #expect(try score("1-") == 0)
    #expect(try score("a") == 100)
    #expect(try score("Z") == 100)
  }

  @Test("A preferred length of 0 or less stands for 10", arguments: [0, -1, -100])
  func preferredLength(length: Int) throws {
    let strength = try Self.strength("abcd") { $0.preferredLength = length }
    #expect(strength.scoreNumerator == 40)
  }

  @Test("Scores are fractions in lowest terms, and their text never rounds up to a bound")
  func fractions() throws {
    let third = try Self.strength("a") { $0.preferredLength = 3 }
    #expect((third.scoreNumerator, third.scoreDenominator) == (100, 3))
    #expect(third.description == "33.33 (Weak)")
    let below = try Self.strength(String(repeating: "a", count: 4095)) {
      $0.preferredLength = 4096 * 16
    }
    #expect(below.level == .veryPoor)
    let nearly = try Self.strength(String(repeating: "a", count: 99_99)) {
      $0.preferredLength = 100_00
    }
    #expect(nearly.scoreText == "99.99")
    #expect(nearly.level == .strong)
  }

  @Test(
    "Scores are rounded to hundredths, halves up, and never up to a level",
    arguments: [
      // The length, the preferred length, the text and the level.
      (2, 3, "66.67 (Average)"), (1, 3, "33.33 (Weak)"), (1, 6, "16.67 (Very Poor)"),
      (1, 800, "0.13 (Very Poor)"), (1, 32_000, "0.00 (Very Poor)"),
      (7999, 32_000, "24.99 (Very Poor)"),
      (15_999, 32_000, "49.99 (Weak)"), (23_999, 32_000, "74.99 (Average)"),
      (31_999, 32_000, "99.99 (Strong)"), (8001, 32_000, "25.00 (Weak)"), (3, 4, "75.00 (Strong)"),
      (3, 3, "100.00 (Excellent)"), (8, 9, "88.89 (Strong)"), (31_967, 32_000, "99.90 (Strong)"),
    ])
  func rounding(length: Int, preferred: Int, text: String) throws {
    let strength = try Self.strength(String(repeating: "a", count: length)) {
      $0.preferredLength = preferred
    }
    #expect(strength.description == text)
  }

  @Test("What is missing is reported, as far as it is worth anything")
  func missing() throws {
    let strength = try Self.strength("ab1") {
      $0.minNumeric = 2
      $0.minSymbol = 1
      $0.requireUpperAndLower = true
      $0.minLower = 3
      $0.minUpper = 1
    }
    #expect(
      strength.missing == [.length(7), .digits(1), .lowercase(1), .uppercase(1), .symbols(1)])
    #expect(strength.missing.map(\.description).contains("1 more uppercase letter"))
    #expect(try Self.strength("1") { $0.requireUpperAndLower = true }.missing.contains(.letters))
    #expect(try Self.strength("abcdefghij").missing.isEmpty)
  }

  @Test("Nothing is missing exactly at 100", arguments: 0..<4)
  func missingAtFull(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    for _ in 0..<scaled(500) {
      var policy = Policy()
      policy.strength = generator.strengthRule()
      policy.strength?.mandatory = false
      let compiled = try CompiledPolicy(policy)
      let strength = compiled.strength(
        of: generator.password(length: Int.random(in: 0...24, using: &generator)))
      #expect(strength.missing.isEmpty == (strength.level == .excellent))
    }
  }

  @Test("Only a mandatory strength below its level is a violation")
  func mandatory() throws {
    var policy = Policy()
    var rule = StrengthRule()
    rule.compliance = .strong
    policy.strength = rule
    #expect(try CompiledPolicy(policy).isCompliant("abc"))
    policy.strength?.mandatory = true
    let compiled = try CompiledPolicy(policy)
    #expect(compiled.violations(of: "abcdefg").map(\.code) == ["strength.low"])
    #expect(compiled.violations(of: "abcdefgh").isEmpty == true)
    #expect(!compiled.isCompliant("abcdefg"))
    #expect(compiled.isCompliant("abcdefgh"))
  }
}
