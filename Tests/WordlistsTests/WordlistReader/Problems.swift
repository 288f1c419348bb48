import Testing
import Wordlists

/// The problems of a text that must have some.
func problems(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation)
  -> [WordlistProblem]?
{
  #expect(throws: WordlistError.self, sourceLocation: sourceLocation) {
    try Wordlist(text: text)
  }?.problems
}
