import CharacterSets
import PasswordGeneration
import PasswordPolicy
import TextAutomata

/// A deterministic automaton whose paths are the draws of a recipe that meet rules.
///
/// A state is everything that the rules need to know about the steps so far: capped counts, the
/// class of the last character and how many times it repeats, and how far the sequences that end
/// there go. In a class of *s* characters, one continues a run and *s* − 1 start another, so a
/// class is one edge or two, however many characters it has.
///
/// The automaton describes what can follow, not how long a password becomes: ``CompletionCounts``
/// counts the ways to continue for each number of steps.
struct PasswordAutomaton: Sendable {
  /// The characters of a class that an edge stands for.
  enum Choice: UInt8 {
    /// Any character of the class, or any word of the group.
    case any
    /// Any except the previous character.
    case other
    /// The previous character.
    case same
  }

  struct Edge: Sendable {
    let target: Int32
    /// The number of characters or words it stands for.
    let alternatives: UInt32
    /// The weight of each.
    let weight: UInt32
    /// The class of the characters, or the group of the words.
    let members: UInt16
    let choice: Choice

    /// Returns what it adds for each completion of its target.
    func amount(_ measure: CompletionCounts.Measure) -> UInt64 {
      UInt64(alternatives) * (measure == .weight ? UInt64(weight) : 1)
    }
  }

  /// The edges of all states for one kind of step.
  struct EdgeTable: Sendable {
    fileprivate(set) var edges: [Edge] = []
    /// The range of the edges of each state.
    fileprivate(set) var rows: [Range<Int32>] = []

    func row(_ state: Int) -> Range<Int> {
      state < rows.count ? Int(rows[state].lowerBound)..<Int(rows[state].upperBound) : 0..<0
    }

    /// Returns the largest sum of the amounts of a row.
    func largestSum(_ measure: CompletionCounts.Measure) -> UInt64 {
      rows.reduce(0) { largest, row in
        max(largest, row.reduce(0) { $0 + edges[Int($1)].amount(measure) })
      }
    }
  }

  let rules: AutomatonRules
  let partition: CharacterPartition
  let steps: AutomatonSteps
  /// The edges of each kind of step.
  private(set) var tables: [EdgeTable]
  /// Whether a password may end in each state.
  private(set) var isAccepting: [Bool] = []
  /// The number of states reached in each number of steps or fewer; states are numbered in that
  /// order.
  private(set) var countByDepth: [Int] = []
  /// The lengths of the segment that are both drawn and allowed.
  let lengths: ClosedRange<Int>?

  static let start = 0
  var stateCount: Int { isAccepting.count }
  var edgeCount: Int { tables.reduce(0) { $0 + $1.edges.count } }
  /// The number of steps after the segment.
  var fixedSteps: Int { steps.fixedKinds.count }

  /// Builds the automaton; `nil` when it would have more edges than the budget allows, or states
  /// that do not fit into 128 bits.
  ///
  /// - Parameters:
  ///   - recipe: the recipe to draw from.
  ///   - rules: the rules to enforce.
  ///   - edgeBudget: the maximum number of edges.
  /// - Complexity: O(edges) expected.
  init?(_ recipe: CompiledRecipe, _ rules: AutomatonRules, edgeBudget: Int) {
    self.rules = rules
    partition = CharacterPartition(recipe.segment, rules)
    guard let steps = AutomatonSteps(recipe, partition, rules) else { return nil }
    self.steps = steps
    tables = steps.kinds.map { _ in EdgeTable() }
    let least = recipe.phrase == nil ? rules.minimumLength : 0
    let most = recipe.phrase == nil ? rules.maximumLength : .max
    let (shortest, longest) = (
      max(steps.lengths.lowerBound, least), min(steps.lengths.upperBound, most)
    )
    lengths = shortest <= longest ? shortest...longest : nil
    guard var explorer = Explorer(rules, partition, edgeBudget: edgeBudget) else { return nil }
    guard explore(&explorer, depth: longest) else { return nil }
    isAccepting = explorer.states.map { explorer.isAccepting($0) }
  }

  /// Finds the reachable states; returns whether the budget suffices.
  private mutating func explore(_ explorer: inout Explorer, depth: Int) -> Bool {
    var layer = [Self.start]
    countByDepth = [1]
    for position in 0..<max(0, depth) {
      let known = explorer.states.count
      let kind = steps.kind(ofPosition: position)
      guard let reached = expand(layer, kind, &explorer) else { return false }
      // Where all steps are alike, every known state has been expanded.
      layer = steps.isUniform ? Array(known..<explorer.states.count) : reached
      if layer.isEmpty { break }
      countByDepth.append(explorer.states.count)
    }
    if steps.isUniform { layer = Array(0..<explorer.states.count) }
    for kind in steps.fixedKinds {
      guard let reached = expand(layer, kind, &explorer) else { return false }
      layer = reached
    }
    return true
  }

  /// Finds the edges of states for a kind of step; returns each target once.
  private mutating func expand(
    _ layer: [Int], _ kind: Int, _ explorer: inout Explorer
  ) -> [Int]? {
    var seen: Set<Int> = []
    var reached: [Int] = []
    for state in layer {
      if state >= tables[kind].rows.count {
        let missing = state + 1 - tables[kind].rows.count
        tables[kind].rows += Array(repeating: -1..<(-1), count: missing)
      }
      if tables[kind].rows[state].lowerBound < 0 {
        let first = Int32(tables[kind].edges.count)
        guard explorer.appendEdges(from: state, steps.kinds[kind], to: &tables[kind].edges) else {
          return nil
        }
        tables[kind].rows[state] = first..<Int32(tables[kind].edges.count)
      }
      if steps.isUniform && steps.fixedKinds.isEmpty { continue }
      for edge in tables[kind].row(state) {
        let target = Int(tables[kind].edges[edge].target)
        if seen.insert(target).inserted { reached.append(target) }
      }
    }
    return reached
  }

  /// Returns the kind of the step of a password at which `remaining` steps are left, itself
  /// included.
  func kind(remaining: Int) -> Int {
    remaining <= fixedSteps
      ? steps.fixedKinds[fixedSteps - remaining]
      : steps.kind(ofPosition: steps.lengths.upperBound - (remaining - fixedSteps))
  }

  /// Returns how many of the states, from the first, can be reached with this many steps remaining.
  func reachable(remaining: Int) -> Int {
    guard remaining > fixedSteps, let lengths else { return stateCount }
    let depth = lengths.upperBound - (remaining - fixedSteps)
    return depth < countByDepth.count ? countByDepth[depth] : countByDepth[countByDepth.count - 1]
  }
}

// MARK: - Exploring

/// Finds states and their edges.
private struct Explorer {
  private let rules: AutomatonRules
  private let partition: CharacterPartition
  private let counters: [StateField]
  /// 1 + the class of the last character, and the length of its run.
  private let lastClass: StateField
  private let run: StateField
  /// How far sequences that end in the last character go: by code and by key, up and down.
  private let sequences: [StateField]
  /// How far words and patterns have been matched.
  private let text: StateField
  /// Whether there is a first character, and whether the last one may end the password.
  private let hasBegun: StateField
  private let canEnd: StateField

  private(set) var states: [UInt128]
  private var indices: [UInt128: Int32]
  private var remainingEdges: Int

  init?(_ rules: AutomatonRules, _ partition: CharacterPartition, edgeBudget: Int) {
    self.rules = rules
    self.partition = partition
    remainingEdges = edgeBudget
    var layout = StateLayout()
    counters = rules.counters.map { layout.field(upTo: $0.cap) }
    let remembers = rules.maximumRun != nil || rules.maximumSequence != nil
    lastClass = layout.field(upTo: remembers ? partition.classes.count : 0)
    run = layout.field(upTo: rules.maximumRun ?? 0)
    let maximumSequence = rules.maximumSequence ?? 0
    sequences = (0..<4).map { _ in layout.field(upTo: maximumSequence) }
    text = layout.field(upTo: rules.text.map { $0.stateCount - 1 } ?? 0)
    hasBegun = layout.field(upTo: rules.first == nil ? 0 : 1)
    canEnd = layout.field(upTo: rules.last == nil ? 0 : 1)
    guard layout.fits, partition.classes.count < Int(UInt8.max) else { return nil }
    var start: UInt128 = 0
    // Where there are words alone, the choice of words takes care of the last character.
    if rules.last != nil { canEnd.set(1, in: &start) }
    states = [start]
    indices = [start: Int32(PasswordAutomaton.start)]
  }

  func isAccepting(_ state: UInt128) -> Bool {
    if let automaton = rules.text, automaton.matchesAtEnd(text.value(in: state)) { return false }
    if rules.last != nil, canEnd.value(in: state) == 0 { return false }
    return rules.areMet(by: counters.map { $0.value(in: state) })
  }

  /// Appends the edges of a state; returns whether the budget allows them.
  mutating func appendEdges(
    from index: Int, _ atoms: [Atom], to edges: inout [PasswordAutomaton.Edge]
  ) -> Bool {
    let state = states[index]
    let isFirst = rules.first != nil && hasBegun.value(in: state) == 0
    let last = lastClass.value(in: state)
    for atom in atoms where !isFirst || atom.canBeFirst {
      guard var next = counted(state, atom) else { continue }
      guard let characterClass = atom.characterClass else {
        append(next, atom, .any, atom.alternatives, to: &edges)
        continue
      }
      if rules.first != nil { hasBegun.set(1, in: &next) }
      if rules.last != nil { canEnd.set(atom.canBeLast ? 1 : 0, in: &next) }
      guard spell(characterClass, from: state, in: &next),
        follow(atom, from: state, last: last, in: &next)
      else { continue }
      guard let maximumRun = rules.maximumRun else {
        append(next, atom, .any, atom.alternatives, to: &edges)
        continue
      }
      let continues = last == characterClass + 1
      run.set(1, in: &next)
      if !continues || atom.alternatives > 1 {
        append(
          next, atom, continues ? .other : .any, atom.alternatives - (continues ? 1 : 0),
          to: &edges)
      }
      let length = run.value(in: state)
      if continues, length < maximumRun {
        run.set(length + 1, in: &next)
        append(next, atom, .same, 1, to: &edges)
      }
    }
    return remainingEdges >= 0
  }

  /// Returns the state with an atom counted; `nil` when that exceeds a maximum.
  private func counted(_ state: UInt128, _ atom: Atom) -> UInt128? {
    var next = state
    for addition in atom.additions {
      let counter = rules.counters[addition.counter]
      let field = counters[addition.counter]
      let count = field.value(in: state) + addition.count
      if count > counter.maximum { return nil }
      field.set(min(count, counter.cap), in: &next)
    }
    return next
  }

  /// Records how far words and patterns have been matched; returns whether no match is final.
  private func spell(
    _ characterClass: Int, from state: UInt128, in next: inout UInt128
  ) -> Bool {
    guard let automaton = rules.text else { return true }
    let code = partition.classes[characterClass].codes[0]
    let target = automaton.next(text.value(in: state), code)
    text.set(target, in: &next)
    return target != automaton.matched
  }

  /// Records the last character; returns whether no sequence becomes too long.
  private func follow(
    _ atom: Atom, from state: UInt128, last: Int, in next: inout UInt128
  ) -> Bool {
    guard rules.maximumRun != nil || rules.maximumSequence != nil else { return true }
    let matters = rules.maximumRun != nil || atom.place != .none
    lastClass.set(matters ? (atom.characterClass ?? -1) + 1 : 0, in: &next)
    guard let maximum = rules.maximumSequence else { return true }
    let place = last == 0 ? SequencePlace.none : partition.classes[last - 1].place
    let follows = place.isFollowed(by: atom.place)
    for (field, follows) in zip(sequences, [follows.0, follows.1, follows.2, follows.3]) {
      let length = follows ? max(1, field.value(in: state)) + 1 : 1
      if length > maximum { return false }
      field.set(length, in: &next)
    }
    return true
  }

  private mutating func append(
    _ state: UInt128, _ atom: Atom, _ choice: PasswordAutomaton.Choice, _ alternatives: Int,
    to edges: inout [PasswordAutomaton.Edge]
  ) {
    remainingEdges -= 1
    let target = indices[state] ?? Int32(states.count)
    if target == states.count {
      indices[state] = target
      states.append(state)
    }
    edges.append(
      PasswordAutomaton.Edge(
        target: target, alternatives: UInt32(alternatives), weight: UInt32(atom.weight),
        members: UInt16(atom.characterClass ?? atom.wordGroup ?? 0), choice: choice))
  }
}
