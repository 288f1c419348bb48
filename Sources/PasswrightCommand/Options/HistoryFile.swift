import PasswordHistorySQLite
import Passwright

extension HistoryKey {
  /// Reads the key file that `--history-key` names.
  static func open(_ path: String) throws(CommandFailure) -> HistoryKey {
    do {
      return try HistoryKey.read(from: path)
    } catch .keyFile(let path, .system(let error)) where error.isNoSuchFile {
      throw .operational([
        "key file \(path.printable): \(error.reason); make one: passwright history key \(path.printable)"
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
    do {
      var others: [HistoryKey] = []
      for path in previous { others.append(try HistoryKey.open(path)) }
      guard let keyFile else {
        return try PasswordDigester(.argon2id(.interactive), otherKeys: others)
      }
      return try PasswordDigester(
        .keyedBLAKE2b(try HistoryKey.open(keyFile)), otherKeys: others)
    } catch let error as HistoryError {
      throw .history(error)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      fatalError("no other error is thrown above")
    }
  }
}

extension SQLiteHistoryStore {
  /// Opens the file that `--history` names.
  static func open(
    _ path: String, opening: Opening
  ) throws(CommandFailure) -> SQLiteHistoryStore {
    do {
      return try SQLiteHistoryStore(path: path, opening: opening)
    } catch {
      throw .history(error)
    }
  }

  /// Opens the file to record in it what a digester makes.
  static func open(
    _ path: String, opening: Opening, admitting digester: PasswordDigester
  ) throws(CommandFailure) -> SQLiteHistoryStore {
    let store = try open(path, opening: opening)
    do {
      try store.admit(digester)
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
        \(given.map(\.text).joined(separator: ", ")); give the key that wrote it, or, to go on under a \
        new key, the old one too with --previous-history-key
        """
      ])
    default: .operational([error.description.printable])
    }
  }
}
