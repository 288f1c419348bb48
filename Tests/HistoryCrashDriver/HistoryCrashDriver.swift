import CompliantDrawing
import PasswordGeneration
import PasswordHistory
import PasswordHistorySQLite
import PasswordMinting
import PasswordPolicy
import SecretMemory

/// A process to be killed: what it has printed when it dies must be in the history.
@main
enum HistoryCrashDriver {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      guard arguments.count == 4, let count = Int(arguments[3]) else { fatalError("usage") }
      switch arguments[0] {
      case "record":
        try await record(path: arguments[1], start: Int(arguments[2]) ?? 0, count: count)
      case "race": try await race(path: arguments[1], name: arguments[2], count: count)
      case "mint": try await mint(path: arguments[1], run: RunID(arguments[2]), count: count)
      case "create":
        print(try await SQLiteHistoryStore(path: arguments[1], opening: .orCreate).path)
      case "probe": try await probe(path: arguments[1])
      default: fatalError("usage")
      }
    } catch {
      print("error: \(error)")
    }
  }

  static func digester() throws(HistoryError) -> PasswordDigester {
    do {
      var key = try SecretBytes(count: HistoryKey.byteCount, protection: .guarded)
      unsafe key.withUnsafeMutableBytes { unsafe $0.copyBytes(from: Array(0..<32)) }
      return try PasswordDigester(.keyedBLAKE2b(HistoryKey(key)))
    } catch let error as HistoryError {
      throw error
    } catch let error as SecretMemoryError {
      throw .secretMemory(error)
    } catch {
      fatalError("an error of another type")
    }
  }

  /// Prints a line, which is in the pipe when this returns.
  static func say(_ text: String) { Output.write(text + "\n") }

  /// Records one password after another, and says so after each.
  static func record(path: String, start: Int, count: Int) async throws(HistoryError) {
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    let digester = try digester()
    for number in start..<start + count {
      try await store.record(
        Array("password \(number)".utf8).span, account: AccountID("account \(number % 5)"),
        using: digester, at: HistoryDate(secondsSince1970: Int64(number)))
      say("\(number)")
    }
  }

  /// Accepts passwords that another process tries to accept at the same time.
  static func race(path: String, name: String, count: Int) async throws(HistoryError) {
    let store = try await SQLiteHistoryStore(
      path: path, opening: .existing, patience: .seconds(120))
    let digester = try digester()
    for number in 0..<count {
      let answer = try await store.acceptIfNew(
        Array("password \(number)".utf8).span, account: AccountID("shared"), last: count,
        using: digester, at: HistoryDate(secondsSince1970: Int64(number)))
      if answer == .new { say("\(number)") }
    }
    say("done")
  }

  /// Mints for accounts in batches, in a run that may have been interrupted before: the accounts
  /// whose lines it is given on standard input have their passwords.
  static func mint(path: String, run: RunID, count: Int) async throws {
    let store = try await SQLiteHistoryStore(path: path, opening: .orCreate)
    var delivered: [AccountID] = []
    while let line = readLine() { delivered.append(try AccountID(line)) }
    var policy = Policy()
    policy.reuse = ReuseRule(last: 5)
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 20)), policy: CompiledPolicy(policy))
    let run = try await MintingRun(
      run, recipe: recipe, in: store, using: digester(), delivered: delivered)
    let known = Set(delivered)
    let rest = try (0..<count).map { try AccountID("account \($0)") }.filter { !known.contains($0) }
    for start in stride(from: 0, to: rest.count, by: batchCount) {
      let batch = try await run.mint(rest[start...].prefix(batchCount).map { Recipient($0) })
      for index in 0..<batch.count {
        let password = batch.password(at: index)
        let text = String(decoding: password.indices.map { password[$0] }, as: UTF8.self)
        say("\(batch.accounts[index]) \(text)")
      }
      try await run.confirm(batch)
    }
    say("done")
  }

  private static let batchCount = 3

  /// Says what opening, reading and writing give.
  static func probe(path: String) async throws(HistoryError) {
    let store = try await SQLiteHistoryStore(path: path, opening: .existing)
    let account = try AccountID("probe")
    say("entries \(try await store.entries(of: account).count)")
    try await store.record(
      Array("probe".utf8).span, account: account, using: digester(),
      at: HistoryDate(secondsSince1970: 0))
    say("recorded")
  }
}
