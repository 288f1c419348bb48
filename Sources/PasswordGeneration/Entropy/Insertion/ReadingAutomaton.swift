import BigInt
import Platform

/// A deterministic automaton whose paths are texts with some of their readings marked.
///
/// It goes on by one character of the segment, or by a run of marked readings.
struct ReadingAutomaton {
  private struct State: Hashable {
    /// The required classes of all characters.
    var mask: UInt8
    /// The marked readings, in ascending order.
    var readings: [PhraseReading]
    /// Whether no run may follow, since a word must be in all readings.
    var isClosed: Bool
  }

  /// A run that may follow a state.
  struct RunStep {
    let bytes: Int
    let texts: TextCount
    let target: Int
  }

  private let shapes: InsertionShapes
  /// The runs, shorter ones first.
  private let runs: [(run: ReadingRun, texts: TextCount)]
  private var states: [State] = []
  private var indices: [State: Int] = [:]
  private var characterSteps: [[(target: Int, choices: CharacterChoices)]?] = []
  private var runSteps: [[RunStep]?] = []

  /// The state before the first character.
  let start = 0

  init(_ shapes: InsertionShapes, runs: [ReadingRun: TextCount]) {
    self.shapes = shapes
    self.runs = runs.map { ($0.key, $0.value) }.sorted { $0.run.bytes < $1.run.bytes }
    _ = index(of: State(mask: 0, readings: [], isClosed: false))
  }

  private mutating func index(of state: State) -> Int {
    if let index = indices[state] { return index }
    indices[state] = states.count
    states.append(state)
    characterSteps.append(nil)
    runSteps.append(nil)
    return states.count - 1
  }

  /// The most bytes of a text in a state, such that it can still come to have two marked readings
  /// or has them.
  func greatestBytes(in state: Int) -> Int {
    let state = states[state]
    let longest = shapes.lengths.upperBound + (state.readings.first?.bytes ?? 0)
    switch state.readings.count {
    case 0: return longest - 1
    case 1: return longest - 1 - (runs.first?.run.bytes ?? 0)
    default: return longest
    }
  }

  /// The marked readings, when a text of so many bytes may end here with two or more: each then
  /// leaves a segment that has one of the lengths and meets the requirements.
  func readings(in state: Int, bytes: Int) -> [PhraseReading]? {
    let readings = states[state].readings
    guard readings.count > 1,
      readings.allSatisfy({
        shapes.lengths.contains(bytes - $0.bytes) && $0.mask == shapes.requiredMask
      })
    else { return nil }
    return readings
  }

  /// The characters that may follow, by the states they lead to.
  mutating func characterSteps(
    from source: Int
  ) -> [(target: Int, choices: CharacterChoices)] {
    if let steps = characterSteps[source] { return steps }
    let state = states[source]
    var choices: [Int: CharacterChoices] = [:]
    for characters in shapes.characters {
      var next = state
      next.mask |= characters.mask
      next.readings = state.readings.adding(characters.mask)
      let target = index(of: next)
      let bits = Platform.log2(Double(characters.weight))
      choices[target, default: CharacterChoices()].add(
        count: characters.count, weight: characters.weight, weightBits: bits)
    }
    let steps = choices.map { (target: $0.key, choices: $0.value) }
    characterSteps[source] = steps
    return steps
  }

  /// The runs that may follow, shorter ones first; `nil` when the budget is spent.
  mutating func runSteps(from source: Int, _ budget: inout WorkBudget) -> [RunStep]? {
    if let steps = runSteps[source] { return steps }
    // Of each run the readings are put in order.
    guard budget.spend(runs.count) else { return nil }
    let state = states[source]
    var steps: [RunStep] = []
    for (run, texts) in runs where !state.isClosed {
      if run.isForeign && !state.readings.isEmpty { continue }
      let readings =
        (state.readings.adding(run.mask) + run.readings.adding(state.mask)).sorted()
      guard readings.spread < shapes.lengths.count else { continue }
      let target = index(
        of: State(mask: state.mask | run.mask, readings: readings, isClosed: run.isForeign))
      steps.append(RunStep(bytes: run.bytes, texts: texts, target: target))
    }
    runSteps[source] = steps
    return steps
  }
}

extension CharacterChoices {
  fileprivate mutating func add(count added: Int, weight each: Int, weightBits: Double) {
    count += UInt(added)
    weight += UInt(added * each)
    greatestBits = max(greatestBits, weightBits)
  }
}
