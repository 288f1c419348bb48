/// A file that appears under its name complete or not at all, accessible only to its owner (mode
/// 0600).
///
/// ```swift
/// var file = try AtomicFile(for: "key", replaces: false)
/// try Platform.write(bytes, to: file.descriptor)
/// try file.publish()
/// ```
/// Until it is published the file has no name, where the file system allows that, so that nothing
/// is left of it however the process ends. Otherwise a file `.passwright-*.tmp` of mode 0600 may be
/// left beside the destination:
/// - Linux cannot give a nameless file an existing name. To replace a file, a temporary name is
///   linked and renamed at once: a process that is killed between these two calls leaves the
///   complete file.
/// - Without nameless files (macOS, NFS, FAT, no `/proc`) the temporary name exists from the start,
///   and a process that is killed leaves what it has written. A signal that can be caught removes
///   it.
package struct AtomicFile: ~Copyable {
  /// The descriptor to write to.
  package let descriptor: Int32
  private let destination: String
  private let replaces: Bool
  /// The temporary name, while the file has one.
  private var passingName: String?

  /// The maximum number of names to try: the process number usually makes the first one free.
  private static let attempts = 100

  /// Creates the file.
  ///
  /// - Parameters:
  ///   - destination: the name that it will have. A symbolic link is not followed.
  ///   - replaces: whether it replaces a file that has the name by then.
  /// - Throws: ``SystemError``.
  package init(for destination: String, replaces: Bool) throws(SystemError) {
    self.destination = destination
    self.replaces = replaces
    if let unnamed = Platform.createUnnamed(in: Self.directory(of: destination) + ".") {
      descriptor = unnamed
      passingName = nil
    } else {
      let (name, descriptor) = try Self.create(beside: destination)
      self.descriptor = descriptor
      passingName = name
    }
  }

  /// Closes the file; a file that was not published is lost.
  deinit {
    try? Platform.close(descriptor)
    if let passingName { Platform.unlink(passingName) }
    Platform.keepTemporary()
  }

  /// Makes the contents durable and gives the file its name.
  ///
  /// - Throws: ``SystemError``; with ``SystemError/isNameTaken`` when the name is taken and the
  ///   file does not replace another.
  package mutating func publish() throws(SystemError) {
    try Platform.synchronize(descriptor)
    do throws(SystemError) {
      if passingName == nil, !replaces {
        try Platform.linkUnnamed(descriptor, to: destination)
      } else {
        let name = try takePassingName()
        try rename(name)
        passingName = nil
      }
    } catch {
      guard passingName == nil, error.isLinkUnsupported else { throw error }
      try publishCopy()
    }
    Platform.synchronizeDirectory(Self.directory(of: destination) + ".")
  }

  /// Returns the temporary name, after giving a nameless file one.
  private mutating func takePassingName() throws(SystemError) -> String {
    if let passingName { return passingName }
    let descriptor = descriptor
    let name = try Self.firstFree(beside: destination) { name throws(SystemError) in
      try Platform.linkUnnamed(descriptor, to: name)
      return name
    }
    passingName = name
    return name
  }

  private func rename(_ name: String) throws(SystemError) {
    if replaces {
      try Platform.rename(name, to: destination)
    } else {
      try Self.rename(name, toFree: destination)
    }
  }

  /// Publishes a copy that had a name from the start, where a nameless file cannot be linked.
  private func publishCopy() throws(SystemError) {
    let (name, copy) = try Self.create(beside: destination)
    defer {
      try? Platform.close(copy)
      Platform.keepTemporary()
    }
    do {
      try Platform.copyAll(from: descriptor, to: copy)
      try Platform.synchronize(copy)
      try rename(name)
    } catch {
      Platform.unlink(name)
      throw error
    }
  }
}

extension AtomicFile {
  /// Writes a whole file.
  ///
  /// - Parameters:
  ///   - path: the name of the file.
  ///   - replaces: whether it replaces a file that has the name.
  ///   - body: writes to the descriptor.
  /// - Throws: what `body` throws; ``SystemError``, see ``publish()``.
  package static func write(
    to path: String, replaces: Bool = false,
    _ body: (_ descriptor: Int32) throws(SystemError) -> Void
  ) throws(SystemError) {
    var file = try AtomicFile(for: path, replaces: replaces)
    try body(file.descriptor)
    try file.publish()
  }

  /// Durably renames a finished file, unless the new name is taken.
  ///
  /// This is atomic where the system has a call for it. Where it has none, the file has both names
  /// for a moment; and without hard links either, a file that takes the name at the same moment is
  /// replaced.
  ///
  /// - Throws: ``SystemError``, with ``SystemError/isNameTaken``.
  package static func rename(
    _ source: String, toFree destination: String
  ) throws(SystemError) {
    do throws(SystemError) {
      try Platform.renameIfFree(source, to: destination)
    } catch  where error.isCallUnsupported {
      do throws(SystemError) {
        try Platform.link(source, to: destination)
        Platform.unlink(source)
      } catch  where error.isLinkUnsupported {
        guard !Platform.nameExists(destination) else { throw .nameTaken }
        try Platform.rename(source, to: destination)
      }
    }
    Platform.synchronizeDirectory(directory(of: destination) + ".")
  }

  private static func create(
    beside destination: String
  ) throws(SystemError) -> (name: String, descriptor: Int32) {
    try firstFree(beside: destination) { name throws(SystemError) in
      (name, try Platform.createTemporary(name))
    }
  }

  /// Calls `body` with one temporary name after another until one is free.
  private static func firstFree<Result>(
    beside destination: String, _ body: (String) throws(SystemError) -> Result
  ) throws(SystemError) -> Result {
    let directory = directory(of: destination)
    var attempt = 0
    while true {
      do {
        return try body("\(directory).passwright-\(Platform.processIdentifier)-\(attempt).tmp")
      } catch {
        attempt += 1
        guard error.isNameTaken, attempt < attempts else { throw error }
      }
    }
  }

  /// Returns the part of a path up to the last slash.
  private static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
