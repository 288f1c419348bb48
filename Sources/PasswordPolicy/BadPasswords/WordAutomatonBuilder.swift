/// Builds the arrays of a ``WordAutomaton``, one level of states at a time.
struct WordAutomatonBuilder {
  /// The byte that leads to each state.
  private(set) var labels: [UInt8] = [0]
  /// The first child of each state; the first child of the next state ends its children.
  private(set) var firstChild: [UInt32] = []
  /// The state of the longest proper suffix of each state's text, with ``terminal`` set when the
  /// text ends in a word.
  private(set) var failures: [UInt32] = [0]
  /// The child of the root for each byte, or 0.
  private(set) var rootChildren = [UInt32](repeating: 0, count: 256)

  static let terminal: UInt32 = 1 << 31

  /// Builds the automaton.
  ///
  /// - Parameter words: words, none empty.
  /// - Complexity: O(*n* log *w*) for *w* words of *n* bytes in all.
  init(_ words: BadWordList) {
    let order = unsafe words.text.withUnsafeBufferPointer { text in
      (0..<words.count).sorted {
        unsafe Self.precedes(text, words.range($0), words.range($1))
      }
    }
    // The words below each state, as a range of the sorted words; one level at a time.
    var level: [Range<Int>] = [0..<order.count]
    var depth = 0
    var state = 0
    while !level.isEmpty {
      var nextLevel: [Range<Int>] = []
      for range in level {
        firstChild.append(UInt32(labels.count))
        if failures[state] & Self.terminal == 0 {
          appendChildren(
            of: state, words: words, order: order, range: range, depth: depth, to: &nextLevel)
        }
        if state == 0 {
          for child in 1..<max(1, labels.count) { rootChildren[Int(labels[child])] = UInt32(child) }
        }
        state += 1
      }
      level = nextLevel
      depth += 1
    }
    firstChild.append(UInt32(labels.count))
  }

  private static func precedes(
    _ text: UnsafeBufferPointer<UInt8>, _ left: Range<Int>, _ right: Range<Int>
  ) -> Bool {
    for offset in 0..<min(left.count, right.count) {
      let a = unsafe text[left.lowerBound + offset]
      let b = unsafe text[right.lowerBound + offset]
      if a != b { return a < b }
    }
    return left.count < right.count
  }

  private mutating func appendChildren(
    of state: Int, words: BadWordList, order: [Int], range: Range<Int>, depth: Int,
    to nextLevel: inout [Range<Int>]
  ) {
    func byte(_ position: Int) -> UInt8 {
      words.text[words.range(order[position]).lowerBound + depth]
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let label = byte(start)
      var end = start + 1
      while end < range.upperBound, byte(end) == label { end += 1 }
      labels.append(label)
      nextLevel.append(start..<end)
      // In sorted order a word comes before those that it begins.
      let isWord = words.range(order[start]).count == depth + 1
      let failure = state == 0 ? 0 : target(Int(failures[state]), label)
      let endsInWord = isWord || failures[Int(failure)] & Self.terminal != 0
      failures.append(failure | (endsInWord ? Self.terminal : 0))
      start = end
    }
  }

  /// Returns the child of a state by a byte, or 0.
  private func child(_ state: Int, _ byte: UInt8) -> UInt32 {
    if state == 0 { return rootChildren[Int(byte)] }
    var low = Int(firstChild[state])
    var high = Int(firstChild[state + 1])
    while low < high {
      let middle = (low + high) / 2
      if labels[middle] == byte { return UInt32(middle) }
      if labels[middle] < byte { low = middle + 1 } else { high = middle }
    }
    return 0
  }

  /// Returns the state that a byte leads to.
  private func target(_ state: Int, _ byte: UInt8) -> UInt32 {
    var state = state
    while true {
      let child = child(state, byte)
      if child != 0 || state == 0 { return child }
      state = Int(failures[state] & ~Self.terminal)
    }
  }
}
