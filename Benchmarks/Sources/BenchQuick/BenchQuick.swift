import BenchmarkSupport
import CAllocationCounter
import Foundation
import Passwright
import Patterns

/// Measures the rows of the budget that need no process of their own.
///
/// - `BenchQuick rows`: an object a line, with the seconds that each round has taken.
/// - `BenchQuick policy FOLDER`: writes the policy of the check row and its words there.
@main
enum BenchQuick {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    switch (arguments.first, arguments.count) {
    case ("rows", 1): try printRows()
    case ("policy", 2): try writePolicy(in: URL(fileURLWithPath: arguments[2]))
    default:
      FileHandle.standardError.write(Data("usage: BenchQuick rows | policy FOLDER\n".utf8))
      exit(64)
    }
  }

  private static func printRows() throws {
    for row in [try bulkRow(), try checkRow(), try tightRow()] {
      print(String(decoding: try JSONEncoder().encode(row), as: UTF8.self))
    }
  }

  private static func writePolicy(in folder: URL) throws {
    let words = folder.appendingPathComponent("words.txt")
    try Data(Corpora.words(100_000)).write(to: words)
    let policy = Corpora.policy(wordFile: words)
    try Data(policy.json.utf8).write(to: folder.appendingPathComponent("policy.json"))
  }
}

// MARK: - Rows

/// Works that take turns, so that what disturbs one disturbs the others.
private struct Row: Encodable {
  var name: String
  /// The passwords of each work in a round.
  var passwords: Int
  /// The random bits that each work draws for a bit of entropy, where that was counted.
  var randomBitsPerBit: [String: Double] = [:]
  /// The seconds of each work in each round.
  var seconds: [String: [Double]] = [:]
  /// The heap allocations of each work in all rounds.
  var allocations: [String: UInt] = [:]

  /// Runs each work once unmeasured, then all in turn.
  mutating func measure(rounds: Int, _ works: [(name: String, run: () throws -> Void)]) throws {
    let clock = ContinuousClock()
    for work in works { try work.run() }
    for _ in 0..<rounds {
      for work in works {
        let before = allocation_count()
        let time = try clock.measure { try work.run() }
        let made = allocation_count() - before
        allocations[work.name, default: 0] += made
        seconds[work.name, default: []].append(time / .seconds(1))
      }
    }
  }
}

/// Twenty characters and six words, beside as many bytes of keystream as the characters.
private func bulkRow() throws -> Row {
  let count = 1_000_000
  let recipe = PasswordRecipe(length: 20)
  let characters = try Drawing(recipe)
  let words = try Drawing(phrase(6))
  var row = Row(name: "bulk", passwords: count)
  row.randomBitsPerBit = [
    "characters": try randomBitsPerBit(of: recipe), "words": try randomBitsPerBit(of: phrase(6)),
  ]
  try row.measure(
    rounds: 21,
    [
      ("keystream", { Keystream.generate(21 * count) }),
      ("characters", { try characters.draw(count) }),
      ("words", { try words.draw(count) }),
    ])
  return row
}

/// Checks of 16 characters, beside bare RE2 on the same patterns and passwords.
private func checkRow() throws -> Row {
  let count = 1_000_000
  let length = 16
  let texts = try samplePasswords(1_000)
  let corporate = try CorporatePolicy()
  let policy = try withExtendedLifetime(corporate) { try CompiledPolicy(corporate.policy) }
  let bare = BareRE2Set(Corpora.patterns(1_000), memoryBudget: PatternSet.defaultMemoryBudget)
  var found = 0
  var row = Row(name: "check", passwords: count)
  try row.measure(
    rounds: 21,
    [
      ("re2", { found += bare.match(texts, length: length, times: count) }),
      (
        "check",
        {
          var compliant = 0
          for index in 0..<count {
            let start = index % 1_000 * length
            if policy.isCompliant(texts.span.extracting(start..<start + length)) { compliant += 1 }
          }
          found += compliant
        }
      ),
    ])
  // What is used cannot be left out.
  withExtendedLifetime(found) {}
  return row
}

/// Eight characters with two of each of four classes, beside rejection sampling.
private func tightRow() throws -> Row {
  let count = 200_000
  let tight = TightCase.twoOfEachClass
  let recipe = try tight.compiled()
  let automaton = Holder(try CompliantGenerator(recipe))
  let rejection = Holder(try RejectionSampler(tight.recipe, recipe.policy))
  var row = Row(name: "tight", passwords: count)
  row.randomBitsPerBit = ["automaton": try randomBitsPerBit(of: recipe)]
  try row.measure(
    rounds: 11,
    [
      ("automaton", { try automaton.value.write(count, to: NullDevice.descriptor) }),
      ("rejection", { _ = try rejection.value.draw(count) }),
    ])
  return row
}

/// A value that cannot be copied, for closures to share.
private final class Holder<Value: ~Copyable> {
  var value: Value

  init(_ value: consuming Value) { self.value = value }
}

/// A generator and 64 KiB to draw into.
private final class Drawing {
  private var generator: Generator<KeystreamByteSource>
  private let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

  init(_ recipe: PasswordRecipe) throws { generator = try Generator(recipe) }

  deinit { memory.deallocate() }

  /// Draws a number of passwords over one another.
  func draw(_ count: Int) throws {
    var remaining = count
    while remaining > 0 {
      var output = OutputSpan(buffer: memory, initializedCount: 0)
      remaining -= try generator.append(remaining, to: &output)
      _ = output.finalize(for: memory)
    }
  }
}
