import ExactIntegers
import PasswordGeneration
import Platform

/// The number of texts over the characters of each node of a ``CountTree``, by length.
///
/// The texts of *m* characters over two nodes number Σ C(*m*, *j*) · A(*j*) · B(*m* − *j*): *j* of
/// the places hold the characters of the first node. (In exponential generating functions, a
/// product.)
struct CountTables: Sendable {
  private let tree: CountTree
  private let measure: CompletionCounts.Measure
  /// The numbers of each node, from the minimum total of its window on; none for leaves that are
  /// counted with their pair.
  private var tables: [[BigUInt]] = []

  init(_ tree: CountTree, _ measure: CompletionCounts.Measure) {
    self.tree = tree
    self.measure = measure
    for index in tree.nodes.indices { tables.append(table(of: index)) }
  }
  /// Returns the number of texts of a node with `total` characters, a total of its window.
  func number(_ node: Int, _ total: Int) -> BigUInt {
    if case .leaf(let codes, let weight) = tree.nodes[node].kind, tables[node].isEmpty {
      return BigUInt(size(codes, weight)).power(total)
    }
    return tables[node][total - tree.nodes[node].window.lowerBound]
  }

  /// Returns the number of texts of a pair's total for each number of characters of the left node.
  func parts(_ left: Int, _ right: Int, total: Int) -> [BigUInt] {
    let choices = tree.choices(left, right, total: total)
    var ways = Self.binomial(total, choices.lowerBound)
    return choices.map { count in
      defer { ways = ways * BigUInt(total - count) / BigUInt(count + 1) }
      return ways * number(left, count) * number(right, total - count)
    }
  }

  /// The characters of a leaf, each counted as often as it weighs.
  func size(_ codes: [UInt8], _ weight: Int) -> Int {
    measure == .weight ? codes.count * weight : codes.count
  }

  private mutating func table(of node: Int) -> [BigUInt] {
    let window = tree.nodes[node].window
    guard case .pair(let left, let right) = tree.nodes[node].kind else { return [] }
    guard case .leaf(let leftCodes, let leftWeight) = tree.nodes[left].kind,
      case .leaf(let rightCodes, let rightWeight) = tree.nodes[right].kind
    else {
      for child in [left, right] { tabulate(leaf: child) }
      return window.map { parts(left, right, total: $0).reduce(0, +) }
    }
    var leaves = LeafPair(
      (size(leftCodes, leftWeight), tree.nodes[left].window),
      (size(rightCodes, rightWeight), tree.nodes[right].window))
    while leaves.length < window.lowerBound { leaves.extend() }
    return window.map { _ in
      defer { leaves.extend() }
      return leaves.count
    }
  }

  /// Makes the table of a leaf that is needed many times.
  private mutating func tabulate(leaf node: Int) {
    guard case .leaf(let codes, let weight) = tree.nodes[node].kind else { return }
    var power = number(node, tree.nodes[node].window.lowerBound)
    tables[node] = tree.nodes[node].window.map { _ in
      defer { power *= BigUInt(size(codes, weight)) }
      return power
    }
  }

  static func binomial(_ n: Int, _ k: Int) -> BigUInt {
    (0..<k).reduce(BigUInt(1)) { $0 * BigUInt(n - $1) / BigUInt($1 + 1) }
  }

  /// An estimate of the maximum number of additions of words to make the tables, and the size of
  /// the tables in bytes.
  static func cost(_ tree: CountTree, bitsPerCharacter: Int) -> (additions: Int, bytes: Int) {
    func words(_ total: Int) -> Int { 1 + total * bitsPerCharacter / 64 }
    let bytes = tree.nodes.reduce(0) {
      $0 + $1.window.count * (8 * words($1.window.upperBound) + 32)
    }
    // A number that is an object costs about as much as this many words each time.
    let object = 50
    let additions = tree.nodes.reduce(0) { sum, node in
      guard case .pair(let left, let right) = node.kind else { return sum }
      let (first, second) = (tree.nodes[left].window, tree.nodes[right].window)
      let most = words(node.window.upperBound)
      if case .leaf = tree.nodes[left].kind, case .leaf = tree.nodes[right].kind {
        let steps = node.window.upperBound - first.lowerBound - second.lowerBound
        return sum + steps * 12 * (most + object)
      }
      let products = words(first.upperBound) * words(second.upperBound)
      let terms = node.window.count * min(first.count, second.count)
      return sum + terms * (products + 4 * (most + object))
    }
    return (additions, bytes)
  }
}

/// The texts over two sets that each have bounds, one length after another.
///
/// A text of *n* + 1 characters is a text of *n* and one more character, except where that is one
/// too many, and except that the text of *n* may have one too few of what is added: N(*n* + 1) =
/// (*s* + *t*) · N(*n*) + *s* · (A(*n*) − B(*n*)) + *t* · (C(*n*) − D(*n*)), where A and B are the
/// texts of *n* characters with one less than the minimum of the first set and with its maximum, C
/// and D those for the second.
private struct LeafPair {
  private(set) var length: Int
  private(set) var count: BigUInt
  private let sizes: Int
  private var added: [Boundary]
  private var removed: [Boundary]

  init(
    _ first: (size: Int, window: ClosedRange<Int>), _ second: (size: Int, window: ClosedRange<Int>)
  ) {
    length = first.window.lowerBound + second.window.lowerBound
    sizes = first.size + second.size
    let boundaries = [(first, second), (second, first)]
    added = boundaries.map { Boundary($0.window.lowerBound - 1, $0, $1) }
    removed = boundaries.map { Boundary($0.window.upperBound, $0, $1) }
    count =
      CountTables.binomial(length, first.window.lowerBound)
      * BigUInt(first.size).power(first.window.lowerBound)
      * BigUInt(second.size).power(second.window.lowerBound)
  }

  mutating func extend() {
    count = count * BigUInt(sizes)
    for index in added.indices { count += added[index].next(length) }
    for index in removed.indices { count -= removed[index].next(length) }
    length += 1
  }

  /// Texts with a fixed number of characters of one set, and one more of them at the end.
  private struct Boundary {
    let fixed: Int
    let size: Int
    let otherSize: Int
    let otherWindow: ClosedRange<Int>
    /// C(n, fixed) · sizeᶠⁱˣᵉᵈ · otherSizeⁿ⁻ᶠⁱˣᵉᵈ for the next n; `nil` before it is needed.
    var value: BigUInt?

    init(
      _ fixed: Int, _ own: (size: Int, window: ClosedRange<Int>),
      _ other: (size: Int, window: ClosedRange<Int>)
    ) {
      self.fixed = fixed
      size = own.size
      otherSize = other.size
      otherWindow = other.window
    }

    /// Returns the texts of a length, which must be one more with each call.
    mutating func next(_ length: Int) -> BigUInt {
      let others = length - fixed
      guard fixed >= 0, otherWindow.contains(others) else { return 0 }
      let texts =
        value
        ?? CountTables.binomial(length, fixed) * BigUInt(size).power(fixed)
        * BigUInt(otherSize).power(others)
      value = texts * BigUInt((length + 1) * otherSize) / BigUInt(others + 1)
      return texts * BigUInt(size)
    }
  }
}
