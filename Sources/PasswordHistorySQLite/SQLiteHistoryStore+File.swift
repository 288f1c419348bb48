import GRDB
import PasswordHistory
import Platform

extension SQLiteHistoryStore {
  /// Sees to it that there is a file that can be a history, before SQLite makes an empty one.
  static func prepareFile(at path: String, opening: Opening) throws(HistoryError) {
    do {
      let status = try Platform.status(ofFile: path)
      guard opening != .new else { throw HistoryError.store(.exists, place: path) }
      guard status.isRegularFile else { throw HistoryError.store(.notADatabase, place: path) }
      guard status.byteCount > 0 else { throw HistoryError.store(.empty, place: path) }
      // SQLite takes what is shorter than its smallest page for an empty database.
      guard status.byteCount >= 512 else { throw HistoryError.store(.notADatabase, place: path) }
    } catch let error as HistoryError {
      throw error
    } catch let error as SystemError where error.code == Platform.fileIsMissing {
      guard opening == .new || opening == .orCreate else { throw .store(.missing, place: path) }
      try create(at: path, opening: opening)
    } catch {
      throw translated(error, at: path)
    }
  }

  /// Makes an empty history under another name and gives it its own when it is finished, so that no
  /// process ever opens half of one.
  private static func create(at path: String, opening: Opening) throws(HistoryError) {
    try translating(at: path) {
      let temporary = NewFile.temporaryName(for: path)
      // SQLite would make it readable by all; its journals take the mode of the file.
      try Platform.close(Platform.createExclusively(temporary))
      defer { Platform.unlink(temporary) }
      let queue = try DatabaseQueue(
        path: temporary, configuration: configuration(isReadOnly: false, patience: .zero))
      try queue.inImmediateTransaction { try Schema.create(in: $0) }
      try queue.close()
      do {
        try NewFile.publish(temporary, as: path)
      } catch let error as SystemError where error.code == Platform.nameIsTaken {
        // Another process was faster, and what it made is a whole history.
        guard opening == .orCreate else { throw HistoryError.store(.exists, place: path) }
      }
    }
  }
}
