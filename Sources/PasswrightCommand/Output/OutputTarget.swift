import Platform
import TextTools

/// Where passwords go: standard output, a device or pipe, or a new file that takes its name only
/// when it is complete.
struct OutputTarget: ~Copyable {
  /// What the target is called in messages.
  let name: String
  /// Where to write.
  let descriptor: Int32
  private var file: AtomicFile?

  private init(name: String, descriptor: Int32) {
    self.name = name
    self.descriptor = descriptor
    file = nil
  }

  private init(name: String, file: consuming AtomicFile) {
    self.name = name
    descriptor = file.descriptor
    self.file = consume file
  }

  /// Opens a target.
  ///
  /// - Parameters:
  ///   - path: the file; `nil` or `-`: standard output; for ``streamDescriptor(_:)`` see there.
  ///   - replaces: whether an existing file may be replaced.
  /// - Returns: the target, open.
  /// - Throws: ``CommandFailure/operational(_:)``.
  static func open(path: String?, replaces: Bool) throws(CommandFailure) -> OutputTarget {
    guard let path, path != "-" else {
      return OutputTarget(name: StandardOutput.name, descriptor: Platform.standardOutput)
    }
    let name = path.printable
    if let descriptor = streamDescriptor(path) {
      return OutputTarget(name: name, descriptor: try duplicate(descriptor, name: name))
    }
    switch try existingKind(path) {
    case nil:
      return OutputTarget(name: name, file: try file(path, name: name, replaces: replaces))
    case .regular:
      guard replaces else { throw CommandFailure.nameTaken(name) }
      // What a symbolic link points to is replaced, not the link.
      return OutputTarget(
        name: name, file: try file(resolve(path), name: name, replaces: true))
    case .characterDevice, .pipe:
      return OutputTarget(name: name, descriptor: try openStream(path))
    case .directory:
      throw .operational(["\(name) is a directory; name a file in it"])
    case .blockDevice, .socket, .other:
      throw .operational(["\(name) is neither a file nor a stream; name a new file"])
    }
  }

  /// Checks whether the target can be written, as far as that can be seen without writing.
  ///
  /// - Throws: ``CommandFailure/operational(_:)``; also when the reader of a pipe has gone.
  func checkWritable() throws(CommandFailure) {
    do {
      try Platform.checkWritable(descriptor)
    } catch {
      throw .operational([
        "cannot write \(name): \(error.reason); nothing was drawn, and nothing recorded"
      ])
    }
  }

  /// Completes the output: a file takes its name.
  mutating func finish() throws(CommandFailure) {
    if file != nil {
      do {
        try file?.publish()
      } catch {
        throw error.isNameTaken ? .nameTaken(name) : .output(error, name: name)
      }
    } else if descriptor != Platform.standardOutput {
      do {
        try Platform.close(descriptor)
      } catch {
        throw .output(error, name: name)
      }
    }
  }
}

extension OutputTarget {
  /// The descriptor, open when the process started, that a name stands for: `-`, `/dev/stdout`,
  /// `/dev/stderr`, `/dev/fd/N` or `/proc/self/fd/N`; `nil` for all other names.
  ///
  /// It is written to as it is, at its current position, be it a terminal, a pipe, a socket or
  /// a file: to open the name again would begin at the start of the file, or replace it.
  static func streamDescriptor(_ path: String) -> Int32? {
    switch path {
    case "-", "/dev/stdout": return Platform.standardOutput
    case "/dev/stderr": return Platform.standardError
    default:
      for folder in ["/dev/fd/", "/proc/self/fd/"] where path.hasPrefix(folder) {
        let number = path.dropFirst(folder.count)
        return number.allSatisfy { $0.isASCII && $0.isNumber } ? Int32(number) : nil
      }
      return nil
    }
  }

  private static func file(
    _ path: String, name: String, replaces: Bool
  ) throws(CommandFailure) -> AtomicFile {
    do {
      return try AtomicFile(for: path, replaces: replaces)
    } catch {
      throw .cannotCreate(name, error)
    }
  }

  private static func duplicate(
    _ descriptor: Int32, name: String
  ) throws(CommandFailure) -> Int32 {
    do {
      return try Platform.duplicateInherited(descriptor)
    } catch {
      throw .operational([
        "cannot write \(name): \(error.reason); open it for writing, or name a file"
      ])
    }
  }

  /// What the name stands for, or `nil` when it is free.
  private static func existingKind(_ path: String) throws(CommandFailure) -> Platform.FileKind? {
    do {
      return try Platform.kind(ofFile: path)
    } catch {
      guard error.isNoSuchFile else { throw CommandFailure.cannotCreate(path.printable, error) }
      guard !Platform.isSymbolicLink(path) else {
        throw .operational([
          "\(path.printable) is a symbolic link to nothing; remove it or name another file"
        ])
      }
      return nil
    }
  }

  private static func resolve(_ path: String) throws(CommandFailure) -> String {
    do {
      return try Platform.resolve(path)
    } catch {
      throw CommandFailure.cannotCreate(path.printable, error)
    }
  }

  /// Opens a device or a named pipe, which is written to and not replaced.
  private static func openStream(_ path: String) throws(CommandFailure) -> Int32 {
    let descriptor: Int32
    let kind: Platform.FileKind
    do throws(SystemError) {
      descriptor = try Platform.openToWrite(path)
      kind = try Platform.kind(ofDescriptor: descriptor)
    } catch {
      throw CommandFailure.cannotCreate(path.printable, error)
    }
    // The name may stand for something else by now; a file would be overwritten in place.
    guard kind != .regular else {
      throw .operational(["\(path.printable) has just become a file; try again"])
    }
    return descriptor
  }
}
