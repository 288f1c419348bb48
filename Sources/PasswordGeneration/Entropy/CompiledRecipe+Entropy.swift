import ExactIntegers
import Platform

extension CompiledRecipe {
  /// Returns the entropy of a password of this recipe.
  ///
  /// Where a password reveals how it was composed, the figures are the sums of those of its parts.
  /// Where it does not (words joined with nothing from a list that is not uniquely decodable, a
  /// phrase inside a segment that can contain the separator, …), the draws that give the same
  /// password are counted. That keeps to a budget of steps and of memory, the same on every
  /// machine: under a second and 64 MiB on a machine of 2024. Beyond it, the figures are bounds and
  /// `isExact` is `false`.
  ///
  /// - Complexity: O(*n*²) for segments of *n* characters; where draws have to be counted, up to
  ///   the budget.
  public func entropy() -> Entropy {
    var counter = segment.map { SegmentCounter(plan: $0) }
    let segments = counter?.counts() ?? []
    if !isDecodable {
      if let shapes = InsertionShapes(self), let entropy = entropy(shapes, segments: segments) {
        return entropy
      }
      var automaton = OutputAutomaton(recipe: self, segments: segments)
      return automaton.entropy() ?? lowerBound(segments: segments)
    }
    let parts = DrawEntropy(recipe: self, segments: segments)
    return Entropy(
      shannonBits: parts.shannonBits, minEntropyBits: parts.minEntropyBits, count: parts.count,
      isExact: true)
  }

  /// Returns the entropy with a phrase inside a segment that can contain the separator, which no
  /// word contains; `nil` when counting exceeds the budget.
  func entropy(
    _ shapes: InsertionShapes, segments: [SegmentCount],
    budget: WorkBudget = .standard
  ) -> Entropy? {
    var counter = InsertionCounter(shapes, budget: budget)
    guard let marked = counter.markedTexts() else { return nil }
    let draw = DrawEntropy(recipe: self, segments: segments)
    var left = counter.budget
    return ReadingDistribution(shapes, recipe: self, segments: segments, draw: draw)
      .entropy(marked, &left)
  }
}

/// The entropy of the draw that makes a password: of all choices, whether or not the password
/// reveals them.
struct DrawEntropy {
  let shannonBits: Double
  let minEntropyBits: Double
  let count: BigUInt

  init(recipe: CompiledRecipe, segments: [SegmentCount]) {
    let words = BigUInt(max(1, recipe.wordChoices)).power(recipe.phrase?.wordCount ?? 0)
    let wordBits = words.log2
    guard !segments.isEmpty else {
      shannonBits = wordBits
      minEntropyBits = wordBits
      count = words
      return
    }
    let isInserted = recipe.phrase?.placement == .insert
    /// Returns the number of places where the phrase can stand in a segment.
    func places(_ segment: SegmentCount) -> Int { isInserted ? segment.length - 1 : 1 }
    let lengthBits = Platform.log2(Double(segments.count))
    let mean =
      segments.reduce(0) { $0 + $1.shannonBits + Platform.log2(Double(places($1))) }
      / Double(segments.count)
    shannonBits = wordBits + lengthBits + mean
    let least = segments.map { $0.minEntropyBits + Platform.log2(Double(places($0))) }.min() ?? 0
    minEntropyBits = wordBits + lengthBits + least
    count = words * segments.reduce(0) { $0 + $1.count * BigUInt(places($1)) }
  }
}
