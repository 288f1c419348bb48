import CharacterSets
import PasswordGeneration
import PasswordPolicy

/// The characters of a recipe in disjoint classes, and how many of each a password may contain.
///
/// Plain counts do not depend on where a character stands, so only the number of characters of each
/// class matters. Where the sets that rules count are disjoint or nested, they form a tree: its
/// leaves are classes of characters, and the characters of a node are those of its two children.
/// Every node has an interval of totals, and every total of the interval can occur.
struct CountTree: Sendable {
  enum Kind: Sendable {
    /// Characters that no rule distinguishes, ascending, and the weight of each.
    case leaf(codes: [UInt8], weight: Int)
    /// Two nodes that come before this one.
    case pair(Int, Int)
  }

  struct Node: Sendable {
    let kind: Kind
    /// The possible numbers of characters of the node in a password.
    var window: ClosedRange<Int>
  }

  /// The nodes, children before parents, the root last; none when nothing complies.
  private(set) var nodes: [Node] = []
  /// The lengths of the recipe at which some password complies.
  private(set) var lengths: ClosedRange<Int>?
  /// The lengths at which some password complies, whatever the lengths of the recipe, up to those
  /// of the longest recipe.
  private(set) var possibleLengths: ClosedRange<Int>?
  /// The rules that are not enforced: those that depend on where a character stands, and others
  /// that are not counts.
  let unknown: [Rule]

  /// - Returns: `nil` for recipes with words or a pattern, and for sets that partly overlap.
  init?(_ recipe: CompiledRecipe, _ policy: CompiledPolicy, rules: [Rule]) {
    guard let segment = recipe.segment, recipe.phrase == nil, case .uniform = segment.shape,
      let sorted = PlainCounts(recipe, policy, rules: rules)
    else { return nil }
    unknown = sorted.unknown
    var builder = Builder(segment.alphabets[0])
    let root = builder.node(sorted.characters, sorted.bounds)
    guard let root, !sorted.isImpossible else { return }
    let window = builder.nodes[root].window
    let shortest = max(1, window.lowerBound, sorted.minimumLength)
    let longest = min(window.upperBound, sorted.maximumLength)
    guard shortest <= longest else { return }
    possibleLengths = shortest...longest
    guard segment.lengths.overlaps(shortest...longest) else { return }
    let lengths = (shortest...longest).clamped(to: segment.lengths)
    self.lengths = lengths
    nodes = builder.nodes
    narrow(to: lengths)
  }

  /// Drops totals that fit none of the lengths.
  private mutating func narrow(to lengths: ClosedRange<Int>) {
    nodes[nodes.count - 1].window = lengths
    for index in nodes.indices.reversed() {
      guard case .pair(let left, let right) = nodes[index].kind else { continue }
      let whole = nodes[index].window
      let (first, second) = (nodes[left].window, nodes[right].window)
      nodes[left].window = first.clamped(
        to: whole.lowerBound - second.upperBound...whole.upperBound - second.lowerBound)
      nodes[right].window = second.clamped(
        to: whole.lowerBound - first.upperBound...whole.upperBound - first.lowerBound)
    }
  }

  /// Returns the possible numbers of characters of the left node in a pair's total.
  func choices(_ left: Int, _ right: Int, total: Int) -> ClosedRange<Int> {
    let (first, second) = (nodes[left].window, nodes[right].window)
    return max(
      first.lowerBound, total - second.upperBound)...min(
        first.upperBound, total - second.lowerBound)
  }
}

/// Builds the nodes of a tree.
private struct Builder {
  private(set) var nodes: [CountTree.Node] = []
  private let alphabet: Alphabet

  init(_ alphabet: Alphabet) { self.alphabet = alphabet }

  /// Adds the nodes of a set, whose bounds may be among those given; `nil` when no number of its
  /// characters is possible.
  mutating func node(_ characters: ASCIISet, _ bounds: [PlainCounts.Bound]) -> Int? {
    var rest = characters
    var children: [Int] = []
    let own = bounds.first { $0.characters == characters }
    let inside = bounds.filter { $0.characters != characters }
      .sorted { $0.characters.count > $1.characters.count }
    for bound in inside where bound.characters.isSubset(of: rest) {
      let nested = inside.filter { $0.characters.isSubset(of: bound.characters) }
      guard let child = node(bound.characters, nested) else { return nil }
      rest.subtract(bound.characters)
      children.append(child)
    }
    let weighted = Dictionary(grouping: rest.map { $0 }) { alphabet.weight(of: $0) }
    for (weight, codes) in weighted.sorted(by: { $0.key < $1.key }) {
      let kind = CountTree.Kind.leaf(codes: codes, weight: weight)
      nodes.append(CountTree.Node(kind: kind, window: 0...CharacterRecipe.maximumLength))
      children.append(nodes.count - 1)
    }
    guard let root = joined(children) else { return nil }
    guard let own else { return root }
    let window = nodes[root].window
    let (least, most) = (max(window.lowerBound, own.minimum), min(window.upperBound, own.maximum))
    guard least <= most else { return nil }
    nodes[root].window = least...most
    return root
  }

  /// Joins nodes in pairs, leaves first: a pair of leaves takes the fewest steps to count.
  private mutating func joined(_ children: [Int]) -> Int? {
    var level = children.filter(isLeaf) + children.filter { !isLeaf($0) }
    while level.count > 1 {
      var next: [Int] = []
      for index in stride(from: 0, to: level.count, by: 2) {
        guard index + 1 < level.count else {
          next.append(level[index])
          continue
        }
        let (left, right) = (level[index], level[index + 1])
        let (first, second) = (nodes[left].window, nodes[right].window)
        let least = first.lowerBound + second.lowerBound
        let most = min(CharacterRecipe.maximumLength, first.upperBound + second.upperBound)
        guard least <= most else { return nil }
        nodes.append(CountTree.Node(kind: .pair(left, right), window: least...most))
        next.append(nodes.count - 1)
      }
      level = next
    }
    return level.first
  }

  private func isLeaf(_ index: Int) -> Bool {
    if case .leaf = nodes[index].kind { true } else { false }
  }
}
