import PasswordPolicy
import Testing
import _TestSupport

@Suite("The compiled policy against the rules one by one")
struct OracleTests {
  @Test(
    "Thousands of random policies and passwords never disagree", arguments: 0..<8)
  func random(seed: Int) throws {
    var generator = SplitMix(seed: UInt64(seed))
    var compliant = 0
    var compiledCount = 0
    for _ in 0..<scaled(500) {
      let policy = generator.policy()
      guard let compiled = try? CompiledPolicy(policy) else { continue }
      compiledCount += 1
      let naive = NaivePolicy(policy: policy)
      for _ in 0..<20 {
        var password = generator.password(length: Int.random(in: 0...20, using: &generator))
        if generator.chance(5) { password += generator.password(length: 60) }
        if generator.chance(10), let word = policy.badPasswords.words.first {
          password = generator.chance(50) ? word.uppercased() : "x" + word.lowercased() + "1"
        }
        let violations = compiled.violations(of: password)
        let codes = violations.map(\.code)
        let expected = naive.codes(password)
        #expect(
          codes.sorted() == expected.sorted(), "\(policy.json) \(password.debugDescription)")
        #expect(compiled.isCompliant(password) == violations.isEmpty)
        if violations.isEmpty { compliant += 1 }
      }
    }
    #expect(compiledCount > scaled(200))
    #expect(compliant > scaled(500))
  }

  @Test("The order of violations is that of the policy's rules")
  func order() throws {
    var generator = SplitMix(seed: 99)
    for _ in 0..<300 {
      let policy = generator.policy()
      guard let compiled = try? CompiledPolicy(policy) else { continue }
      let password = generator.password(length: Int.random(in: 0...12, using: &generator))
      let broken = compiled.violations(of: password).map(\.rule)
      #expect(broken == policy.rules.filter { broken.contains($0) })
    }
  }
}
