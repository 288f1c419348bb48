import Patterns
package import TextAutomata

extension CompiledPolicy {
  /// Returns the bad patterns and the bad words, which an ASCII password must not match.
  ///
  /// Words are folded, and those that can make no difference are left out: repeats, words whose
  /// fold is not ASCII, and, where passwords must not contain a word, words that contain another.
  /// Words of the account are not included, since they are not part of the policy.
  ///
  /// - Parameter maximumItems: the maximum number of patterns and words.
  /// - Returns: the items, patterns first; `nil` when there are more.
  package func forbiddenText(maximumItems: Int) -> [TextAutomaton.Item]? {
    guard patterns.count <= maximumItems else { return nil }
    var items = patterns.patterns.map { TextAutomaton.Item.regex($0.text) }
    let spare = maximumItems - items.count
    if let whole = words?.whole {
      let words = whole.distinct.lazy.filter(Self.isASCII).prefix(spare + 1)
      items += words.map { .whole(Array($0)) }
    }
    if let parts = words?.parts {
      items += parts.words.lazy.filter(Self.isASCII).prefix(spare + 1).map { .substring($0) }
    }
    return items.count > maximumItems ? nil : items
  }

  /// Calls `body` for each distinct bad word, folded, when a password must not equal one.
  ///
  /// There are none when passwords must not contain one.
  ///
  /// - Complexity: O(*n*) expected, where *n* is the number of bytes of the words.
  package func forEachWholeWord(_ body: (ArraySlice<UInt8>) -> Void) {
    words?.whole?.distinct.forEach(body)
  }

  private static func isASCII(_ word: some Sequence<UInt8>) -> Bool {
    word.allSatisfy { $0 < 128 }
  }
}
