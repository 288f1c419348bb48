/// A file that appears under its name complete or not at all, accessible only to its owner (mode
/// 0600).
///
/// ```swift
/// let file = try AtomicFile(for: "key", replaces: false)
/// try Platform.write(bytes, to: file.descriptor)
/// try file.publish()
/// ```
/// Until it is published the file has no name, on any file system, so that nothing is left of it
/// however the process ends.
///
/// A new file is published by one call where Linux can link a file that has no name. Elsewhere a
/// name `.passwright-*.tmp` beside the destination exists for a moment, with mode 0600. Signals that
/// can be caught wait until it is gone, provided that ``Platform/prepareSignals()`` was called; a
/// process that is killed (SIGKILL, loss of power) at that moment leaves it:
/// - Replacing a file, which takes a link and a rename, leaves the complete file.
/// - Without `O_TMPFILE`, links or `/proc` (macOS, NFS, FAT) a copy is made under that name, of which
///   the beginning may be left.
package struct AtomicFile: ~Copyable {
  /// The descriptor to write to.
  package let descriptor: Int32
  /// Whether the file can be given a name as it is.
  private let isLinkable: Bool
  private let destination: String
  private let replaces: Bool

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
    if let linkable = Platform.createLinkable(in: Self.directory(of: destination) + ".") {
      descriptor = linkable
      isLinkable = true
    } else {
      descriptor = try Self.firstFree(beside: destination) { name throws(SystemError) in
        try Platform.createNameless(name)
      }
      isLinkable = false
    }
  }

  /// Closes the file; a file that was not published is lost.
  deinit { try? Platform.close(descriptor) }

  /// Makes the contents durable and gives the file its name.
  ///
  /// - Throws: ``SystemError``; with ``SystemError/isNameTaken`` when the name is taken and the
  ///   file does not replace another.
  package func publish() throws(SystemError) {
    try Platform.synchronize(descriptor)
    let isLinked = replaces ? false : try link(to: destination)
    if !isLinked {
      try Platform.holdingTerminatingSignals { () throws(SystemError) in try publishByRenaming() }
    }
    Platform.synchronizeDirectory(Self.directory(of: destination) + ".")
  }

  /// Gives the file a free name; returns `false` where it cannot have one.
  private func link(to name: String) throws(SystemError) -> Bool {
    guard isLinkable else { return false }
    do {
      try Platform.linkNameless(descriptor, to: name)
      return true
    } catch {
      guard error.isLinkUnsupported else { throw error }
      return false
    }
  }

  /// Gives the file, or a copy of it, a temporary name, and then its own.
  private func publishByRenaming() throws(SystemError) {
    let name = try Self.firstFree(beside: destination) { name throws(SystemError) in
      if try !link(to: name) { try copy(to: name) }
      return name
    }
    do {
      if replaces {
        try Platform.rename(name, to: destination)
      } else {
        try Self.rename(name, toFree: destination)
      }
    } catch {
      Platform.unlink(name)
      throw error
    }
  }

  private func copy(to name: String) throws(SystemError) {
    let copy = try Platform.createExclusively(name)
    defer { try? Platform.close(copy) }
    do {
      try Platform.copyAll(from: descriptor, to: copy)
      try Platform.synchronize(copy)
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
    let file = try AtomicFile(for: path, replaces: replaces)
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
