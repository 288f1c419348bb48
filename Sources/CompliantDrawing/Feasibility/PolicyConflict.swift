import PasswordGeneration
public import PasswordPolicy
import TextTools

/// Why no password of a recipe can comply with a policy.
public struct PolicyConflict: Hashable, Sendable {
  /// The rules that conflict: without any one of them some password would comply.
  public let rules: [Rule]
  /// The limits of the recipe that conflict with those rules: without any one of them some password
  /// would comply.
  public let limits: [RecipeLimit]
  /// The length nearest to those of the recipe at which some password complies; `nil` when there is
  /// none, or none up to a few times the recipe's lengths.
  public let nearestLength: Int?

  /// Finds the conflict among rules that no password meets.
  ///
  /// Leaves out one rule after another, as long as no password meets the remaining ones.
  init(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], context: PolicyContext?,
    limits counting: PlanLimits
  ) {
    // Where draws had to be listed to find that none complies, the rules that each draw breaks show
    // which rules are dispensable.
    let broken: Set<Set<Rule>>? =
      KnownCompliance.isImpossible(recipe, policy, rules: rules, limits: counting)
      ? nil
      : DrawList(recipe, budget: counting.listedDraws)?.brokenRules(policy, context)
    func isImpossible(_ rules: [Rule]) -> Bool {
      if let broken { return broken.allSatisfy { !$0.isDisjoint(with: rules) } }
      return KnownCompliance.isImpossible(recipe, policy, rules: rules, limits: counting)
    }
    var conflict = rules
    for rule in rules {
      let others = conflict.filter { $0 != rule }
      if isImpossible(others) { conflict = others }
    }
    self.rules = conflict
    // Another length helps only if all rules are met there.
    nearestLength = FeasibleLengths(recipe, policy, rules: rules)?.nearest
    var limits: [RecipeLimit] = []
    // Where all rules are met, so are those in conflict.
    if let lengths = recipe.segment?.lengths,
      nearestLength != nil || FeasibleLengths(recipe, policy, rules: conflict)?.nearest != nil
    {
      limits.append(.length(lengths))
    }
    for rule in conflict where recipe.offersNothing(for: rule, policy) {
      limits.append(.missing(rule))
    }
    if let relaxed = recipe.withoutRequiredClasses,
      !KnownCompliance.isImpossible(relaxed, policy, rules: conflict, limits: counting)
    {
      limits.append(.requireEach)
    }
    if let mixed = recipe.withSomeCharacters,
      KnownCompliance.isPossible(mixed, policy, rules: rules, limits: counting)
    {
      limits.append(.wordsAlone)
    }
    self.limits = limits
  }
}

/// A limit of a recipe that conflicts with the rules of a policy.
@nonexhaustive
public enum RecipeLimit: Hashable, Sendable {
  /// The lengths of the segment.
  case length(ClosedRange<Int>)
  /// No character that this rule requires is drawn.
  case missing(Rule)
  /// Each class must occur.
  case requireEach
  /// There are words and nothing else; with some characters added, some password would comply.
  case wordsAlone
}

extension CompiledRecipe {
  /// Whether no character that a rule requires is drawn.
  fileprivate func offersNothing(for rule: Rule, _ policy: CompiledPolicy) -> Bool {
    guard phrase == nil else { return false }
    return switch rule {
    case .few(let group, _), .first(let group), .last(let group):
      !alphabet.contains { policy.kinds(ofASCII: $0).contains(.of(group)) }
    case .symbolsFew: !alphabet.contains { policy.kinds(ofASCII: $0).contains(.symbol) }
    case .setFew(let union, _): !alphabet.contains { policy.contains(union, ascii: $0) }
    case .disallowed: alphabet.allSatisfy { policy.kinds(ofASCII: $0).contains(.disallowed) }
    case .firstDisallowed: !alphabet.contains { policy.allowsFirst(ascii: $0) }
    case .lastDisallowed: !alphabet.contains { policy.allowsLast(ascii: $0) }
    default: false
    }
  }

  /// The recipe without the requirement that each class occurs; `nil` when it has none.
  fileprivate var withoutRequiredClasses: CompiledRecipe? {
    guard phrase == nil, definition.characters?.requireEach == true else { return nil }
    var relaxed = definition
    relaxed.characters?.requireEach = false
    return try? CompiledRecipe(relaxed)
  }
}

extension CompiledRecipe {
  /// The recipe with 4 to 20 characters of any kind added to its words; `nil` when it has
  /// characters.
  fileprivate var withSomeCharacters: CompiledRecipe? {
    guard segment == nil, let phrase else { return nil }
    var mixed = definition
    mixed.characters = CharacterRecipe(length: 4...20)
    return try? CompiledRecipe(mixed, wordlist: phrase.words)
  }
}

extension KnownCompliance {
  /// Whether it is certain that some password of a recipe meets the rules.
  static func isPossible(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule], limits: PlanLimits
  ) -> Bool {
    guard let held = KnownCompliance(recipe, policy, rules: rules, limits: limits) else {
      return false
    }
    let known = held.withoutListedWords(of: policy) ?? held
    return known.unknown.isEmpty && !known.isImpossible
  }
}

extension PolicyConflict: CustomStringConvertible {
  /// The rules, the limits of the recipe that conflict with them, and what to do.
  public var description: String {
    let asked = rules.map { "\($0.requirement) (\($0.code))" }.joined(separator: " ")
    let reasons = limits.map { limit in
      switch limit {
      case .length(let lengths):
        "the recipe draws \(Self.characters(lengths))"
          + (nearestLength.map { ", and \($0) would do" } ?? "")
      case .missing(.few(let group, _)), .missing(.first(let group)), .missing(.last(let group)):
        "the recipe draws no \(group.name(count: 2))"
      case .missing(let rule): "the recipe draws no character that meets \(rule.code)"
      case .requireEach: "the recipe requires one of each class"
      case .wordsAlone: "the recipe draws words alone; draw characters as well"
      }
    }
    let end = reasons.isEmpty ? ["change the recipe or the policy"] : reasons
    return "no password of the recipe can comply: \(asked); \(end.joined(separator: "; "))"
  }

  private static func characters(_ lengths: ClosedRange<Int>) -> String {
    lengths.count > 1
      ? "\(lengths.lowerBound) to \(lengths.upperBound) characters"
      : lengths.lowerBound.counted("character")
  }
}
