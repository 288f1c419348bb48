import CharacterSets
public import PasswordGeneration
public import PasswordPolicy
import Platform
public import Wordlists

extension CompliantRecipe {
  /// Finds the shortest passwords of a kind that are hard enough to guess.
  ///
  /// Varies the length of the segment, or without one the number of words, keeps the rest of the
  /// recipe, and takes the first length that reaches the bits.
  ///
  /// - Parameters:
  ///   - bits: the min-entropy to reach, in bits, under the policy.
  ///   - recipe: the recipe to draw from, whose length is ignored; without a pattern.
  ///   - wordlist: the caller's own word list.
  ///   - policy: the policy to comply with.
  ///   - context: the names and values of the account that the password is for.
  /// - Throws: ``DrawingError/weak(bits:best:)`` when no length reaches the bits,
  ///   ``DrawingError/uncounted(bits:best:)`` when none is known to, and what making a compliant
  ///   recipe throws.
  /// - Complexity: a few compliant recipes: the search starts at the length that the alphabet, the
  ///   policy's minimum length and its other minimums need. Where nothing can be counted it ends
  ///   after five.
  public init(
    reaching bits: Double, _ recipe: PasswordRecipe, wordlist: Wordlist? = nil,
    policy: CompiledPolicy, context: PolicyContext? = nil
  ) throws(DrawingError) {
    var search = try EntropySearch(recipe, wordlist: wordlist, policy, bits: bits)
    while let compiled = try search.next() {
      let candidate: CompliantRecipe
      do {
        candidate = try CompliantRecipe(compiled, policy: policy, context: context)
      } catch .impossible(let conflict) {
        if compiled.segment == nil, search.conflict == nil,
          try search.isHopeless(conflict.rules, policy)
        {
          throw .impossible(conflict)
        }
        search.conflict = conflict
        continue
      }
      let found = try candidate.minEntropyBits(ifAtLeast: bits)
      if found >= bits {
        self = candidate
        return
      }
      // A bound can show that the bits are reached, but never that they are not.
      let isBound = found < candidate.minEntropyUpperBound - 1e-9
      if !isBound || found > 0 { search.best = max(search.best ?? 0, found) }
      search.isUncounted = search.isUncounted || isBound
      if candidate.plan.known == nil || isBound && found == 0 { search.passUncounted() }
    }
    if search.isUncounted { throw .uncounted(bits: bits, best: search.best) }
    if search.best == nil, let conflict = search.conflict { throw .impossible(conflict) }
    throw .weak(bits: bits, best: search.best ?? 0)
  }

  /// An upper bound of the min-entropy, as far as it is known.
  fileprivate var minEntropyUpperBound: Double {
    if plan.listed == nil, !recipe.isDecodable || plan.known == nil { return .infinity }
    return lengths?.map(\.minEntropyBits).max() ?? .infinity
  }

  /// Returns the min-entropy, or an upper bound of it where that is below the given bits.
  private func minEntropyBits(ifAtLeast bits: Double) throws(DrawingError) -> Double {
    if retriedRules.isEmpty { return entropy().minEntropyBits }
    // An upper bound: the retried rules can only lower it.
    let most = lengths?.map(\.minEntropyBits).max() ?? .infinity
    if most < bits { return most }
    let chance = if let attemptChance { attemptChance } else { try estimatedChance() }
    return entropy(chance).minEntropyBits
  }
}

/// Recipes that differ in their length, from the shortest that can have the given bits.
private struct EntropySearch {
  private let recipe: PasswordRecipe
  private let wordlist: Wordlist?
  private var size: Int
  private var last: Int
  private var tries = 256

  /// The highest bits found, the last conflict, and whether some length could not be counted.
  var best: Double?
  var isUncounted = false
  var conflict: PolicyConflict?

  /// - Throws: ``DrawingError/generator(_:)`` for a recipe that is invalid at any length.
  init(
    _ recipe: PasswordRecipe, wordlist: Wordlist?, _ policy: CompiledPolicy, bits: Double
  ) throws(DrawingError) {
    self.recipe = recipe
    self.wordlist = wordlist
    size = 1
    last = recipe.characters == nil ? PhraseRecipe.maximumWordCount : CharacterRecipe.maximumLength
    guard let smallest = try next() else { return }
    let wordBits = Platform.log2(Double(max(1, smallest.wordChoices)))
    guard recipe.characters != nil else {
      size = min(last, max(size - 1, Self.count(of: bits, each: wordBits)))
      return
    }
    // A character of an alphabet of n has at most log₂ n bits, and so has the place of a phrase,
    // among 4,096.
    let characterBits = Platform.log2(Double(max(2, smallest.alphabet.count)))
    let phraseBits = smallest.phrase.map { Double($0.wordCount) * wordBits + 12 } ?? 0
    size = max(size - 1, Self.count(of: bits - phraseBits, each: characterBits))
    if recipe.phrase == nil {
      let counts = CountConflict(smallest, policy, rules: policy.definition.rules)
      size = max(size, policy.definition.length.min ?? 0, counts.minimumLength)
      last = min(last, policy.definition.length.max ?? last)
    }
    size = min(last, size)
  }

  private static func count(of bits: Double, each: Double) -> Int {
    each > 0 ? Int(min(max(0, bits / each).rounded(.up), 1e6)) : 1
  }

  /// Whether rules that rule out some number of words rule out the maximum number too: then others
  /// need not be tried one by one.
  func isHopeless(_ rules: [Rule], _ policy: CompiledPolicy) throws(DrawingError) -> Bool {
    var longest = recipe
    longest.phrase?.wordCount = last
    guard let compiled = try? CompiledRecipe(longest, wordlist: wordlist) else { return false }
    return KnownCompliance.isImpossible(compiled, policy, rules: rules, limits: PlanLimits())
  }

  /// Gives up soon where nothing is counted, since each recipe takes seconds.
  mutating func passUncounted() { tries = min(tries, 4) }

  /// Returns the recipe of the next length; `nil` when all have been tried, or so many that some
  /// rule must limit the entropy.
  mutating func next() throws(DrawingError) -> CompiledRecipe? {
    while tries > 0, size <= last {
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
        guard error.problems.allSatisfy(\.isBelowRange) else {
          throw .generator(.recipe(error))
        }
      }
    }
    return nil
  }
}

extension RecipeProblem {
  /// Whether a greater length would fix the problem.
  fileprivate var isBelowRange: Bool {
    switch self {
    case .lengthBelowRequired, .insertNeedsTwoCharacters: true
    default: false
    }
  }
}
