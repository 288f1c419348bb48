import ExactIntegers
import PasswordGeneration
import PasswordPolicy

/// A ``CountTree`` prepared for drawing: the number of characters of each class of a password, each
/// choice with exactly its share.
///
/// For each pair of nodes and each total there is a row of thresholds that divide the numbers from
/// 0 to 1 as the texts are divided. Only the leading digits of the thresholds are stored, possibly
/// one too high or too low; a random number whose leading digits are that close to a threshold,
/// which is rare, is compared with the fraction of the exact counts.
///
/// Immutable; the drawers of all threads share it.
final class CountSampler: Sendable {
  let tree: CountTree
  let lengths: LengthChoice
  let digits: Int
  private let tables: CountTables
  /// The first threshold of each total of a node, and one past the last; empty for leaves.
  let rows: [[Int32]]
  let thresholds: FixedTable<UInt32>
  /// The characters of the leaves, one leaf after another, each padded with zeros to whole vectors.
  let codes: FixedTable<UInt8>
  let leaves: FixedTable<Leaf>

  /// The characters of a leaf.
  struct Leaf: BitwiseCopyable, Sendable {
    let node: Int32
    let firstCode: Int32
    let codeCount: UInt32
  }

  /// Makes a sampler; `nil` when it would need more thresholds than the budget allows.
  init?(
    _ tree: CountTree, _ weights: CountTables, shares: [(length: Int, share: LengthChoice.Share)],
    thresholdBudget: Int, digits: Int
  ) {
    guard tree.choiceCount <= thresholdBudget else { return nil }
    self.tree = tree
    self.digits = digits
    tables = weights
    lengths = LengthChoice(shares, digits: digits)
    let shares = CountShares(tree, weights)
    var thresholds: [UInt32] = []
    var rows: [[Int32]] = []
    var codes: [UInt8] = []
    var leaves: [Leaf] = []
    for (index, node) in tree.nodes.enumerated() {
      var firsts: [Int32] = []
      switch node.kind {
      case .leaf(let characters, _):
        leaves.append(
          Leaf(
            node: Int32(index), firstCode: Int32(codes.count), codeCount: UInt32(characters.count)))
        codes += characters
        while codes.count % AutomatonSampler.stride != 0 { codes.append(0) }
      case .pair(let left, let right):
        for total in node.window {
          firsts.append(Int32(thresholds.count))
          Self.append(shares.terms(left, right, total: total), to: &thresholds, digits: digits)
        }
        firsts.append(Int32(thresholds.count))
      }
      rows.append(firsts)
    }
    self.rows = rows
    self.thresholds = FixedTable(thresholds)
    self.codes = FixedTable(codes)
    self.leaves = FixedTable(leaves)
  }

  private static func append(
    _ row: (terms: [Double], sum: Double), to thresholds: inout [UInt32], digits: Int
  ) {
    let unit = Double(UInt64(1) << UInt64(digits))
    var sum = 0.0
    for term in row.terms.dropLast() {
      sum += term
      thresholds.append(UInt32(min(unit - 1, (sum / row.sum * unit).rounded(.down))))
    }
  }

  /// Returns the number of texts of a pair's total for each number of characters of the left node.
  func parts(_ left: Int, _ right: Int, total: Int) -> [BigUInt] {
    tables.parts(left, right, total: total)
  }
}
