import CharacterSets

/// Makes the states of a deterministic automaton, each of which is a set of places of a program:
/// the subset construction of Rabin and Scott (1959).
///
/// A state is the set of places where the program waits for the next character, at instructions
/// that read it or checks that depend on it, together with the kind of the previous character for
/// checks. The places where the program waits when it has just started are part of every state and
/// are not listed.
struct Determinizer {
  /// The minimum number of instructions to examine before giving up, about 50 ms: 4 million, or
  /// 1,024 for each state of the limit if that is more.
  private static let minimumStepLimit = 1 << 22
  private static let stepsPerState = 1 << 10
  /// The maximum number of places stored in states: 8 million, 32 MiB.
  private static let maximumPlaces = 1 << 23
  /// The state from which a text matches whatever follows.
  private static let matched: Int32 = 0

  /// The moves from a set of places.
  private struct Moves {
    /// Whether the text already matches, whatever follows; if so, the rest is meaningless.
    var isMatched = false
    /// Whether a text that ends here matches.
    var accepts = false
    /// The classes, as bits, that make the text match whatever follows.
    var matching: UInt128 = 0
    /// The instructions to continue from for each class.
    var places: [[Int32]]
  }

  private let code: [Program.Instruction]
  private let starts: [Int32]
  /// The classes that each instruction reads, as bits.
  private let reads: [UInt128]
  /// The kind of each class for the checks before it, and for those after it.
  private let asNext: [Neighbour]
  private let asPrevious: [Neighbour]
  private let stateLimit: Int
  private let stepLimit: Int

  private var table: StateTable
  /// The kind of the previous character and then the places, for each state.
  private var states: [[Int32]] = []
  private var numbers: [[Int32]: Int32] = [:]
  private var placeCount = 0
  /// For each kind of the previous character: the moves of the program when it has just started,
  /// `nil` while not yet known, and the state that each class leads to when nothing else continues.
  private var freshMoves: [Moves?]
  private var freshTargets: [[Int32?]]

  private var steps = 0
  /// The call of `follow` that last reached each instruction.
  private var seen: [Int]
  private var calls = 0
  private var pending: [Int32] = []

  /// Makes the states.
  ///
  /// - Returns: `nil` when there are more states than the limit or when they take too much work.
  static func table(of program: Program, alphabet: ASCIISet, stateLimit: Int) -> StateTable? {
    var determinizer = Determinizer(program, alphabet: alphabet, stateLimit: stateLimit)
    return determinizer.run() ? determinizer.table : nil
  }

  private init(_ program: Program, alphabet: ASCIISet, stateLimit: Int) {
    let classes = program.classes(of: alphabet)
    code = program.code
    starts = program.starts.map { Int32($0) }
    reads = program.code.map { instruction in
      guard case .read(let set) = instruction else { return 0 }
      return classes.indices.reduce(0) {
        set.isDisjoint(with: classes[$1]) ? $0 : $0 | 1 << UInt128($1)
      }
    }
    asNext = classes.map { Neighbour($0) }
    // What no check looks back at makes no difference.
    let looksAtWords = program.checks([.wordBoundary, .noWordBoundary])
    let looksAtLines = program.checks([.lineStart])
    asPrevious = asNext.map {
      $0 == .word && looksAtWords || $0 == .newline && looksAtLines ? $0 : .other
    }
    self.stateLimit = stateLimit
    stepLimit = max(Self.minimumStepLimit, Self.stepsPerState * stateLimit)
    table = StateTable(classes: classes)
    let kinds = Neighbour.allCases.count
    freshMoves = Array(repeating: nil, count: kinds)
    freshTargets = Array(repeating: Array(repeating: nil, count: classes.count), count: kinds)
    seen = Array(repeating: 0, count: code.count)
  }

  private mutating func run() -> Bool {
    states = [[]]
    table.accepts = [true]
    table.targets = Array(repeating: Self.matched, count: asNext.count)
    table.start = Int(number(places: [], after: .edge))
    // Further states are appended while these are expanded.
    var state = 1
    while state < states.count {
      expand(states[state])
      state += 1
      let isTooMuch =
        states.count > stateLimit || steps > stepLimit || placeCount > Self.maximumPlaces
      if isTooMuch { return false }
    }
    return true
  }

  /// Appends the row of a state.
  private mutating func expand(_ state: [Int32]) {
    guard let previous = Neighbour(rawValue: state[0]) else { return }
    let moves = moves(from: state[1...], after: previous)
    let fresh = fresh(after: previous)
    table.accepts.append(moves.accepts || fresh.accepts)
    for index in asNext.indices {
      if (moves.matching | fresh.matching) >> UInt128(index) & 1 != 0 {
        table.targets.append(Self.matched)
        continue
      }
      let isFresh = moves.places[index].isEmpty
      let known = isFresh ? freshTargets[Int(previous.rawValue)][index] : nil
      let target =
        known ?? target(of: moves.places[index] + fresh.places[index], after: asPrevious[index])
      if isFresh { freshTargets[Int(previous.rawValue)][index] = target }
      table.targets.append(target)
    }
  }

  private mutating func target(of places: [Int32], after previous: Neighbour) -> Int32 {
    guard let waiting = follow(places, after: previous, before: nil) else { return Self.matched }
    return number(places: waiting.sorted(), after: previous)
  }

  /// Returns the number of a state, which may be new.
  private mutating func number(places: [Int32], after previous: Neighbour) -> Int32 {
    if fresh(after: previous).isMatched { return Self.matched }
    let state = [previous.rawValue] + places
    if let number = numbers[state] { return number }
    let number = Int32(states.count)
    numbers[state] = number
    states.append(state)
    placeCount += places.count
    return number
  }

  private mutating func fresh(after previous: Neighbour) -> Moves {
    let index = Int(previous.rawValue)
    if let known = freshMoves[index] { return known }
    let waiting = follow(starts, after: previous, before: nil)
    var fresh = moves(from: waiting?[...] ?? [], after: previous)
    fresh.isMatched = waiting == nil
    freshMoves[index] = fresh
    return fresh
  }

  /// Returns the moves from waiting places.
  private mutating func moves(from waiting: ArraySlice<Int32>, after previous: Neighbour) -> Moves {
    var moves = Moves(places: Array(repeating: [], count: asNext.count))
    let hasChecks = waiting.contains { reads[Int($0)] == 0 }
    for next in Neighbour.allCases {
      let classes = asNext.indices.reduce(0 as UInt128) {
        asNext[$1] == next ? $0 | 1 << UInt128($1) : $0
      }
      if next != .edge, classes == 0 { continue }
      guard
        let reached = hasChecks ? follow(waiting, after: previous, before: next) : Array(waiting)
      else {
        if next == .edge { moves.accepts = true }
        moves.matching |= classes
        continue
      }
      for place in reached {
        var rest = reads[Int(place)] & classes
        while rest != 0 {
          moves.places[rest.trailingZeroBitCount].append(place + 1)
          rest &= rest - 1
          steps += 1
        }
      }
    }
    return moves
  }

  /// Continues from some places to where the program waits for the next character.
  ///
  /// - Parameters:
  ///   - places: the places that the program has reached.
  ///   - previous: the neighbor before them.
  ///   - next: the neighbor after them, or `nil` if it is unknown: then checks that depend on it
  ///     wait too.
  /// - Returns: the places where it waits; `nil` when the text matches.
  private mutating func follow(
    _ places: some Sequence<Int32>, after previous: Neighbour, before next: Neighbour?
  ) -> [Int32]? {
    calls += 1
    pending.removeAll(keepingCapacity: true)
    pending.append(contentsOf: places)
    var waiting: [Int32] = []
    while let place = pending.popLast() {
      steps += 1
      guard seen[Int(place)] != calls else { continue }
      seen[Int(place)] = calls
      switch code[Int(place)] {
      case .read: if reads[Int(place)] != 0 { waiting.append(place) }
      case .jump(let distance): pending.append(place + Int32(distance))
      case .split(let distance): pending += [place + 1, place + Int32(distance)]
      case .check(let assertion):
        if next == nil, assertion.looksAhead {
          waiting.append(place)
        } else if assertion.holds(after: previous, before: next ?? .other) {
          pending.append(place + 1)
        }
      case .match: return nil
      }
    }
    return waiting
  }
}
