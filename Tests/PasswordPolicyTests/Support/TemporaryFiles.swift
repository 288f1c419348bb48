import Platform

/// Files of a test in a directory of their own under `/tmp`, removed with this object.
final class TemporaryFiles {
  private var paths: [String] = []
  private let prefix: String

  init(_ name: String) {
    // Cases of one test run side by side.
    let number = UInt32.random(in: 0...UInt32.max)
    prefix = "/tmp/passwright-\(Platform.processIdentifier)-\(number)-\(name)"
  }

  deinit {
    for path in paths { Platform.unlink(path) }
  }

  /// The name of a file relative to `/tmp`.
  func name(_ name: String) -> String { String((prefix + "-" + name).dropFirst("/tmp/".count)) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = "\(prefix)-\(name)"
    Platform.unlink(path)
    let descriptor = try Platform.createExclusively(path)
    paths.append(path)
    try unsafe bytes.withUnsafeBytes { try unsafe Platform.write($0, to: descriptor) }
    try Platform.close(descriptor)
    return path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Array(text.utf8))
  }
}
