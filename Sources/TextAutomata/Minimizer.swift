/// Merges the states of a table that no text distinguishes, by the algorithm of Hopcroft (1971).
///
/// States are kept in blocks. A new block separates the states of another block that lead into it
/// from those that do not; of two halves it is enough to try the smaller one.
struct Minimizer {
  private let table: StateTable
  /// By class and target state, the start in `sources` of the states that lead there.
  private var firstSource: [Int32]
  private var sources: [Int32]

  /// The states by block, and the place of each state there.
  private var states: [Int32] = []
  private var places: [Int32] = []
  private var blocks: [Block] = []
  /// The block of each state.
  private var blockOf: [Int32]
  /// The blocks that still have to be tried.
  private var pending: [Int32] = []

  private struct Block {
    var start: Int
    var end: Int
    /// How many of its first states are marked.
    var marked = 0
    var isPending = true
  }

  /// Returns the automaton that gives the same answers with the minimum number of states.
  ///
  /// They are numbered from the start, state 0, in the order of the shortest and first text that
  /// reaches them.
  ///
  /// - Complexity: O(*c* × *s* × log *s*) for *c* classes and *s* states.
  static func minimized(_ table: StateTable) -> StateTable {
    var minimizer = Minimizer(table)
    minimizer.refine()
    return minimizer.merged()
  }

  private init(_ table: StateTable) {
    self.table = table
    let classCount = table.classes.count
    let stateCount = table.stateCount
    firstSource = Array(repeating: 0, count: classCount * stateCount + 1)
    for index in table.targets.indices {
      firstSource[index % classCount * stateCount + Int(table.targets[index]) + 1] += 1
    }
    for index in firstSource.indices.dropFirst() { firstSource[index] += firstSource[index - 1] }
    sources = Array(repeating: 0, count: table.targets.count)
    var nextSource = firstSource
    for index in table.targets.indices {
      let row = index % classCount * stateCount + Int(table.targets[index])
      sources[Int(nextSource[row])] = Int32(index / classCount)
      nextSource[row] += 1
    }

    blockOf = Array(repeating: 0, count: stateCount)
    places = blockOf
    for accepts in [false, true] {
      let members = table.accepts.indices.filter { table.accepts[$0] == accepts }
      if members.isEmpty { continue }
      for state in members {
        blockOf[state] = Int32(blocks.count)
        places[state] = Int32(states.count)
        states.append(Int32(state))
      }
      pending.append(Int32(blocks.count))
      blocks.append(Block(start: states.count - members.count, end: states.count))
    }
  }

  private mutating func refine() {
    var touched: [Int32] = []
    while let splitter = pending.popLast() {
      blocks[Int(splitter)].isPending = false
      // The block itself may be split on the way; its original members remain valid for the other
      // classes.
      let members = Array(states[blocks[Int(splitter)].start..<blocks[Int(splitter)].end])
      for index in table.classes.indices {
        for member in members {
          let row = index * table.stateCount + Int(member)
          for source in Int(firstSource[row])..<Int(firstSource[row + 1]) {
            mark(sources[source], &touched)
          }
        }
        for block in touched { split(block) }
        touched.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Moves a state to the marked ones at the beginning of its block.
  private mutating func mark(_ state: Int32, _ touched: inout [Int32]) {
    let block = blockOf[Int(state)]
    let place = Int(places[Int(state)])
    let boundary = blocks[Int(block)].start + blocks[Int(block)].marked
    guard place >= boundary else { return }
    if blocks[Int(block)].marked == 0 { touched.append(block) }
    blocks[Int(block)].marked += 1
    states.swapAt(place, boundary)
    places[Int(states[place])] = Int32(place)
    places[Int(state)] = Int32(boundary)
  }

  /// Makes the marked states of a block a separate block, unless all are marked.
  private mutating func split(_ number: Int32) {
    let block = blocks[Int(number)]
    blocks[Int(number)].marked = 0
    let boundary = block.start + block.marked
    guard boundary < block.end else { return }
    let new = Int32(blocks.count)
    blocks[Int(number)].start = boundary
    blocks.append(Block(start: block.start, end: boundary, isPending: false))
    for state in states[block.start..<boundary] { blockOf[Int(state)] = new }
    let smaller = block.isPending || block.marked <= block.end - boundary ? new : number
    blocks[Int(smaller)].isPending = true
    pending.append(smaller)
  }

  private func merged() -> StateTable {
    var result = StateTable(classes: table.classes)
    var numbers = [Int32](repeating: -1, count: blocks.count)
    var order = [table.start]
    numbers[Int(blockOf[table.start])] = 0
    var next = 0
    while next < order.count {
      let state = order[next]
      next += 1
      result.accepts.append(table.accepts[state])
      for target in table.targets(of: state) {
        let block = Int(blockOf[Int(target)])
        if numbers[block] < 0 {
          numbers[block] = Int32(order.count)
          order.append(Int(target))
        }
        result.targets.append(numbers[block])
      }
    }
    return result
  }
}
