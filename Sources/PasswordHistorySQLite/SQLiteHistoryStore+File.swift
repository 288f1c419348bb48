import PasswordHistory
import Platform
import SQLite

extension SQLiteHistoryStore {
  /// Ensures that there is a file that can be a history, before SQLite treats an empty one as a
  /// database.
  static func prepareFile(at path: String, opening: Opening) throws(HistoryError) {
    let status: Platform.FileStatus
    do {
      status = try Platform.status(ofFile: path)
    } catch {
      guard error.isNoSuchFile else {
        throw .store(StoreProblem(error), place: path)
      }
      guard !Platform.isSymbolicLink(path) else { throw .store(.danglingLink, place: path) }
      guard opening == .new || opening == .orCreate else { throw .store(.missing, place: path) }
      return try create(at: path, opening: opening)
    }
    guard opening != .new else { throw .store(.exists, place: path) }
    guard status.isRegularFile else { throw .store(.notADatabase, place: path) }
    guard status.byteCount > 0 else { throw .store(.empty, place: path) }
    // SQLite treats a file shorter than its minimum page size as an empty database.
    guard status.byteCount >= 512 else { throw .store(.notADatabase, place: path) }
  }

  /// Makes an empty history, which appears complete: no process ever opens a partial one.
  private static func create(at path: String, opening: Opening) throws(HistoryError) {
    let bytes = try translating(at: path) { () throws(StoreFailure) in
      try StoreFailure.wrapping { () throws(SQLiteError) in
        var connection = try Connection()
        try connection.execute(Schema.script)
        return try connection.serialized()
      }
    }
    do {
      try AtomicFile.write(to: path) { descriptor throws(SystemError) in
        try unsafe bytes.span.withUnsafeBytes { bytes throws(SystemError) in
          try unsafe Platform.write(bytes, to: descriptor)
        }
      }
    } catch {
      guard error.isNameTaken else {
        throw .store(StoreProblem(error), place: path)
      }
      // Another process was faster, and made a complete history.
      guard opening == .orCreate else { throw .store(.exists, place: path) }
    }
  }
}
