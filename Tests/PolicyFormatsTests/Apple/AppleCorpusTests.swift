import CompliantDrawing
import PasswordGeneration
import PasswordPolicy
import PolicyFormats
import Testing
import _TestSupport

@Suite("Rules of sites in Apple's language")
struct AppleCorpusTests {
  @Test("are many, all different")
  func corpus() {
    #expect(SiteRules.all.count >= 60)
    #expect(Set(SiteRules.all.map(\.name)).count == SiteRules.all.count)
    #expect(Set(SiteRules.all.map(\.text)).count == SiteRules.all.count)
  }

  @Test("read back the same after printing", arguments: SiteRules.all)
  func canonical(_ site: SiteRules) throws {
    let rules = try AppleRules(parsing: site.text)
    let printed = rules.description
    #expect(try AppleRules(parsing: printed) == rules)
    #expect(try AppleRules(parsing: printed).description == printed)
  }

  @Test("survive the conversion to a policy and back", arguments: SiteRules.all)
  func policies(_ site: SiteRules) throws {
    let policy = try AppleRules(parsing: site.text).policy
    var losses = LossReport()
    let rules = AppleRules(policy, losses: &losses)
    #expect(losses.isEmpty, "\(losses)")
    #expect(rules.policy == policy)
    #expect(try AppleRules(parsing: rules.description) == rules)
    #expect(try Policy(json: Array(policy.json.utf8)) == policy)
  }

  @Test("give recipes whose passwords they accept", arguments: SiteRules.all)
  func draws(_ site: SiteRules) throws {
    let rules = try AppleRules(parsing: site.text)
    let policy = try CompiledPolicy(rules.policy)
    let checker = RuleChecker(site.text)
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(characters: rules.recipe)), policy: policy)
    var generator = try CompliantGenerator(
      recipe, retries: 0, source: SeededByteSource(seed: 5))
    var random = SeededByteSource(seed: 6)
    var refused = 0
    var disputed: [String] = []
    for _ in 0..<1000 {
      let password = try generator.next().reveal()
      if !checker.accepts(password) { refused += 1 }
      // A neighbor may or may not be accepted.
      let neighbour = random.edited(password)
      if policy.isCompliant(neighbour) != checker.accepts(neighbour) { disputed.append(neighbour) }
    }
    #expect(refused == 0)
    #expect(disputed == [])
  }

  @Test("check any password as the text of the rules requires", arguments: SiteRules.all)
  func verdicts(_ site: SiteRules) throws {
    let policy = try CompiledPolicy(AppleRules(parsing: site.text).policy)
    let checker = RuleChecker(site.text)
    var random = SeededByteSource(seed: 7)
    let disputed = random.passwords(like: site.text, count: 1000).filter {
      policy.isCompliant($0) != checker.accepts($0)
    }
    #expect(disputed == [])
  }
}
