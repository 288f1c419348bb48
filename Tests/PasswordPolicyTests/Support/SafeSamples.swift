import PasswordPolicy
import _TestSupport

/// Passwords that comply with a context.
struct SafeSamples {
  /// All of one and two characters, and enough longer ones that every character occurs next to many
  /// others.
  static func passwords(_ contexts: SafeContext..., count: Int = 3000) throws -> [String] {
    let policy = SafeContext.policy(for: contexts)
    let compiled = try CompiledPolicy(policy)
    let characters = (policy.allowed ?? "").map(String.init)
    var passwords = characters + characters.flatMap { first in characters.map { first + $0 } }
    var generator = SplitMix(seed: UInt64(contexts.reduce(7) { 31 * $0 + $1.rawValue.utf8.count }))
    while passwords.count < characters.count * (characters.count + 1) + count {
      let length = Int.random(in: 3...24, using: &generator)
      passwords.append((0..<length).map { _ in generator.pick(characters) }.joined())
    }
    return passwords.filter { compiled.isCompliant($0) }
  }
}
