import CharacterSets
import PasswordPolicy
import Patterns
import TextAutomata

/// The words and patterns of a policy as an automaton, or its patterns alone if there are many
/// words.
struct ForbiddenText {
  /// What a password must not equal, contain or match; `nil` where nothing is enforced.
  let automaton: TextAutomaton?
  /// Whether the words are enforced.
  let holdsWords: Bool

  /// The maximum numbers of enforced words and patterns, and of their states.
  private static let maximumItems = 100
  private static let stateBudget = 256

  init(of rules: [Rule], _ policy: CompiledPolicy, _ alphabet: ASCIISet) {
    let hasWords = rules.contains { if case .badWord = $0 { true } else { false } }
    let patterns =
      rules.contains(.badPattern)
      ? policy.patterns.patterns.map { TextAutomaton.Item.regex($0.text) } : []
    if hasWords, let all = policy.forbiddenText(maximumItems: Self.maximumItems) {
      let words = all.filter { if case .regex = $0 { false } else { true } }
      if let automaton = Self.automaton(of: words + patterns, alphabet) {
        self.automaton = automaton
        holdsWords = true
        return
      }
    }
    automaton = patterns.isEmpty ? nil : Self.automaton(of: patterns, alphabet)
    holdsWords = false
  }

  private static func automaton(
    of items: [TextAutomaton.Item], _ alphabet: ASCIISet
  ) -> TextAutomaton? {
    guard items.count <= maximumItems else { return nil }
    return try? TextAutomaton(items, alphabet: alphabet, stateBudget: stateBudget)
  }
}
