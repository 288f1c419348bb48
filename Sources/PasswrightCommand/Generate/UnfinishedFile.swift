import Passwright
import Platform
import SecretMemory
import TextTools

/// A file of accounts and passwords that grows under a temporary name, so that an interrupted run
/// can resume where it stopped; it takes its own name when it is complete.
///
/// ```
/// new.csv.run      the name of the run in the history, and the digest of what it draws
/// new.csv.partial  what has been written so far
/// new.csv          all of it
/// ```
struct UnfinishedFile: ~Copyable {
  /// The run that the file belongs to.
  let run: RunID
  private let path: String
  private let descriptor: Int32

  private static let runDigits = 32
  private var partialPath: String { "\(path).partial" }
  private var runPath: String { "\(path).run" }

  /// Opens the file of a run that was interrupted, or starts one.
  ///
  /// - Parameters:
  ///   - path: the name of the file once it is complete.
  ///   - fingerprint: of what the run draws: a run resumes only under the same.
  /// - Returns: the file, which nobody else writes.
  /// - Throws: ``CommandFailure/operational(_:)``, also when another file has the name, others may
  ///   use what has the passing name, or another process is at work on it;
  ///   ``CommandFailure/usage(_:)`` when the run was started with something else to draw.
  static func open(
    _ path: String, fingerprint: RunFingerprint
  ) throws(CommandFailure) -> UnfinishedFile {
    let partialPath = "\(path).partial"
    let runPath = "\(path).run"
    if Platform.fileExists(path) || Platform.isSymbolicLink(path) {
      throw isTaken(path, partialPath: partialPath)
    }
    do {
      let descriptor = try openPartial(partialPath)
      do {
        let run = try openRun(runPath, fingerprint)
        return UnfinishedFile(run: run, path: path, descriptor: descriptor)
      } catch {
        try? Platform.close(descriptor)
        throw error
      }
    } catch let error as SystemError {
      throw CommandFailure.cannotCreate(path.printable, error)
    } catch let failure as CommandFailure {
      throw failure
    } catch {
      throw .operational(["\(error)"])
    }
  }

  /// Whether a run was interrupted after the file had its name: nothing is left to do but to end it
  /// and to remove the passing names.
  static func hasItsName(_ path: String) -> Bool {
    let partialPath = "\(path).partial"
    // Where one file cannot have two names, the name of the run alone is left for a moment.
    let isRenamed =
      Platform.fileExists("\(path).run") && Platform.fileExists(path)
      && !Platform.nameExists(partialPath)
    return isRenamed || Platform.isSameFile(path, partialPath)
  }

  /// The run that a file belongs to, which may not have ended in the history; `nil` if that is not
  /// noted.
  static func run(of path: String) -> RunID? {
    guard let text = try? Platform.readFile("\(path).run", limit: 4096) else { return nil }
    return try? RunID(String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }

  private init(run: RunID, path: String, descriptor: Int32) {
    self.run = run
    self.path = path
    self.descriptor = descriptor
  }

  deinit { try? Platform.close(descriptor) }

  /// Opens and locks the file under its temporary name, which nobody else may read or write.
  private static func openPartial(_ path: String) throws -> Int32 {
    let name = path.printable
    let descriptor: Int32
    do {
      descriptor = try Platform.openToResume(path)
    } catch {
      guard error.code == Platform.linkIsNotFollowed else {
        throw CommandFailure.cannotCreate(name, error)
      }
      throw CommandFailure.operational([
        "\(name) is a symbolic link; remove it or name another file"
      ])
    }
    do {
      if let exposure = try Platform.status(of: descriptor).exposure(acceptsRoot: false) {
        throw CommandFailure.operational(["\(name) \(exposure.complaint)"])
      }
      guard try Platform.lock(descriptor) else {
        throw CommandFailure.operational([
          "another process is writing \(name); wait for it or name another file"
        ])
      }
      return descriptor
    } catch {
      try? Platform.close(descriptor)
      throw error
    }
  }

  private static func openRun(_ path: String, _ fingerprint: RunFingerprint) throws -> RunID {
    do {
      let limit = runDigits + 1 + marked(fingerprint).utf8.count + 1
      let text = String(decoding: try Platform.readFile(path, limit: limit), as: UTF8.self)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard lines.count == 3, lines[0].utf8.count == runDigits, lines[2].isEmpty else {
        throw unknownRun(path)
      }
      guard lines[1].hasPrefix(fingerprintMark) else { throw unknownRun(path) }
      guard lines[1] == marked(fingerprint) else {
        throw CommandFailure.usage([
          """
          \(path.printable): the run was started with a different recipe, word list, policy, \
          context or history key; use the same ones again, or name another file
          """
        ])
      }
      return try RunID(String(lines[0]))
    } catch let error as SystemError where error.isTooLarge {
      throw unknownRun(path)
    } catch let error as SystemError where error.isNoSuchFile {
      var source = try KeystreamByteSource()
      var bytes = [UInt8](repeating: 0, count: runDigits / 2)
      var span = bytes.mutableSpan
      try source.fill(&span)
      let name = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
      try AtomicFile.write(to: path) { descriptor throws(SystemError) in
        let text = "\(name)\n\(marked(fingerprint))\n"
        try unsafe Array(text.utf8).span.withUnsafeBytes { bytes throws(SystemError) in
          try unsafe Platform.write(bytes, to: descriptor)
        }
      }
      return try RunID(name)
    }
  }

  /// The prefix of a fingerprint that is made as this version makes it.
  private static let fingerprintMark = "2 "

  private static func marked(_ fingerprint: RunFingerprint) -> String {
    fingerprintMark + fingerprint.text
  }

  private static func unknownRun(_ path: String) -> CommandFailure {
    .operational([
      """
      \(path.printable) does not hold the name of a run that this version of passwright knows; \
      finish the run with the version that started it, or name another file
      """
    ])
  }

  /// Reads what has been written, cuts off an incomplete record, and returns how many of the
  /// accounts, the first ones, have their records.
  ///
  /// - Throws: ``CommandFailure/operational(_:)`` when there are other records than those.
  func resume(_ accounts: [AccountID], layout: AccountLayout) throws(CommandFailure) -> Int {
    let size = try translating { () throws(SystemError) in
      try Platform.status(of: descriptor).byteCount
    }
    guard size > 0 else {
      try translating { () throws(SystemError) in try write(layout.header) }
      return 0
    }
    var memory = try SecretBytes.wiped(size)
    let count = try translating { () throws(SystemError) in
      try unsafe memory.withUnsafeMutableBytes { bytes throws(SystemError) in
        try unsafe Platform.fill(bytes, from: descriptor)
      }
    }
    let text = memory.bytes.extracting(first: count)
    let header = Array(layout.header.utf8)
    guard text.count >= header.count else {
      try translating { () throws(SystemError) in
        try Platform.cut(descriptor, to: 0)
        try write(layout.header)
      }
      return 0
    }
    guard text.starts(with: header, at: 0) else { throw foreignRecords }
    var start = header.count
    var done = 0
    while let end = text.firstIndex(of: UInt8(ascii: "\n"), from: start) {
      guard done < accounts.count, text.starts(with: layout.prefix(accounts[done]), at: start),
        layout.endings.contains(where: { text.starts(with: $0, at: end - $0.count) })
      else { throw foreignRecords }
      done += 1
      start = end + 1
    }
    try translating { () throws(SystemError) in try Platform.cut(descriptor, to: start) }
    return done
  }

  /// Translates the errors of reading and cutting the file.
  private func translating<Result>(
    _ body: () throws(SystemError) -> Result
  ) throws(CommandFailure) -> Result {
    try rethrowing(as: { CommandFailure.output($0, name: partialPath.printable) }, body)
  }

  private var foreignRecords: CommandFailure {
    .operational([
      """
      \(partialPath.printable) was started with different accounts, in another format or by \
      another version of passwright; use the same ones again, or name another file
      """
    ])
  }

  private func write(_ text: String) throws(SystemError) {
    try unsafe Array(text.utf8).span.withUnsafeBytes { bytes throws(SystemError) in
      try unsafe Platform.write(bytes, to: descriptor)
    }
  }

  /// Appends records and synchronizes them to disk.
  func append(_ records: UnsafeRawBufferPointer) throws(CommandFailure) {
    do {
      try unsafe Platform.write(records, to: descriptor)
      try Platform.synchronize(descriptor)
    } catch {
      throw .output(error, name: partialPath.printable)
    }
  }

  /// Gives the file its name.
  func publish(
    thenEnding end: () async throws(CommandFailure) -> Void
  ) async throws(CommandFailure) {
    do {
      try AtomicFile.rename(partialPath, toFree: path)
    } catch {
      if error.isNameTaken {
        throw Self.isTaken(path, partialPath: partialPath)
      }
      throw .output(error, name: path.printable)
    }
    try await end()
    Self.removePassingNames(of: path)
  }

  /// The error for a name that another file has.
  ///
  /// What an interrupted run has handed out is in the history: under another name everything would
  /// be minted again.
  private static func isTaken(_ path: String, partialPath: String) -> CommandFailure {
    .operational([
      Platform.nameExists(partialPath)
        ? """
        \(path.printable) exists, and \(partialPath.printable) holds an interrupted run; move \
        \(path.printable) away and run the same command again
        """ : "\(path.printable) exists; name another file"
    ])
  }

  /// Removes the passing names of a file that has its own.
  ///
  /// The note of the run goes last: while it is there, the other file is complete.
  static func removePassingNames(of path: String) {
    Platform.unlink("\(path).partial")
    Platform.unlink("\(path).run")
  }
}

extension Platform.Exposure {
  /// What is wrong with a file that is to hold passwords, and what to do.
  fileprivate var complaint: String {
    switch self {
    case .notAFile: "is not a file; remove it or name another file"
    case .foreignOwner: "belongs to another user; remove it or name another file"
    case .openToOthers(let permissions):
      "is accessible to other users (mode 0\(String(permissions, radix: 8))); run chmod 600 on it "
        + "if its contents can be trusted and kept, or name another file"
    }
  }
}

extension Span<UInt8> {
  fileprivate func starts(with bytes: [UInt8], at start: Int) -> Bool {
    guard start >= 0, bytes.count <= count - start else { return false }
    return bytes.indices.allSatisfy { self[start + $0] == bytes[$0] }
  }

  fileprivate func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    (start..<count).first { self[$0] == byte }
  }
}
