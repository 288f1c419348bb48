import PasswordGeneration
import PasswordPolicy
import Randomness

extension AutomatonDrawer {
  /// Draws a password with words to the start of a line; returns its length in bytes.
  ///
  /// The automaton takes the segment first and then the words, which are placed in the password as
  /// the recipe says: no rule that it enforces depends on the place of a phrase inside a segment,
  /// which is uniform.
  mutating func drawLine<Source: ByteSource & ~Copyable>(
    _ length: Int, _ phrase: SampledPhrase, into line: UnsafeMutableBufferPointer<UInt8>,
    from source: inout Source
  ) throws(ByteSourceError) -> Int {
    let state = try unsafe drawSegment(
      length, into: UnsafeMutableBufferPointer(start: segment, count: length), from: &source)
    try drawWords(phrase, from: state, &source)
    let plan = phrase.plan
    // Without a segment no word is inserted into it.
    let before =
      length == 0
      ? 0 : try numbers.charactersBefore(plan.placement, of: length, from: &source)
    var end = 0
    func append(_ text: UnsafePointer<UInt8>, _ count: Int) {
      for index in 0..<count { unsafe line[end + index] = text[index] }
      end += count
    }
    func separate() {
      guard let separator = plan.separator else { return }
      unsafe line[end] = separator
      end += 1
    }
    unsafe append(segment, before)
    if before > 0 { separate() }
    for word in 0..<plan.wordCount {
      if word > 0 { separate() }
      let place = unsafe phrase.tables.wordPlaces[Int(words[word])]
      unsafe phrase.tables.wordText.withUnsafeBufferPointer { text in
        guard let base = text.baseAddress else { return }
        unsafe append(base + Int(place.start), Int(place.count))
      }
    }
    if before < length {
      separate()
      unsafe append(segment + before, length - before)
    }
    return end
  }

  /// Draws the words that continue from a state.
  private mutating func drawWords<Source: ByteSource & ~Copyable>(
    _ phrase: SampledPhrase, from start: Int, _ source: inout Source
  ) throws(ByteSourceError) {
    let thresholds = unsafe sampler.thresholds.start
    let digits = sampler.digits
    var state = start
    for word in 0..<phrase.plan.wordCount {
      let remaining = sampler.automaton.fixedSteps - word
      let row = unsafe sampler.rows.start[Int(sampler.layers.start[remaining - 1]) + state]
      let choice =
        row.thresholdCount > 0
        ? try unsafe choose(
          from: row, thresholds, digits: digits, state, remaining: remaining, from: &source) : 0
      let edge = unsafe sampler.edges.start[Int(row.firstEdge) + choice]
      let place = try numbers.next(below: edge.alternatives, from: &source)
      let first = unsafe Int(phrase.firstWords.start[Int(edge.first)])
      unsafe words[word] = phrase.order.start[first + Int(place)]
      state = Int(edge.target)
    }
  }
}
