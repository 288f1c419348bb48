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
    for row in [try bulkRow(), try checkRow()] {
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
  let characters = try Drawing(PasswordRecipe(length: 20))
  let words = try Drawing(PasswordRecipe(phrase: PhraseRecipe(wordCount: 6)))
  var row = Row(name: "bulk", passwords: count)
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

/// A generator and 64 KiB to draw into.
private final class Drawing {
  private var generator: Generator<KeystreamByteSource>
  private let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)

  init(_ recipe: PasswordRecipe) throws { generator = try Generator(recipe) }

  deinit { memory.deallocate() }

  /// Draws so many passwords over one another.
  func draw(_ count: Int) throws {
    var remaining = count
    while remaining > 0 {
      var output = OutputSpan(buffer: memory, initializedCount: 0)
      remaining -= try generator.append(remaining, to: &output)
      _ = output.finalize(for: memory)
    }
  }
}
