extension WordAutomaton {
  /// The words that contain no other word, each once, in byte order.
  ///
  /// The others make no difference, and the automaton does not store them.
  var words: Words { Words(self) }

  struct Words: Sequence, IteratorProtocol {
    private let automaton: WordAutomaton
    private var text: [UInt8] = []
    /// The children still to be visited for each prefix of the text, starting with the empty one.
    private var pending: [Range<Int>]

    fileprivate init(_ automaton: WordAutomaton) {
      self.automaton = automaton
      pending = [automaton.children(of: 0)]
    }

    mutating func next() -> [UInt8]? {
      while let children = pending.last {
        guard let state = children.first else {
          pending.removeLast()
          _ = text.popLast()
          continue
        }
        pending[pending.count - 1] = children.dropFirst()
        text.append(automaton.label(of: state))
        pending.append(automaton.children(of: state))
        if automaton.isWord(state) { return text }
      }
      return nil
    }
  }
}
