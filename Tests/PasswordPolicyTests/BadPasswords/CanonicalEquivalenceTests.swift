import PasswordPolicy
import Testing

@Suite("Words and names in other forms of Unicode")
struct CanonicalEquivalenceTests {
  /// Texts that are canonically equivalent to the first of their row.
  static let rows: [[String]] = [
    ["p\u{E4}ss99", "pa\u{308}ss99"],
    ["\u{1EC7}xyz", "e\u{323}\u{302}xyz", "e\u{302}\u{323}xyz", "\u{1EB9}\u{302}xyz"],
    ["\u{D55C}\u{AE00}", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"],
    ["\u{212B}ngstrom", "\u{C5}ngstrom", "A\u{30A}ngstrom"],
    ["\u{390}abc", "\u{3CA}\u{301}abc", "\u{3B9}\u{308}\u{301}abc"],
  ]

  @Test("A word refuses a password in any form, as a whole and as a part", arguments: rows)
  func words(row: [String]) throws {
    for word in row {
      let whole = try BadWordTests.policy([word], .whole)
      let part = try BadWordTests.policy([word], .substring)
      for password in row + row.map({ $0.uppercased() }) {
        #expect(whole.violations(of: password).map(\.code) == ["bad.word"])
        #expect(!whole.isCompliant(password))
        #expect(!part.isCompliant("x" + password + "y"))
        #expect(whole.isCompliant(password + "1"))
      }
    }
  }

  @Test("A name refuses a password in any form", arguments: rows)
  func names(row: [String]) throws {
    let policy = try CompiledPolicy(Policy())
    for name in row where name.unicodeScalars.count >= 3 {
      let context = PolicyContext(userName: name)
      for password in row { #expect(!policy.isCompliant("1" + password, context: context)) }
    }
  }

  @Test("A letter without its accent is a different letter")
  func bare() throws {
    let policy = try BadWordTests.policy(["cafe"], .substring)
    for password in ["caf\u{E9}", "cafe\u{301}"] { #expect(policy.isCompliant(password)) }
  }

  @Test("A password is counted as it was given")
  func counts() throws {
    var policy = Policy()
    policy.length = Bounds(min: 6)
    let compiled = try CompiledPolicy(policy)
    #expect(!compiled.isCompliant("p\u{E4}ss9"))
    #expect(compiled.isCompliant("pa\u{308}ss9"))
  }
}
