import PasswordGeneration
import PasswordPolicy
import Wordlists

/// All draws of a recipe that has few, one after another.
struct DrawList {
  /// A draw: its text, the length of its segment, and its weight among the draws of that length.
  struct Draw {
    let text: [UInt8]
    let length: Int
    let weight: Int
  }

  private let recipe: CompiledRecipe

  /// - Returns: `nil` for a recipe with more draws than the budget, or with texts so long that a
  ///   list of them would take more than a few megabytes.
  init?(_ recipe: CompiledRecipe, budget: Int) {
    self.recipe = recipe
    guard let draws = Self.count(recipe, limit: budget), recipe.maximumBytes <= (4 << 20) / draws
    else { return nil }
  }

  /// Returns the number of draws, including those without a required class; `nil` when there are
  /// more than the limit, or none.
  private static func count(_ recipe: CompiledRecipe, limit: Int) -> Int? {
    var phrases = 1
    if let phrase = recipe.phrase {
      for _ in 0..<phrase.wordCount {
        phrases *= phrase.words.count
        if phrases > limit { return nil }
      }
    }
    guard let segment = recipe.segment else { return phrases }
    var sum = 0
    for length in segment.lengths {
      var texts = recipe.phrase?.placement == .insert ? phrases * (length - 1) : phrases
      for position in 0..<length {
        if texts > limit { return nil }
        if case .alphabet(let index) = segment.slot(at: position) {
          texts *= segment.alphabets[index].codes.count
        }
      }
      sum += texts
      if sum > limit { return nil }
    }
    return sum > 0 ? sum : nil
  }

  /// Calls a closure with each draw.
  func visit(_ body: (Draw) -> Void) {
    let phrases = phrases()
    guard let segment = recipe.segment else {
      for phrase in phrases { body(Draw(text: phrase, length: 0, weight: 1)) }
      return
    }
    for length in segment.lengths {
      forEachSegment(segment, length: length) { text, weight in
        guard let plan = recipe.phrase else {
          body(Draw(text: text, length: length, weight: weight))
          return
        }
        let places =
          switch plan.placement {
          case .prefix: 0...0
          case .append: length...length
          case .insert: 1...length - 1
          }
        let joint = plan.separator.map { [$0] } ?? []
        for phrase in phrases {
          for place in places {
            let before = place > 0 ? text[..<place] + joint : []
            let after = place < length ? joint + text[place...] : []
            body(Draw(text: before + phrase + after, length: length, weight: weight))
          }
        }
      }
    }
  }

  /// Returns the texts of the phrase; one empty text without a phrase.
  private func phrases() -> [[UInt8]] {
    guard let plan = recipe.phrase else { return [[]] }
    let joint = plan.separator.map { [$0] } ?? []
    let words = (0..<plan.words.count).map { Array(plan.words[$0]) }
    return (1..<plan.wordCount).reduce(words) { phrases, _ in
      phrases.flatMap { phrase in words.map { phrase + joint + $0 } }
    }
  }

  private func forEachSegment(
    _ segment: SegmentPlan, length: Int, _ body: ([UInt8], Int) -> Void
  ) {
    var text: [UInt8] = []
    func extend(_ weight: Int, _ mask: UInt8) {
      guard text.count < length else {
        if mask & segment.requiredMask == segment.requiredMask { body(text, weight) }
        return
      }
      func append(_ code: UInt8, _ factor: Int, _ classes: UInt8) {
        text.append(code)
        extend(weight * factor, mask | classes)
        text.removeLast()
      }
      switch segment.slot(at: text.count) {
      case .literal(let code, let classes): append(code, 1, classes)
      case .alphabet(let index):
        let alphabet = segment.alphabets[index]
        for (code, classes) in zip(alphabet.codes, alphabet.masks) {
          append(code, alphabet.weight(of: code), classes)
        }
      }
    }
    extend(1, 0)
  }
}

extension DrawList {
  /// Returns each distinct set of rules that some draw breaks.
  func brokenRules(_ policy: CompiledPolicy, _ context: PolicyContext?) -> Set<Set<Rule>> {
    var broken: Set<Set<Rule>> = []
    visit { draw in
      broken.insert(Set(policy.violations(of: draw.text.span, context: context).map(\.rule)))
    }
    return broken
  }
}
