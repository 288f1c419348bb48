import ExactIntegers
import Platform

/// The entropy of passwords with several possible readings, from the number of marked texts.
///
/// - Count: a text with *k* readings has C(*k*, *j*) ways to mark *j* of them, and their sum with
///   alternating signs is 1. The different passwords are therefore the draws, less the texts with
///   two marked readings, plus those with three, and so on.
/// - Shannon: all readings *r* of a text have the product *T* of the weights of its characters in
///   common. Their probabilities are *T* · *c*(*r*), with *c*(*r*) = 1/(lengths · places · *Z*) ·
///   1/*N*^*w* · 1/(the weights of the reading's own characters), where *Z* is the weight of all
///   segments of the length. With *c* as the sum of *c*(*r*), a text reduces the entropy of the
///   draw by what it leaves open, *T* · (*c* log *c* − Σ *c*(*r*) log *c*(*r*)). So it is enough to
///   know the sum of *T* over the texts with just the readings *M*, which follows from the marked
///   texts by inclusion and exclusion over the multisets that contain *M*.
/// - Min-entropy: the maximum *T* · *c* over all marked texts is that of all texts, since a text is
///   among them with all its readings marked, and marking fewer makes *c* smaller.
struct ReadingDistribution {
  private let shapes: InsertionShapes
  private let segments: [SegmentCount]
  private let draw: DrawEntropy
  private let wordBits: Double

  init(
    _ shapes: InsertionShapes, recipe: CompiledRecipe, segments: [SegmentCount], draw: DrawEntropy
  ) {
    self.shapes = shapes
    self.segments = segments
    self.draw = draw
    wordBits = Double(shapes.wordCount) * Platform.log2(Double(recipe.wordChoices))
  }

  /// Returns the entropy, given all texts with two or more marked readings.
  ///
  /// - Returns: `nil` when the budget does not suffice.
  /// - Complexity: O(*p*) additions for *p* parts of the marked readings.
  func entropy(
    _ marked: [InsertionCounter.MarkedTexts: TextCount], _ budget: inout WorkBudget
  ) -> Entropy? {
    var count = SignedSum()
    count.add(draw.count, isNegative: false)
    var weights: [InsertionCounter.MarkedTexts: SignedSum] = [:]
    var minEntropyBits = draw.minEntropyBits
    for (item, texts) in marked {
      count.add(texts.count, isNegative: item.readings.count.isMultiple(of: 2))
      guard subtract(item, texts, from: &weights, &budget) else { return nil }
      let chances = Chances(item.readings.map { chanceBits(of: $0, bytes: item.bytes) })
      minEntropyBits = min(minEntropyBits, -(texts.maximumBits + chances.sumBits))
    }
    // In a fixed order, so that sums of rounded numbers are the same in every run.
    let open = weights.mapValues(\.positivePart).filter { $0.value > 0 }
      .sorted { $0.key < $1.key }
      .reduce(0.0) { sum, texts in
        let bytes = texts.key.bytes
        let chances = Chances(texts.key.readings.map { chanceBits(of: $0, bytes: bytes) })
        return sum + Platform.exp2(texts.value.log2 + chances.maximumBits)
          * chances.open
      }
    return Entropy(
      shannonBits: draw.shannonBits - open, minEntropyBits: minEntropyBits,
      count: count.positivePart,
      isExact: true)
  }

  /// Returns the binary logarithm of the probability of a draw divided by the weight of its text.
  private func chanceBits(of reading: PhraseReading, bytes: Int) -> Double {
    let segment = segments[bytes - reading.bytes - shapes.lengths.lowerBound]
    let places = Double(segments.count * (segment.length - 1))
    return
      -(Platform.log2(places) + segment.totalWeight.log2 + wordBits
      + shapes.weightBits(of: reading))
  }

  /// Counts marked texts, with alternating signs, for each part of their readings; returns `false`
  /// when the budget does not suffice.
  private func subtract(
    _ marked: InsertionCounter.MarkedTexts, _ texts: TextCount,
    from weights: inout [InsertionCounter.MarkedTexts: SignedSum], _ budget: inout WorkBudget
  ) -> Bool {
    /// The parts chosen so far, and the number of ways to choose each.
    var parts: [(readings: [PhraseReading], ways: BigUInt)] = [([], 1)]
    var rest = marked.readings[...]
    while let reading = rest.first {
      let copies = rest.prefix { $0 == reading }.count
      rest = rest.dropFirst(copies)
      let (count, overflow) = parts.count.multipliedReportingOverflow(by: copies + 1)
      guard !overflow, budget.spend(count) else { return false }
      parts = parts.flatMap { part in
        var ways = part.ways
        return (0...copies).map { left in
          if left > 0 { ways = ways * BigUInt(copies - left + 1) / BigUInt(left) }
          let kept = [PhraseReading](repeating: reading, count: copies - left)
          return (part.readings + kept, ways)
        }
      }
    }
    for part in parts where part.readings.count > 1 {
      let key = InsertionCounter.MarkedTexts(bytes: marked.bytes, readings: part.readings)
      if weights[key] == nil {
        guard budget.store(part.readings, bytes: marked.bytes) else { return false }
      }
      guard budget.spend(on: texts) else { return false }
      let isEven = (marked.readings.count - part.readings.count).isMultiple(of: 2)
      weights[key, default: SignedSum()].add(part.ways * texts.weight, isNegative: !isEven)
    }
    return true
  }
}

/// The probabilities of the readings of a text, given by their binary logarithms.
private struct Chances {
  let maximumBits: Double
  /// The binary logarithm of their sum.
  let sumBits: Double
  /// What the text leaves open of the draw: with probabilities over the greatest one, c log₂ c − Σ
  /// c(r) log₂ c(r), in bits.
  let open: Double

  init(_ bits: [Double]) {
    let greatest = bits.max() ?? 0
    let sum = bits.reduce(0) { $0 + Platform.exp2($1 - greatest) }
    maximumBits = greatest
    sumBits = greatest + Platform.log2(sum)
    open =
      sum * Platform.log2(sum)
      - bits.reduce(0) { $0 + Platform.exp2($1 - greatest) * ($1 - greatest) }
  }
}
