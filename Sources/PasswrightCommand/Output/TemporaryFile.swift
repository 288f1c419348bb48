import Platform

/// A file that takes its name only when it is complete, and of which nothing is left otherwise.
///
/// Where the system can do that, a new file has no name until then, so that not even `SIGKILL`
/// leaves it behind. Elsewhere, and where a file is to be replaced, which takes a name to rename, it
/// stands beside its destination under a passing name; a signal that can be caught removes it.
struct TemporaryFile: ~Copyable {
  /// Where to write.
  let descriptor: Int32
  private let name: String
  /// The passing name, while there is one.
  private var path: String?
  private let destination: String
  private let replaces: Bool
  private var isOpen = true

  /// Names that are tried: the process number makes the first one free as a rule.
  private static let attempts = 100

  /// Creates the file, which only its owner may read and write.
  ///
  /// - Parameters:
  ///   - name: what the destination is called in messages.
  ///   - destination: the path of the file to be.
  ///   - replaces: whether a file that is there by then is replaced.
  /// - Throws: ``CommandFailure/operational(_:)``.
  init(name: String, destination: String, replaces: Bool) throws(CommandFailure) {
    self.name = name
    self.destination = destination
    self.replaces = replaces
    let directory = Self.directory(of: destination)
    if !replaces, let descriptor = Platform.createUnnamed(in: directory + ".") {
      self.descriptor = descriptor
      path = nil
      return
    }
    var attempt = 0
    while true {
      let path = "\(directory).passwright-\(Platform.processIdentifier)-\(attempt).tmp"
      do {
        descriptor = try Platform.createTemporary(path)
        self.path = path
        return
      } catch {
        attempt += 1
        guard error.isNameTaken && attempt < Self.attempts else {
          throw Self.cannotCreate(name, error)
        }
      }
    }
  }

  deinit {
    if isOpen { try? Platform.close(descriptor) }
    if let path { Platform.unlink(path) }
    Platform.keepTemporary()
  }

  /// Makes the contents last and gives the file its name.
  mutating func publish() -> Result<Void, CommandFailure> {
    do {
      try Platform.synchronize(descriptor)
      if let path {
        isOpen = false
        try Platform.close(descriptor)
        if replaces {
          try Platform.rename(path, to: destination)
          self.path = nil
        } else {
          try takeFreeName(from: path)
        }
      } else {
        try Platform.linkUnnamed(descriptor, to: destination)
      }
    } catch {
      return .failure(error.isNameTaken ? Self.nameTaken(name) : .output(error, name: name))
    }
    Platform.synchronizeDirectory(Self.directory(of: destination) + ".")
    return .success(())
  }

  /// Takes the name without replacing what has come to have it since the run began.
  private mutating func takeFreeName(from path: String) throws(SystemError) {
    do {
      try Platform.link(path, to: destination)
    } catch {
      guard error.isLinkUnsupported else { throw error }
      // Without hard links a moment is left between the question and the renaming.
      try Platform.renameIfFree(path, to: destination)
      self.path = nil
    }
  }

  /// The part of a path up to the last slash.
  private static func directory(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

extension TemporaryFile {
  static func nameTaken(_ name: String) -> CommandFailure {
    .operational(["\(name) exists; name another file, or replace it with --force"])
  }

  static func cannotCreate(_ name: String, _ error: SystemError) -> CommandFailure {
    let hint =
      error.isNoSuchFile ? "make its directory first" : "name a file where you may write one"
    return .operational(["cannot create \(name): \(error.reason); \(hint)"])
  }
}
