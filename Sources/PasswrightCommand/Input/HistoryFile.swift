import PasswordHistorySQLite
import Passwright
import Platform
import TextTools

extension HistoryKey {
  /// Reads the key file that `--history-key` names.
  static func open(_ path: String) throws(CommandFailure) -> HistoryKey {
    do {
      return try HistoryKey.read(from: path)
    } catch .keyFile(let path, .system(let error)) where error.isNoSuchFile {
      throw .operational([
        "key file \(path.printable): \(error.reason); create one with: passwright history key \(path.printable)"
      ])
    } catch {
      throw .history(error)
    }
  }
}

extension PasswordDigester {
  /// A digester that makes keyed BLAKE2b under the key of a file, or Argon2id without one, and reads
  /// digests under previous keys too.
  static func open(
    keyFile: String?, previous: [String]
  ) throws(CommandFailure) -> PasswordDigester {
    var others: [HistoryKey] = []
    for path in previous { others.append(try HistoryKey.open(path)) }
    let method: PasswordDigester.Method =
      if let keyFile { .keyedBLAKE2b(try HistoryKey.open(keyFile)) } else {
        .argon2id(.interactive)
      }
    return try rethrowing(as: CommandFailure.history) { () throws(HistoryError) in
      try PasswordDigester(method, otherKeys: others)
    }
  }
}

extension SQLiteHistoryStore {
  /// Opens the file that `--history` names.
  static func open(
    _ path: String, opening: Opening
  ) async throws(CommandFailure) -> SQLiteHistoryStore {
    do {
      // The command has nothing else to do meanwhile, and needs no thread for this.
      return try await SQLiteHistoryStore(
        path: path, opening: opening, executor: ThreadExecutor(threadCount: 0))
    } catch {
      throw .history(error)
    }
  }

  /// Opens the file to record in it what a digester makes.
  static func open(
    _ path: String, opening: Opening, admitting digester: PasswordDigester
  ) async throws(CommandFailure) -> SQLiteHistoryStore {
    let store = try await open(path, opening: opening)
    do {
      try await store.admit(digester)
    } catch {
      throw .history(error)
    }
    return store
  }
}

extension AccountID {
  /// The identifier that an option gives.
  init(argument: String) throws(CommandFailure) {
    if let problem = argument.repairProblem { throw .usage(["account: \(problem)"]) }
    do {
      try self.init(argument)
    } catch {
      throw .history(error)
    }
  }
}

extension CommandFailure {
  /// What a history has thrown: wrong identifiers are of the command line, all else is of files.
  static func history(_ error: HistoryError) -> CommandFailure {
    switch error {
    case .account, .run: .usage([error.description.printable])
    case .wrongKey(let needed, let given) where !given.isEmpty:
      .operational([
        """
        the history was written under key \(needed), and the key given is \
        \(given.map(\.text).joined(separator: ", ")); give the key that wrote it or, to continue \
        under a new key, the old one as well with --previous-history-key
        """
      ])
    default: .operational([error.description.printable])
    }
  }
}
