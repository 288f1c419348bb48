// Check passwords against a policy, draw what complies, and remember what was used.

// snippet.policy
import Passwright

var rules = Policy()
rules.length.min = 12
rules.characters.digits.min = 2
rules.badPasswords.wordFiles = [BadPasswords.bundledList]
rules.badPasswords.patterns = ["^summer[0-9]{2,4}"]
rules.reuse = ReuseRule(last: 5)

for rule in rules.explain() { print(rule.requirement) }
print(rules.json)
// snippet.end

// snippet.check
let policy = try CompiledPolicy(rules)
for violation in policy.violations(of: "summer2026") {
  print(violation.code, violation.message)
}
print(policy.strength(of: "correct horse battery staple"))
// snippet.end

// snippet.generate
let recipe = try CompliantRecipe(CompiledRecipe(PasswordRecipe(length: 14)), policy: policy)
let chance = try recipe.exactChance ?? recipe.estimatedChance()
print(chance, chance.chanceOfExhaustion(retries: 10))

var generator = try CompliantGenerator(recipe)
do {
  print(try generator.next().count, "characters")
} catch .exhausted(let retries) {
  print(retries.violations)  // by code; a service answers 403
}
// snippet.end

// snippet.history
let reuse = ReuseCheck(
  account: try AccountID("alice"), store: InMemoryHistoryStore(),
  digester: try PasswordDigester(.keyedBLAKE2b(HistoryKey.random())))

func renew() async throws {
  var generator = try CompliantGenerator(recipe)
  // A password of the engine's own: drawn, found new and recorded in one step.
  let drawn = try await generator.next(recordedIn: reuse, at: .now)

  // A password that a person chose: one check, and recorded if it complies.
  let violations = try await Compliance(policy, reuse: reuse).accept(drawn.bytes, at: .now)
  print(violations.map(\.code))  // ["reuse"]
}
// snippet.end
