import PasswordPolicy
import PolicyFormats
import Testing

@Suite("Settings of libpwquality")
struct PwqualityTests {
  static func read(_ text: String) throws -> (policy: Policy, losses: [String]) {
    let (policy, losses) = try PolicyFormat.libpwquality.read(Array(text.utf8))
    return (policy, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  static func write(_ policy: Policy) -> (text: String, losses: [String]) {
    let (text, losses) = PolicyFormat.libpwquality.write(policy)
    return (text, losses.losses.map { "\($0.path) \($0.effect)" })
  }

  /// The checks that are on unless a file says otherwise, off.
  static let quiet = "difok = 0\ndictcheck = 0\nusercheck = 0\n"

  @Test("have a rule for each key")
  func all() throws {
    let (policy, losses) = try Self.read(
      Self.quiet
        + """
        # A comment
          minlen=12   # another
        DCREDIT = -1
        ucredit -2
        lcredit = -3
        ocredit = -4
        minclass = 3
        maxrepeat = 2
        maxsequence = 0
        maxclassrepeat = 0
        retry = 3
        dictpath = /usr/share/dict
        enforce_for_root
        local_users_only

        """)
    var expected = Policy()
    expected.length.min = 12
    expected.characters.digits.min = 1
    expected.characters.uppercase.min = 2
    expected.characters.lowercase.min = 3
    expected.characters.symbols.min = 4
    expected.minCharacterTypes = 3
    expected.maxRepeatedRun = 2
    #expect(policy == expected)
    #expect(losses == ["palindromes dropped"])
  }

  @Test("have defaults")
  func defaults() throws {
    let (policy, losses) = try Self.read("")
    var expected = Policy()
    expected.length.min = 8
    #expect(policy == expected)
    #expect(
      losses == ["difok dropped", "dictcheck dropped", "usercheck weakened", "palindromes dropped"])
  }

  @Test("accept no length below 6, and no more kinds than there are")
  func clamped() throws {
    let policy = try Self.read("minlen = 2\nminclass = 9").policy
    #expect(policy.length.min == 6)
    #expect(policy.minCharacterTypes == 4)
  }

  @Test("use the last of several")
  func last() throws {
    #expect(try Self.read("minlen = 20\nminlen = 10\n").policy.length.min == 10)
  }

  @Test("report settings that a policy cannot express")
  func losses() throws {
    let (policy, losses) = try Self.read(
      """
      dcredit = 1
      ocredit = 2
      maxsequence = 3
      maxclassrepeat = 4
      gecoscheck = 1
      usersubstr = 4
      enforcing = 0
      badwords = acme hunter2 cat
      """)
    #expect(policy.maxSequence == 3)
    #expect(policy.badPasswords.words == ["acme", "hunter2"])
    #expect(policy.badPasswords.match == .substring)
    #expect(
      losses == [
        "dcredit strengthened", "ocredit strengthened", "maxsequence strengthened",
        "maxsequence weakened", "badwords weakened", "difok dropped", "maxclassrepeat dropped",
        "dictcheck dropped", "gecoscheck weakened", "usercheck weakened", "usersubstr dropped",
        "enforcing strengthened", "palindromes dropped",
      ])
  }

  @Test("that are wrong are reported with everything that is")
  func wrong() {
    do {
      _ = try Self.read(
        "minlen = x\nmin_len = 3\n\n  maxrepeat = -1\nminclass = 3 4\nminlen = 9999")
      Issue.record("nothing is wrong")
    } catch let error as FormatError {
      #expect(
        error.problems.map(\.description).map { $0.prefix { $0 != ";" } } == [
          "line 1, column 10: a whole number is expected",
          "line 2, column 1: no such setting: “min_len”",
          "line 4, column 15: a whole number is expected",
          "line 5, column 12: minclass takes one whole number",
          "line 6, column 10: the number is out of range",
        ])
    } catch {
      Issue.record(error)
    }
  }

  @Test("are written with every rule")
  func written() throws {
    var policy = Policy()
    policy.length.min = 12
    policy.characters.digits.min = 1
    policy.characters.symbols.min = 2
    policy.minCharacterTypes = 3
    policy.maxRepeatedRun = 2
    policy.maxSequence = 4
    policy.badPasswords.words = ["acme", "correct horse", "cat"]
    policy.badPasswords.match = .substring
    let (text, losses) = Self.write(policy)
    #expect(
      text == """
        minlen = 12
        dcredit = -1
        ucredit = 0
        lcredit = 0
        ocredit = -2
        minclass = 3
        maxrepeat = 2
        maxsequence = 4
        badwords = acme

        """)
    #expect(
      losses == [
        "$.maxSequence weakened", "$.maxSequence strengthened", "$.badPasswords.words dropped",
        "$.badPasswords.words strengthened", "$.badPasswords strengthened", "$ strengthened",
        "$ weakened",
      ])
    var read = try Self.read(text).policy
    #expect(read.badPasswords.words == ["acme"])
    read.badPasswords = policy.badPasswords
    #expect(read == policy)
  }

  @Test("have neither maximum lengths nor lists of characters")
  func unsaid() {
    var policy = Policy()
    policy.length.max = 20
    policy.allowed = "abc"
    policy.characters.letters.min = 2
    #expect(
      Self.write(policy).losses == [
        "$.length.min strengthened", "$.length.max dropped", "$.allowed dropped",
        "$.characters.letters.min dropped", "$.badPasswords strengthened", "$ strengthened",
      ])
  }

  @Test("are written in lines of up to 1,023 bytes, and words that do not fit are reported")
  func longLines() throws {
    var policy = Policy()
    policy.badPasswords.match = .substring
    for (count, kept) in [(112, 112), (113, 112), (300, 112)] {
      policy.badPasswords.words = (0..<count).map { "word\(1000 + $0)" }
      let (text, losses) = Self.write(policy)
      #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count < 1023 })
      #expect(try Self.read(text).policy.badPasswords.words.count == kept)
      #expect(losses.contains("$.badPasswords.words dropped") == (count > kept))
    }
    // A word that is too long for any line goes, those after it stay.
    policy.badPasswords.words = [String(repeating: "ß", count: 600), "acme", "a\0bcd"]
    #expect(try Self.read(Self.write(policy).text).policy.badPasswords.words == ["acme"])
  }

  @Test("are read from the options of the PAM module")
  func pam() throws {
    let (policy, losses) = try Self.read(
      Self.quiet + """
        password requisite pam_pwquality.so retry=3 minlen=12 dcredit=-1 debug use_authtok # x
        password [success=1 default=ignore] pam_unix.so obscure use_authtok yescrypt
        -password required /lib/security/pam_pwquality.so maxrepeat=2 [badwords=acme hunter2]
        @include common-auth

        """)
    var expected = Policy()
    expected.length.min = 12
    expected.characters.digits.min = 1
    expected.maxRepeatedRun = 2
    expected.badPasswords.words = ["acme", "hunter2"]
    expected.badPasswords.match = .substring
    #expect(policy == expected)
    #expect(
      losses == [
        "badwords weakened", "pam_unix.so dropped", "@include dropped", "palindromes dropped",
      ])
    #expect(throws: FormatError.self) {
      try Self.read("password requisite pam_pwquality.so minlength=12")
    }
    #expect(throws: FormatError.self) {
      try Self.read("password requisite pam_pwquality.so minlen=x")
    }
  }

  @Test(
    "of newer versions name the kinds that are allowed",
    arguments: [
      ("\"lu\"", [CharacterGroup.digits, .symbols]), ("ludo", []),
      ("\"DO\"", [.lowercase, .uppercase]),
      ("", []),
    ] as [(String, [CharacterGroup])])
  func classes(value: String, forbidden: [CharacterGroup]) throws {
    let policy = try Self.read("allowclasses = \(value)").policy
    #expect(CharacterGroup.allCases.filter { policy.characters[$0].max == 0 } == forbidden)
  }
}
