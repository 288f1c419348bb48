import BigInt
import PasswordGeneration
import PasswordPolicy
import Wordlists

/// Alternatives of one step of a password that the rules do not tell apart: characters of one
/// position, or words.
struct CountingAtom {
  /// What it adds to the tally.
  let counts: SIMD8<UInt16>
  let classes: UInt8
  /// Which characters these are, the same in all steps; 0 for words, where runs do not count.
  let characterClass: UInt8
  /// How many alternatives there are, and the weight of each.
  let alternatives: Int
  let weight: Int
  /// Whether it may stand first, and last.
  let canBeFirst: Bool
  let canBeLast: Bool
}

/// The steps of a recipe's passwords, under the counted rules.
struct CountingSteps {
  /// The alternatives of a position of the segment, by the index of the alphabet.
  let alphabets: [[CountingAtom]]
  /// The steps of the pattern; empty without one.
  let pattern: [[CountingAtom]]
  /// Words and separators, in any order.
  let fixed: [[CountingAtom]]

  private typealias Dimension = PasswordTally.Dimension

  /// - Returns: `nil` when something is beyond counting: more than 255 kinds of characters, or
  ///   words of other characters than ASCII.
  init?(_ recipe: CompiledRecipe, _ policy: CompiledPolicy, _ rules: CountedRules) {
    let describe = { (code: UInt8) in CharacterTraits(code, policy, rules) }
    guard let classes = CharacterClasses(recipe.segment, describe) else { return nil }
    alphabets = recipe.segment?.alphabets.indices.map { classes.atoms(ofAlphabet: $0) } ?? []
    let alphabets = alphabets
    if case .pattern(let slots)? = recipe.segment?.shape {
      pattern = slots.map { slot in
        switch slot {
        case .alphabet(let index): alphabets[index]
        case .literal(let code, let mask): classes.atoms(ofLiteral: code, mask: mask)
        }
      }
    } else {
      pattern = []
    }
    guard let phrase = recipe.phrase else {
      fixed = []
      return
    }
    var words: [WordTraits: Int] = [:]
    for index in 0..<phrase.words.count {
      guard let traits = WordTraits(phrase.words[index], describe) else { return nil }
      if traits.isAllowed { words[traits, default: 0] += 1 }
    }
    let isFirst = recipe.segment == nil || phrase.placement == .prefix
    let isLast = recipe.segment == nil || phrase.placement == .append
    fixed = Self.steps(phrase, hasSegment: recipe.segment != nil, describe) { index in
      words.compactMap { traits, count in
        if isFirst && index == 0 && !traits.canBeFirst { return nil }
        if isLast && index == phrase.wordCount - 1 && !traits.canBeLast { return nil }
        return CountingAtom(
          counts: traits.counts, classes: 0, characterClass: 0, alternatives: count, weight: 1,
          canBeFirst: true, canBeLast: true)
      }
    }
  }

  private static func steps(
    _ phrase: PhrasePlan, hasSegment: Bool, _ describe: (UInt8) -> CharacterTraits,
    words: (Int) -> [CountingAtom]
  ) -> [[CountingAtom]] {
    var steps = (0..<phrase.wordCount).map(words)
    guard let separator = phrase.separator else { return steps }
    let joints = hasSegment ? (phrase.placement == .insert ? 2 : 1) : 0
    let traits = describe(separator)
    let atom = CountingAtom(
      counts: traits.counts, classes: 0, characterClass: 0, alternatives: 1, weight: 1,
      canBeFirst: true, canBeLast: true)
    let step = traits.isAllowed ? [atom] : []
    steps += Array(repeating: step, count: phrase.wordCount - 1 + joints)
    return steps
  }
}

/// What the rules see of a character.
struct CharacterTraits: Hashable {
  var counts = SIMD8<UInt16>()
  let isAllowed: Bool
  let canBeFirst: Bool
  let canBeLast: Bool

  init(_ code: UInt8, _ policy: CompiledPolicy, _ rules: CountedRules) {
    let kinds = policy.kinds(ofASCII: code)
    for group in CharacterGroup.allCases where kinds.contains(.of(group)) {
      counts[PasswordTally.Dimension.of(group).rawValue] = 1
    }
    let isAlphanumeric = kinds.contains(.letter) || kinds.contains(.digit)
    if !isAlphanumeric, code != UInt8(ascii: ","), code != UInt8(ascii: " ") {
      counts[PasswordTally.Dimension.strengthSymbols.rawValue] = 1
    }
    counts[PasswordTally.Dimension.length.rawValue] = 1
    // What no rule asks for is not counted.
    counts = pointwiseMin(counts, rules.caps)
    isAllowed = rules.allowsAll || !kinds.contains(.disallowed)
    canBeFirst = rules.first.map { kinds.contains(.of($0)) } ?? true
    canBeLast = rules.last.map { kinds.contains(.of($0)) } ?? true
  }
}

/// What the rules see of a word.
private struct WordTraits: Hashable {
  var counts = SIMD8<UInt16>()
  var isAllowed = true
  var canBeFirst = true
  var canBeLast = true

  /// - Returns: `nil` for a word that is not ASCII.
  init?(_ word: ArraySlice<UInt8>, _ describe: (UInt8) -> CharacterTraits) {
    for (index, code) in word.enumerated() {
      guard code < 128 else { return nil }
      let traits = describe(code)
      counts &+= traits.counts
      if !traits.isAllowed { isAllowed = false }
      if index == 0 { canBeFirst = traits.canBeFirst }
      if index == word.count - 1 { canBeLast = traits.canBeLast }
    }
  }
}

/// The characters of a segment, those together that nothing tells apart in any position.
private struct CharacterClasses {
  private struct Key: Hashable {
    let traits: CharacterTraits
    /// The weight in each alphabet, 0 where it is absent, and the required classes.
    let weights: [Int]
    let masks: [UInt8]
    /// The character itself where the pattern names it.
    let literal: UInt8?
  }

  private var keys: [Key] = []
  private var sizes: [Int] = []
  private var indexOfLiteral: [UInt8: Int] = [:]
  private let requiredMask: UInt8

  /// - Returns: `nil` when there are more than 255 classes.
  init?(_ plan: SegmentPlan?, _ describe: (UInt8) -> CharacterTraits) {
    requiredMask = plan?.requiredMask ?? 0
    guard let plan else { return }
    var literals: Set<UInt8> = []
    if case .pattern(let slots) = plan.shape {
      for case .literal(let code, _) in slots { literals.insert(code) }
    }
    var indices: [Key: Int] = [:]
    for code in 0..<UInt8(128) where plan.characters.contains(code) {
      let places = plan.alphabets.map { $0.codes.firstIndex(of: code) }
      let key = Key(
        traits: describe(code),
        weights: zip(plan.alphabets, places).map { alphabet, place in
          place.map { alphabet.weight(at: $0) } ?? 0
        },
        masks: zip(plan.alphabets, places).map { alphabet, place in
          place.map { alphabet.masks[$0] & plan.requiredMask } ?? 0
        },
        literal: literals.contains(code) ? code : nil)
      let index = indices[key] ?? keys.count
      if index == keys.count {
        indices[key] = index
        keys.append(key)
        sizes.append(0)
      }
      sizes[index] += 1
      if literals.contains(code) { indexOfLiteral[code] = index }
    }
    guard keys.count < Int(UInt8.max) else { return nil }
  }

  func atoms(ofAlphabet alphabet: Int) -> [CountingAtom] {
    keys.indices.compactMap { index in
      atom(index, mask: keys[index].masks[alphabet], weight: keys[index].weights[alphabet])
    }
  }

  func atoms(ofLiteral code: UInt8, mask: UInt8) -> [CountingAtom] {
    indexOfLiteral[code].flatMap { atom($0, mask: mask & requiredMask, weight: 1) }.map { [$0] }
      ?? []
  }

  private func atom(_ index: Int, mask: UInt8, weight: Int) -> CountingAtom? {
    let traits = keys[index].traits
    guard weight > 0, traits.isAllowed else { return nil }
    return CountingAtom(
      counts: traits.counts, classes: mask, characterClass: UInt8(index),
      alternatives: sizes[index], weight: weight, canBeFirst: traits.canBeFirst,
      canBeLast: traits.canBeLast)
  }
}
