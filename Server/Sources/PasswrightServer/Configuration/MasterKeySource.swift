import FoundationEssentials
import PasswordService

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Where the master key is kept.
struct MasterKeySource: Sendable {
  /// The environment variable of a key.
  static let variable = "PASSWRIGHT_MASTER_KEY"
  /// The name of a systemd credential.
  static let credential = "master-key"

  private enum Place: Sendable {
    case file(String)
    case environment(String)
  }

  private let place: Place

  /// Finds the place: the file, or else the environment, or else the credential.
  ///
  /// - Throws: `StoreError` when there is none.
  init(file: String?, environment: [String: String]) throws(StoreError) {
    if let file {
      place = .file(file)
    } else if let key = environment[Self.variable] {
      place = .environment(key)
    } else if let directory = environment["CREDENTIALS_DIRECTORY"] {
      place = .file("\(directory)/\(Self.credential)")
    } else {
      throw StoreError(
        "no master key: give --master-key-file, $\(Self.variable), or the systemd credential “\(Self.credential)”"
      )
    }
  }

  /// The file, when the key is in one.
  var file: String? { if case .file(let path) = place { path } else { nil } }

  /// Reads the key.
  ///
  /// - Throws: `StoreError` when it is missing, malformed, or open to other users.
  func read() throws(StoreError) -> MasterKey {
    let text: String
    switch place {
    case .environment(let key): text = key
    case .file(let path): text = try Self.contents(of: path)
    }
    guard let key = MasterKey(hexadecimal: text) else {
      throw StoreError("the master key is not 64 hexadecimal digits; give the one of “init”")
    }
    return key
  }

  private static func contents(of path: String) throws(StoreError) -> String {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw StoreError("the master key file \(path) cannot be read: \(lastError)")
    }
    guard status.st_mode & 0o077 == 0 || status.st_mode & 0o077 == 0o040 && status.st_uid == 0
    else {
      throw StoreError(
        "the master key file \(path) is open to other users; run: chmod 600 \(path)")
    }
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else { throw StoreError("the master key file \(path) cannot be read") }
    return text
  }

  /// Writes a key to a file that only its owner may read, and that appears whole.
  ///
  /// - Parameters:
  ///   - key: the key.
  ///   - path: the name of the file.
  ///   - replaces: whether it replaces a file that has the name, in one step.
  /// - Throws: `StoreError`, also when the name is taken.
  static func save(_ key: MasterKey, to path: String, replaces: Bool) throws(StoreError) {
    try PrivateFile.make(at: path, replaces: replaces) { descriptor, _ throws(StoreError) in
      let bytes = Array((key.reveal() + "\n").utf8)
      guard unsafe write(descriptor, bytes, bytes.count) == bytes.count else {
        throw StoreError("the master key file \(path) cannot be written: \(lastError)")
      }
    }
  }

  private static var lastError: String { unsafe String(cString: strerror(errno)) }
}
