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
  /// A digester that makes keyed BLAKE2b under the key of a file, or Argon2id without one.
  static func open(keyFile: String?) throws(CommandFailure) -> PasswordDigester {
    do {
      guard let keyFile else { return try PasswordDigester(.argon2id(.interactive)) }
      return try PasswordDigester(.keyedBLAKE2b(try HistoryKey.open(keyFile)))
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
    default: .operational([error.description.printable])
    }
  }
}
