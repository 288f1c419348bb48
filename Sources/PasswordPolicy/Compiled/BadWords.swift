/// The bad words of a policy, prepared for searching.
final class BadWords: Sendable {
  let whole: WholeWords?
  let parts: WordAutomaton?

  init?(_ words: BadWordList, match: BadPasswords.Match) {
    guard !words.isEmpty else { return nil }
    whole = match == .whole ? WholeWords(words) : nil
    parts = match == .substring ? WordAutomaton(words) : nil
  }

  /// Whether a text, ASCII or a fold, equals or contains a word, as the policy compares them.
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    if let whole { return unsafe whole.contains(text) }
    if let parts { return unsafe parts.matches(text) }
    return false
  }
}
