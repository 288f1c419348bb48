import CPlatform
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// Writes all bytes, with as many calls as needed.
  package static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) throws(SystemError) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      #if canImport(Glibc)
      let written = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Musl)
      let written = unsafe Musl.write(descriptor, rest.baseAddress, rest.count)
      #elseif canImport(Darwin)
      let written = unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
      #endif
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          waitUntilWritable(descriptor)
          continue
        }
        throw SystemError(call: "write", code: errno)
      }
      unsafe rest = unsafe UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&request, 1, -1)
  }

  /// Creates a file that only its owner may access, failing if the name is taken.
  package static func createExclusively(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    return try moveAboveStandardStreams(descriptor)
  }

  /// Creates a file without a name that only its owner may access, and that can be given one.
  ///
  /// - Parameter directory: the directory where ``linkNameless(_:to:)`` will give it a name.
  /// - Returns: its descriptor; `nil` where that is not supported.
  package static func createLinkable(in directory: String) -> Int32? {
    #if os(Linux)
    // O_TMPFILE, which is missing in the module map.
    let nameless = 0o20_000_000 | O_DIRECTORY
    let opened = unsafe open(directory, O_RDWR | nameless | O_CLOEXEC, 0o600)
    guard opened >= 0, let descriptor = try? moveAboveStandardStreams(opened) else { return nil }
    // Without /proc it could not be given a name.
    guard fileExists(processPath(of: descriptor)) else {
      try? close(descriptor)
      return nil
    }
    return descriptor
    #else
    return nil
    #endif
  }

  /// Gives a file of ``createLinkable(in:)`` a name, failing if the name is taken.
  package static func linkNameless(
    _ descriptor: Int32, to destination: String
  ) throws(SystemError) {
    let path = processPath(of: descriptor)
    guard unsafe linkat(AT_FDCWD, path, AT_FDCWD, destination, AT_SYMLINK_FOLLOW) == 0 else {
      throw SystemError(call: "linkat", code: errno)
    }
  }

  /// Creates a file that only its owner may access, and takes its name away again, on any file
  /// system.
  ///
  /// - Parameter path: the name that it has for a moment; if it is taken, that is an error.
  /// - Returns: its descriptor, for reading and writing.
  /// - Throws: ``SystemError``.
  package static func createNameless(_ path: String) throws(SystemError) -> Int32 {
    var descriptor: Int32 = -1
    try holdingTerminatingSignals { () throws(SystemError) in
      descriptor = try createExclusively(path)
      unlink(path)
    }
    return descriptor
  }

  private static func processPath(of descriptor: Int32) -> String {
    "/proc/self/fd/\(descriptor)"
  }

  /// Moves a descriptor above those of the standard streams.
  ///
  /// If a process starts with standard error closed, the next file opened gets its number, and
  /// messages would go into that file.
  private static func moveAboveStandardStreams(
    _ descriptor: Int32
  ) throws(SystemError) -> Int32 {
    guard descriptor <= standardError else { return descriptor }
    let moved = fcntl(descriptor, F_DUPFD_CLOEXEC, standardError + 1)
    guard moved >= 0 else { throw SystemError(call: "fcntl", code: errno) }
    try close(descriptor)
    return moved
  }

  /// Whether the name exists, including as a symbolic link to nothing.
  package static func nameExists(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0
  }

  package static func fileExists(_ path: String) -> Bool {
    unsafe access(path, F_OK) == 0
  }

  /// The kind of a file after following symbolic links.
  package enum FileKind: Sendable {
    case regular, directory, characterDevice, blockDevice, pipe, socket, other

    fileprivate init(mode: mode_t) {
      switch mode & S_IFMT {
      case S_IFREG: self = .regular
      case S_IFDIR: self = .directory
      case S_IFCHR: self = .characterDevice
      case S_IFBLK: self = .blockDevice
      case S_IFIFO: self = .pipe
      case S_IFSOCK: self = .socket
      default: self = .other
      }
    }
  }

  package static func kind(ofFile path: String) throws(SystemError) -> FileKind {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw SystemError(call: "stat", code: errno) }
    return FileKind(mode: status.st_mode)
  }

  package static func kind(ofDescriptor descriptor: Int32) throws(SystemError) -> FileKind {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw SystemError(call: "fstat", code: errno)
    }
    return FileKind(mode: status.st_mode)
  }

  package static func isSymbolicLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// Returns the name of an existing file with all symbolic links resolved.
  package static func resolve(_ path: String) throws(SystemError) -> String {
    guard let resolved = unsafe realpath(path, nil) else {
      throw SystemError(call: "realpath", code: errno)
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// Opens an existing file, device or pipe for writing.
  package static func openToWrite(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = unsafe open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    return try moveAboveStandardStreams(descriptor)
  }

  /// Returns a second descriptor for one that the process inherited and may write to.
  ///
  /// - Throws: ``SystemError``; `EBADF` also for the package's own descriptors.
  package static func duplicateInherited(_ descriptor: Int32) throws(SystemError) -> Int32 {
    let flags = fcntl(descriptor, F_GETFD)
    let mode = fcntl(descriptor, F_GETFL)
    // All descriptors that the package opens are closed when another program is executed.
    guard flags >= 0, flags & FD_CLOEXEC == 0, mode >= 0, mode & O_ACCMODE != O_RDONLY else {
      throw SystemError(call: "fcntl", code: EBADF)
    }
    let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, standardError + 1)
    guard copy >= 0 else { throw SystemError(call: "fcntl", code: errno) }
    return copy
  }

  /// Makes the names in a directory durable, as far as the system supports that.
  package static func synchronizeDirectory(_ path: String) {
    let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    try? close(descriptor)
  }

  package static func synchronize(_ descriptor: Int32) throws(SystemError) {
    guard fsync(descriptor) == 0 || errno == EINVAL else {
      throw SystemError(call: "fsync", code: errno)
    }
  }

  package static func close(_ descriptor: Int32) throws(SystemError) {
    #if canImport(Glibc)
    let result = Glibc.close(descriptor)
    #elseif canImport(Musl)
    let result = Musl.close(descriptor)
    #elseif canImport(Darwin)
    let result = Darwin.close(descriptor)
    #endif
    guard result == 0 else { throw SystemError(call: "close", code: errno) }
  }

  package static func rename(_ source: String, to destination: String) throws(SystemError) {
    #if canImport(Glibc)
    let result = unsafe Glibc.rename(source, destination)
    #elseif canImport(Musl)
    let result = unsafe Musl.rename(source, destination)
    #elseif canImport(Darwin)
    let result = unsafe Darwin.rename(source, destination)
    #endif
    guard result == 0 else { throw SystemError(call: "rename", code: errno) }
  }

  /// Renames a file atomically, failing if the new name is taken.
  ///
  /// - Throws: ``SystemError``, with ``SystemError/isCallUnsupported`` where that is not supported.
  package static func renameIfFree(
    _ source: String, to destination: String
  ) throws(SystemError) {
    guard unsafe cplatform_rename_if_free(source, destination) == 0 else {
      throw SystemError(call: "rename", code: errno)
    }
  }

  /// Copies the whole content of a file to another, without the process seeing its bytes.
  package static func copyAll(
    from source: Int32, to destination: Int32
  ) throws(SystemError) {
    guard cplatform_copy_all(source, destination) == 0 else {
      throw SystemError(call: "sendfile", code: errno)
    }
  }

  /// Gives a file a second name, failing if that name is taken.
  package static func link(_ source: String, to destination: String) throws(SystemError) {
    #if canImport(Glibc)
    let result = unsafe Glibc.link(source, destination)
    #elseif canImport(Musl)
    let result = unsafe Musl.link(source, destination)
    #elseif canImport(Darwin)
    let result = unsafe Darwin.link(source, destination)
    #endif
    guard result == 0 else { throw SystemError(call: "link", code: errno) }
  }

  package static func unlink(_ path: String) {
    #if canImport(Glibc)
    _ = unsafe Glibc.unlink(path)
    #elseif canImport(Musl)
    _ = unsafe Musl.unlink(path)
    #elseif canImport(Darwin)
    _ = unsafe Darwin.unlink(path)
    #endif
  }

  /// Reads a whole file.
  ///
  /// - Throws: ``SystemError``; a file of more than `limit` bytes is reported as `EFBIG`.
  package static func readFile(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(call: "open", code: errno) }
    defer { try? close(descriptor) }
    return try readAll(descriptor, limit: limit)
  }

  /// Whether a file or device can be opened and provides a byte.
  package static func canReadByte(of path: String) -> Bool {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { try? close(descriptor) }
    var byte: UInt8 = 0
    return unsafe read(descriptor, &byte, 1) == 1
  }

  /// Reads to the end of an open file.
  ///
  /// - Throws: ``SystemError``; more than `limit` bytes are reported as `EFBIG`.
  package static func readAll(_ descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(call: "read", code: errno)
      }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else { throw SystemError(call: "read", code: EFBIG) }
      bytes.append(contentsOf: chunk[..<count])
    }
  }
}

extension SystemError {
  /// Whether no file has the name.
  package var isNoSuchFile: Bool { code == ENOENT }
  /// Whether the name is taken.
  package var isNameTaken: Bool { code == EEXIST }
  /// Whether a file is too large.
  package var isTooLarge: Bool { code == EFBIG }
  /// Whether the system or the file system does not support the call.
  package var isCallUnsupported: Bool {
    [ENOSYS, EINVAL, ENOTSUP, EOPNOTSUPP, EPERM].contains(code)
  }
  /// The error for a name that is taken.
  static var nameTaken: SystemError { SystemError(call: "rename", code: EEXIST) }
  /// Whether a file cannot have a second name in its file system.
  package var isLinkUnsupported: Bool {
    [EPERM, ENOTSUP, EOPNOTSUPP, ENOSYS, EMLINK, EXDEV].contains(code)
  }
  /// The system's own message for the error, without the call.
  package var reason: String { Platform.message(forErrorCode: code) }
}
