import FoundationEssentials
import PasswordService
import SQLite

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What has to be so before SQLite opens a file.
enum FilePreparation {
  static func prepare(_ path: String, _ opening: SQLiteServiceStore.Opening) throws(StoreError) {
    switch opening {
    case .existing:
      guard FileManager.default.fileExists(atPath: path) else {
        throw StoreError("there is no store at \(path); check the path, or make one with “init”")
      }
    case .new: try create(path)
    }
  }

  /// Makes an empty file that only its owner may read; SQLite gives its other files the same mode.
  private static func create(_ path: String) throws(StoreError) {
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreError(
        errno == EEXIST
          ? "\(path) exists already; open it instead, or choose another path"
          : "\(path) cannot be created: \(unsafe String(cString: strerror(errno)))")
    }
    close(descriptor)
  }
}

extension SQLiteTransaction {
  /// Brings the tables to the newest version, or makes them.
  func prepareTables(
    _ path: String, _ opening: SQLiteServiceStore.Opening
  ) throws(StoreError) {
    let id = try integer("PRAGMA application_id") ?? 0
    guard opening == .new || id == Schema.applicationID else {
      throw StoreError("\(path) is no store of this service; check the path")
    }
    do throws(SQLiteError) {
      try connection.migrate(Schema.steps)
    } catch  where error.code == .mismatch {
      throw StoreError(
        "\(path) was written by a later version of this program; update it; the file was left as it is"
      )
    } catch {
      throw StoreError(error)
    }
  }
}
