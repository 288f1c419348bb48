package import Platform

/// Where an option reads from: the file at a path, or standard input for `-`.
package struct InputSource: Hashable, Sendable {
  /// The path, or `-`.
  package let name: String

  /// Makes a source of what an option names.
  package init(_ name: String) { self.name = name }

  /// Whether standard input is read.
  package var isStandardInput: Bool { name == "-" }

  /// What the source is called in messages.
  package var shownName: String { isStandardInput ? "standard input" : name.printable }

  /// Reads all bytes.
  ///
  /// - Throws: ``SystemError``, also when there are more than `limit` bytes.
  package func read(limit: Int) throws(SystemError) -> [UInt8] {
    isStandardInput
      ? try Platform.readAll(Platform.standardInput, limit: limit)
      : try Platform.readFile(name, limit: limit)
  }
}
