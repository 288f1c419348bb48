import PasswordPolicy

/// Policies that between them have every rule.
private let policies: [CompiledPolicy] = {
  let texts = [
    #"{}"#,
    #"{"length":{"min":8,"max":64},"characters":{"lower":{"min":1},"upper":{"min":1},"digits":{"min":1,"max":6},"symbols":{"min":1,"set":"!#$%^&*+/=_-"}},"minCharacterTypes":3}"#,
    #"{"maxRepeatedRun":2,"maxSequence":3,"first":"letters","last":"digits"}"#,
    #"{"sets":[{"groups":["upper","digits"],"characters":"-_é","min":1},{"groups":["symbols"],"characters":"aeiou","min":1,"max":5}],"firstAllowed":"abcé1","lastAllowed":"xyz中!","characters":{"symbols":{"set":"!#"}}}"#,
    #"{"allowed":"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789é中-"}"#,
    #"{"badPasswords":{"words":["acme","straße","ﬁsh","İ","passwort"],"match":"substring","patterns":["^summer[0-9]{2,4}","\\bqwe"]}}"#,
    #"{"length":{"min":4},"badPasswords":{"words":["Acme","STRASSE","x"],"wordFiles":["bundled:common-passwords"],"patterns":["(a|b)+c$"]}}"#,
    #"{"strength":{"preferredLength":16,"weights":[50,15,15,20],"minNumeric":1,"minSymbol":1,"minLower":1,"minUpper":1,"requireUpperAndLower":true,"compliance":"Strong","mandatory":true}}"#,
    #"{"length":{"max":20},"characters":{"letters":{"min":2,"max":9},"symbols":{"max":3}},"strength":{"preferredLength":7,"weights":[34,33,0,33],"compliance":"Average","mandatory":true}}"#,
  ]
  do {
    return try texts.map { try CompiledPolicy(Policy(json: Array($0.utf8))) }
      + Policy.Preset.allCases.map { try CompiledPolicy($0.policy) }
  } catch {
    preconditionFailure("\(error)")
  }
}()

private let contexts: [PolicyContext?] = [
  nil,
  PolicyContext(
    userName: "jdoe", displayName: "Erin M. Håkansson", email: "erin.weiß@acme.example"),
]

/// Checks any bytes by a handful of policies: the short way and the long one agree, and no figure
/// is out of its range.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Span(_unsafeElements: UnsafeBufferPointer(start: start, count: count))
  for policy in policies {
    for context in contexts {
      let violations = policy.violations(of: input, context: context)
      precondition(
        policy.isCompliant(input, context: context) == violations.isEmpty,
        "\(policy.definition.name ?? policy.definition.json): \(violations.map(\.rule.code))")
    }
    let strength = policy.strength(of: input)
    let (numerator, denominator) = (strength.scoreNumerator, strength.scoreDenominator)
    precondition(denominator >= 1, "a denominator of \(denominator)")
    precondition(0 <= numerator && numerator <= 100 * denominator, "a score out of range")
    precondition(
      numerator >= strength.level.minimumScore * denominator, "a score below its level")
    precondition((strength.level == .excellent) == (numerator == 100 * denominator), "100 or not")
    precondition((strength.level == .excellent) == strength.missing.isEmpty, "missing or not")
  }
  return 0
}
