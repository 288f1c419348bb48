import PasswordGeneration
import PasswordPolicy

/// The words of a phrase, prepared for drawing by groups that no rule distinguishes.
struct SampledPhrase: Sendable {
  let plan: PhrasePlan
  /// The text of the words.
  let tables: DrawingTables
  /// The index in ``order`` of the first word of each group.
  let firstWords: FixedTable<Int32>
  /// The words, one group after another, by their indices in the list.
  let order: FixedTable<Int32>

  /// - Parameters:
  ///   - plan: the phrase.
  ///   - tables: those of the recipe.
  ///   - groups: the words of each group, by their indices in the list.
  init(_ plan: PhrasePlan, _ tables: DrawingTables, groups: [[Int]]) {
    self.plan = plan
    self.tables = tables
    var firstWords: [Int32] = []
    var order: [Int32] = []
    for group in groups {
      firstWords.append(Int32(order.count))
      order += group.map { Int32($0) }
    }
    self.firstWords = FixedTable(firstWords)
    self.order = FixedTable(order)
  }
}
