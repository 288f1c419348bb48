import CSodium
package import Platform

/// Files that appear whole or not at all, readable by their owner alone.
package enum NewFile {
  /// A name beside `path` that nothing else uses.
  package static func temporaryName(for path: String) -> String {
    let number = UInt64(randombytes_random()) << 32 | UInt64(randombytes_random())
    return "\(path).new-\(String(number, radix: 16))"
  }

  /// Writes a new file.
  ///
  /// - Throws: ``SystemError``; of the call `link` with `EEXIST` when the path is taken.
  package static func write(
    to path: String, _ body: (_ descriptor: Int32) throws(SystemError) -> Void
  ) throws(SystemError) {
    let temporary = temporaryName(for: path)
    let descriptor = try Platform.createExclusively(temporary)
    defer { Platform.unlink(temporary) }
    do {
      try body(descriptor)
      try Platform.synchronize(descriptor)
    } catch {
      try? Platform.close(descriptor)
      throw error
    }
    try Platform.close(descriptor)
    try publish(temporary, as: path)
  }

  /// Gives a finished file its name, unless the name is taken.
  package static func publish(_ temporary: String, as path: String) throws(SystemError) {
    try Platform.link(temporary, to: path)
    try Platform.synchronizeFolder(of: path)
  }
}
