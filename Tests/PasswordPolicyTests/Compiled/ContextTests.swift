import PasswordPolicy
import Testing

@Suite("Words of the account")
struct ContextTests {
  static func breaks(_ password: String, _ context: PolicyContext) throws -> Bool {
    let policy = try CompiledPolicy(Policy())
    let codes = policy.violations(of: password, context: context).map(\.code)
    #expect(policy.isCompliant(password, context: context) == codes.isEmpty)
    return codes == ["context.word"]
  }

  @Test(
    "Parts of 3 or more characters of the display name are refused in any case",
    arguments: [
      ("xERINx", true), ("1hagens1", true), ("HAGEN", false), ("M", false), ("erim", false),
    ])
  func displayName(password: String, isBroken: Bool) throws {
    // Microsoft's own example.
    let context = PolicyContext(displayName: "Erin M. Hagens")
    #expect(try Self.breaks(password, context) == isBroken)
  }

  @Test("Names are split at every delimiter", arguments: Array(",.-_# \t@"))
  func delimiters(delimiter: Character) throws {
    let context = PolicyContext(displayName: "alpha\(delimiter)beta")
    #expect(try Self.breaks("xxALPHAxx", context))
    #expect(try Self.breaks("xxbetaxx", context))
    #expect(try !Self.breaks("alphbet", context))
  }

  @Test("The whole user name counts even when its parts are too short")
  func userName() throws {
    #expect(try Self.breaks("12j.d45", PolicyContext(userName: "J.D")))
    #expect(try !Self.breaks("12jd45", PolicyContext(userName: "J.D")))
    #expect(try !Self.breaks("jd1234", PolicyContext(userName: "jd")))
  }

  @Test("The top-level domain of an email address does not count")
  func email() throws {
    let context = PolicyContext(email: "mary.major@example.com")
    #expect(try Self.breaks("Example!1", context))
    #expect(try Self.breaks("the-major", context))
    #expect(try !Self.breaks("computer", context))
  }

  @Test("Letters outside ASCII are also compared without regard to case")
  func unicode() throws {
    let context = PolicyContext(displayName: "Ångström Müßig")
    #expect(try Self.breaks("xåNGSTRÖMx", context))
    #expect(try Self.breaks("MÜSSIG", context))
    #expect(try Self.breaks("ΟΔΟΣ", PolicyContext(userName: "οδος")))
  }

  @Test("An account without names refuses nothing")
  func nothing() throws {
    #expect(try !Self.breaks("", PolicyContext()))
    #expect(try !Self.breaks("abc", PolicyContext(userName: "", displayName: "", email: "@.")))
  }
}
