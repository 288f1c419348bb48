// Check a password after each key, and show which rules it meets.

// snippet.check
import Passwright

let policy = try CompiledPolicy(Policy.Preset.nist.policy)

func problems(of typed: String) -> [String] {
  policy.violations(of: typed).map(\.message)
}
print(problems(of: "correct"))
// snippet.end

// snippet.ticks
func ticks(for typed: String) -> [(rule: String, isMet: Bool)] {
  let broken = Set(policy.violations(of: typed).map(\.rule))
  return policy.definition.rules.map { ($0.requirement, !broken.contains($0)) }
}
for (rule, isMet) in ticks(for: "correct horse battery") { print(isMet ? "✓" : "✗", rule) }
// snippet.end
