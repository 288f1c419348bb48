import PasswordGeneration
import PasswordPolicy
import Wordlists

/// The words of a phrase, ready to be drawn by groups that no rule tells apart.
struct SampledPhrase: Sendable {
  /// Where a word stands in ``text``.
  struct Place: BitwiseCopyable, Sendable {
    let start: Int32
    let count: Int32
  }

  let wordCount: Int
  let separator: UInt8?
  let placement: PhraseRecipe.Placement
  /// The first word of each group.
  let firstWords: FixedTable<Int32>
  /// The words, one group after the other.
  let places: FixedTable<Place>
  let text: FixedTable<UInt8>

  /// - Parameters:
  ///   - plan: the phrase.
  ///   - groups: the words of each group, by their places in the list.
  init(_ plan: PhrasePlan, groups: [[Int]]) {
    wordCount = plan.wordCount
    separator = plan.separator
    placement = plan.placement
    var firstWords: [Int32] = []
    var places: [Place] = []
    var text: [UInt8] = []
    for group in groups {
      firstWords.append(Int32(places.count))
      for word in group.map({ plan.words[$0] }) {
        places.append(Place(start: Int32(text.count), count: Int32(word.count)))
        text += word
      }
    }
    self.firstWords = FixedTable(firstWords)
    self.places = FixedTable(places)
    self.text = FixedTable(text)
  }
}
