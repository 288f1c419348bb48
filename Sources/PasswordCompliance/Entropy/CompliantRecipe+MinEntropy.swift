import CharacterSets
public import PasswordGeneration
public import PasswordPolicy
import Platform
public import Wordlists

extension CompliantRecipe {
  /// Finds the shortest passwords of a kind that are hard enough to guess.
  ///
  /// The length of the segment is varied, or without one the number of words, and the rest of the
  /// recipe kept: the first that has the bits is taken.
  ///
  /// - Parameters:
  ///   - bits: the min-entropy to reach, in bits, under the policy.
  ///   - recipe: what to draw, whatever its length; without a pattern.
  ///   - wordlist: the caller's own word list.
  ///   - policy: what to comply with.
  ///   - context: whose password it is.
  /// - Throws: ``ComplianceError/weak(bits:best:)`` when no length reaches the bits, and what making
  ///   a compliant recipe throws.
  /// - Complexity: a few compliant recipes: the search begins at the length that the alphabet needs.
  public init(
    reaching bits: Double, _ recipe: PasswordRecipe, wordlist: Wordlist? = nil,
    policy: CompiledPolicy, context: PolicyContext? = nil
  ) throws(ComplianceError) {
    var search = EntropySearch(recipe, wordlist: wordlist, bits: bits)
    while let compiled = try search.next() {
      let candidate: CompliantRecipe
      do {
        candidate = try CompliantRecipe(compiled, policy: policy, context: context)
      } catch .impossible(let conflict) {
        search.conflict = conflict
        continue
      }
      let chance = candidate.retriedRules.isEmpty ? nil : try candidate.estimatedChance()
      let found = candidate.entropy(chance).minEntropyBits
      if found >= bits {
        self = candidate
        return
      }
      search.best = max(search.best ?? 0, found)
    }
    if search.best == nil, let conflict = search.conflict { throw .impossible(conflict) }
    throw .weak(bits: bits, best: search.best ?? 0)
  }
}

/// Recipes that differ in their length, from the shortest that can have some bits.
private struct EntropySearch {
  private let recipe: PasswordRecipe
  private let wordlist: Wordlist?
  private var size: Int
  private var tries = 256

  /// The most bits found, and the last conflict.
  var best: Double?
  var conflict: PolicyConflict?

  init(_ recipe: PasswordRecipe, wordlist: Wordlist?, bits: Double) {
    self.recipe = recipe
    self.wordlist = wordlist
    // A character of an alphabet of n has no more than log₂ n bits.
    size = 1
    if let characters = recipe.characters, recipe.phrase == nil {
      let most = Platform.log2(Double(max(2, characters.alphabet.count)))
      size = min(CharacterRecipe.maximumLength, max(1, Int((bits / most).rounded(.up))))
    }
  }

  /// The recipe of the next length; `nil` when all have been tried, or so many that some rule must
  /// hold the entropy down.
  mutating func next() throws(ComplianceError) -> CompiledRecipe? {
    while tries > 0 {
      tries -= 1
      var next = recipe
      if next.characters != nil {
        next.characters?.minLength = size
        next.characters?.maxLength = nil
      } else {
        next.phrase?.wordCount = size
      }
      size += 1
      do {
        return try CompiledRecipe(next, wordlist: wordlist)
      } catch {
        if error.problems.contains(where: \.isAboveRange) { return nil }
        guard error.problems.allSatisfy(\.isBelowRange) else {
          throw .generator(.recipe(error))
        }
      }
    }
    return nil
  }
}

extension RecipeProblem {
  /// Whether a greater length would mend it.
  fileprivate var isBelowRange: Bool {
    switch self {
    case .lengthBelowRequired, .insertNeedsTwoCharacters: true
    default: false
    }
  }

  /// Whether only a smaller length would mend it.
  fileprivate var isAboveRange: Bool {
    switch self {
    case .minLengthOutOfRange, .wordCountOutOfRange: true
    default: false
    }
  }
}
