import ExactIntegers

/// The state of a draw after some bytes of its password.
struct OutputState: Hashable, Comparable {
  enum Phase: UInt8 {
    /// Before the phrase: in the segment, or at the start.
    case before
    /// In a word, or before its first byte.
    case word
    /// The separator between two words is due.
    case betweenWords
    /// The separator after the phrase is due.
    case afterPhrase
    /// After the phrase: in the rest of the segment, or at the end.
    case after
  }

  var phase: Phase
  /// The length of the segment drawn, 0 without one.
  var length: Int32
  /// The number of characters of the segment so far.
  var position: Int32 = 0
  /// The required classes among them.
  var mask: UInt8 = 0
  /// The number of complete words.
  var words: Int32 = 0
  /// The node in the tree of words.
  var node: Int32 = 0

  private var order: [Int32] {
    [Int32(phase.rawValue), length, position, Int32(mask), words, node]
  }

  static func < (left: OutputState, right: OutputState) -> Bool {
    left.order.lexicographicallyPrecedes(right.order)
  }
}

/// The automaton whose paths are the draws of a recipe with a phrase.
struct OutputTransitions {
  struct Arc {
    let byte: UInt8
    let target: OutputState
    let weight: Int
  }

  private let segment: SegmentPlan?
  private let phrase: PhrasePlan?
  private let tree: WordTree
  /// The maximum width in bits of a weight at the start.
  private static let maximumWeightBits = 2048

  /// The states before the first byte, with weights that make every length equally likely; empty
  /// when such weights would be too long to count with.
  let start: [OutputState: BigUInt]

  init(recipe: CompiledRecipe, segments: [SegmentCount]) {
    segment = recipe.segment
    phrase = recipe.phrase
    tree = WordTree(recipe.phrase)
    guard !segments.isEmpty else {
      start = [OutputState(phase: .word, length: 0): 1]
      return
    }
    let isInserted = recipe.phrase?.placement == .insert
    // The segments of a length and the places of the phrase in them have the same total weight for
    // every length when each path is scaled by the common multiple over its length's own total.
    let totals = segments.map { $0.totalWeight * BigUInt(isInserted ? $0.length - 1 : 1) }
    var common: BigUInt = 1
    for total in totals {
      common *= total / total.greatestCommonDivisor(with: common)
      guard common.bitWidth <= Self.maximumWeightBits else {
        start = [:]
        return
      }
    }
    let phase: OutputState.Phase = recipe.phrase?.placement == .prefix ? .word : .before
    let multiple = common
    start = Dictionary(
      uniqueKeysWithValues: zip(segments, totals).map {
        (OutputState(phase: phase, length: Int32($0.length)), multiple / $1)
      })
  }

  func isFinal(_ state: OutputState) -> Bool {
    guard state.position == state.length, state.mask & required == required else { return false }
    return state.phase == .after
  }

  private var required: UInt8 { segment?.requiredMask ?? 0 }

  func arcs(from state: OutputState) -> [Arc] {
    switch state.phase {
    case .before: arcsBeforePhrase(state)
    case .word: arcsInWord(state)
    case .betweenWords: separatorArcs(state, then: .word)
    case .afterPhrase: separatorArcs(state, then: .after)
    case .after: segmentArcs(state)
    }
  }

  private func arcsBeforePhrase(_ state: OutputState) -> [Arc] {
    var arcs = segmentArcs(state)
    let mayBegin =
      phrase?.placement == .append
      ? state.position == state.length
      : state.position > 0 && state.position < state.length
    guard mayBegin else { return arcs }
    var next = state
    next.phase = .word
    arcs +=
      phrase?.separator == nil ? arcsInWord(next) : separatorArcs(state, then: .word)
    return arcs
  }

  private func separatorArcs(_ state: OutputState, then phase: OutputState.Phase) -> [Arc] {
    guard let separator = phrase?.separator else { return [] }
    var next = state
    next.phase = phase
    return [Arc(byte: separator, target: next, weight: 1)]
  }

  private func arcsInWord(_ state: OutputState) -> [Arc] {
    var arcs: [Arc] = []
    for child in tree.children[Int(state.node)] {
      if !tree.children[Int(child.node)].isEmpty {
        var next = state
        next.node = child.node
        arcs.append(Arc(byte: child.byte, target: next, weight: 1))
      }
      if tree.endsWord[Int(child.node)] {
        arcs.append(Arc(byte: child.byte, target: stateAfterWord(state), weight: 1))
      }
    }
    return arcs
  }

  private func stateAfterWord(_ state: OutputState) -> OutputState {
    guard let phrase else { return state }
    var next = state
    next.node = 0
    next.words += 1
    let hasSeparator = phrase.separator != nil
    if Int(next.words) < phrase.wordCount {
      next.phase = hasSeparator ? .betweenWords : .word
    } else {
      next.words = 0
      let segmentFollows = state.position < state.length
      next.phase = hasSeparator && segmentFollows ? .afterPhrase : .after
    }
    return next
  }

  private func segmentArcs(_ state: OutputState) -> [Arc] {
    guard let segment, state.position < state.length else { return [] }
    var next = state
    next.position += 1
    switch segment.slot(at: Int(state.position)) {
    case .literal(let code, let mask):
      next.mask |= mask & segment.requiredMask
      return [Arc(byte: code, target: next, weight: 1)]
    case .alphabet(let index):
      let alphabet = segment.alphabets[index]
      return (0..<alphabet.count).map { character in
        var target = next
        target.mask |= alphabet.masks[character] & segment.requiredMask
        return Arc(
          byte: alphabet.codes[character], target: target, weight: alphabet.weight(at: character))
      }
    }
  }
}
