package import PasswordService
import SQLite

extension SQLiteServiceStore {
  /// The versions of the tables, oldest first; 0 stands for a file without any.
  package static var versions: [Int] { Array(0...Schema.steps.count) }

  /// Makes a store as an earlier version of this program did.
  package static func create(at path: String, version: Int) throws(StoreError) {
    try FilePreparation.prepare(path, .new)
    let transaction = try SQLiteTransaction(path: path, access: .readWrite)
    do throws(SQLiteError) {
      try transaction.connection.migrate(Array(Schema.steps.prefix(version)))
      try transaction.connection.execute("PRAGMA application_id = \(Schema.applicationID)")
    } catch {
      throw StoreError(error)
    }
  }
}
