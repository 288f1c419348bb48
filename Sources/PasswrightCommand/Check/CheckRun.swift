import Passwright
import Platform
import SecretMemory
import Synchronization

/// Checks the lines of an input on several threads and writes a record for each, in their order and
/// in fixed memory.
///
/// A thread reads a chunk of lines under a lock, checks it, waits until the chunks before it are
/// written, and writes its own: there are never more chunks in progress than threads. One that
/// makes more records than its memory may hold waits earlier, and resumes in its turn.
final class CheckRun: Sendable {
  /// The bytes of records that a thread gathers before it waits for its turn.
  private static let recordBytes = 4 << 20
  private static let limit = CompiledPolicy.maximumBytes

  /// Where passwords are read from, and what ends them.
  struct Input {
    let descriptor: Int32
    let name: String
    /// Whether NUL ends a password; otherwise a line feed does, or a carriage return before one.
    let isNullTerminated: Bool

    var terminator: UInt8 { isNullTerminated ? 0 : UInt8(ascii: "\n") }
  }

  private let policy: CompiledPolicy
  private let context: PolicyContext?
  private let input: Input
  /// `nil`: no records.
  private let layout: CheckLayout?
  /// Lines of this many bytes may have been cut by the terminal that they come from.
  private let maximumLine: Int
  private let reader: Mutex<LineReader>
  private let turns = Turnstile()
  private let sink: Mutex<Sink>
  private let tally: Mutex<CheckTally>
  private let failure = Mutex<CommandFailure?>(nil)
  /// Whether nothing more need be checked: the answer is known, or cannot be given.
  private let isStopped = Atomic<Bool>(false)
  /// Whether the reader of the records has gone.
  ///
  /// Then only the status matters, which the first password that does not comply decides.
  private let isUnread = Atomic<Bool>(false)

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - policy: what to check by.
  ///   - context: whose passwords they are.
  ///   - input: where they come from.
  ///   - format: how records are written to standard output; `nil`: there are none.
  /// - Throws: ``CommandFailure/operational(_:)``.
  init(
    policy: CompiledPolicy, context: PolicyContext?, input: Input, format: CheckFormat?
  ) throws(CommandFailure) {
    self.policy = policy
    self.context = context
    self.input = input
    layout = format.map { CheckLayout($0) }
    maximumLine = Platform.isTerminal(input.descriptor) ? Platform.maximumTerminalLine : .max
    do {
      reader = Mutex(
        try LineReader(
          descriptor: input.descriptor, terminator: input.terminator, limit: Self.limit))
    } catch {
      throw .operational([error.description])
    }
    let progress = RunProgress(
      of: "password", totalBytes: Platform.bytesLeft(of: input.descriptor))
    sink = Mutex(
      Sink(progress: ProgressLine(progress, output: layout.map { _ in Platform.standardOutput })))
    tally = Mutex(CheckTally(policy))
  }

  /// Checks all lines.
  ///
  /// - Returns: the totals; of a part of the lines where the reader of the records has gone and a
  ///   password does not comply.
  /// - Throws: ``CommandFailure``; what was checked before a failed read is written all the same.
  func run(threads: Int) throws(CommandFailure) -> CheckTally {
    if let header = layout?.header { write(Array(header.utf8)) }
    Platform.run(onThreads: threads) {
      do throws(CommandFailure) {
        try self.work()
      } catch {
        self.stop(error)
      }
    }
    sink.withLock { $0.progress?.erase() }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return tally.withLock { $0 }
  }

  /// Whether all records have been read.
  var isRead: Bool { !isUnread.load(ordering: .relaxed) }
}

// MARK: - The work of a thread

extension CheckRun {
  private func work() throws(CommandFailure) {
    var buffer: SecretBytes
    do {
      buffer = try LineReader.makeBuffer(limit: Self.limit)
    } catch {
      throw .operational([error.description])
    }
    var own = CheckTally(policy)
    var records = layout.map { CheckRecords($0, rules: own.rules) }
    while !isDone(own), let chunk = try next(into: &buffer) {
      unsafe buffer.withUnsafeBytes { bytes in
        unsafe check(
          UnsafeRawBufferPointer(rebasing: bytes[chunk.range]), of: chunk, &own, &records)
      }
      turns.wait(for: chunk.number)
      write(records?.bytes ?? [], lines: chunk.lineCount, bytes: chunk.range.count)
      turns.pass()
      records?.removeAll()
    }
    tally.withLock { $0.add(own) }
  }

  /// Whether the thread that has counted this need check no more.
  private func isDone(_ own: CheckTally) -> Bool {
    if isUnread.load(ordering: .relaxed) && own.failed > 0 {
      isStopped.store(true, ordering: .relaxed)
    }
    return isStopped.load(ordering: .relaxed)
  }

  private func next(into buffer: inout SecretBytes) throws(CommandFailure) -> LineReader.Chunk? {
    do {
      return try reader.withLock { reader throws(LineReader.Failure) in
        try reader.next(into: &buffer)
      }
    } catch {
      switch error {
      case .system(let error):
        throw .operational(["cannot read \(input.name): \(error.reason)"])
      case .unreadable(let error): throw .usage(["\(input.name): \(error)"])
      }
    }
  }

  private func check(
    _ lines: UnsafeRawBufferPointer, of chunk: LineReader.Chunk, _ tally: inout CheckTally,
    _ records: inout CheckRecords?
  ) {
    var start = 0
    for line in chunk.firstLine..<chunk.firstLine + chunk.lineCount {
      let rest = unsafe UnsafeRawBufferPointer(rebasing: lines[start...])
      let length = unsafe Platform.firstIndex(of: input.terminator, in: rest)
      var password = unsafe UnsafeRawBufferPointer(rebasing: rest[..<(length ?? rest.count)])
      start += password.count + 1
      if !input.isNullTerminated, length != nil, unsafe password.last == UInt8(ascii: "\r") {
        unsafe password = UnsafeRawBufferPointer(rebasing: password.dropLast())
      }
      guard password.count < maximumLine else {
        stop(.operational([Self.cutLine(line)]))
        isStopped.store(true, ordering: .relaxed)
        return
      }
      check(unsafe Span<UInt8>(_unsafeBytes: password), line: line, &tally, &records)
      if let count = records?.bytes.count, count >= Self.recordBytes {
        turns.wait(for: chunk.number)
        write(records?.bytes ?? [])
        records?.removeAll()
      }
    }
  }

  private func check(
    _ password: Span<UInt8>, line: Int, _ tally: inout CheckTally, _ records: inout CheckRecords?
  ) {
    // Beyond the limit the password is incomplete, and is not checked any further.
    let isMeasured = records != nil && password.count <= Self.limit
    let strength = isMeasured ? policy.strength(of: password) : nil
    if policy.isCompliant(password, context: context) {
      tally.addCompliant()
      records?.append(line: line, strength: strength)
    } else {
      let broken = tally.add(breaking: policy.violations(of: password, context: context))
      records?.append(line: line, breaking: broken, strength: strength)
    }
  }

  private func write(_ records: [UInt8], lines: Int = 0, bytes: Int = 0) {
    guard !isStopped.load(ordering: .relaxed), isRead else { return }
    do throws(SystemError) {
      try sink.withLock { sink throws(SystemError) in
        try sink.write(records, lines: lines, bytes: bytes)
      }
    } catch  where error.isBrokenPipe {
      isUnread.store(true, ordering: .relaxed)
    } catch {
      isStopped.store(true, ordering: .relaxed)
      stop(.output(error, name: StandardOutput.name))
    }
  }

  private static func cutLine(_ line: Int) -> String {
    """
    line \(line.grouped) has as many bytes as a terminal delivers in one line, and may have been \
    truncated; write the passwords to a file, or pipe them
    """
  }

  /// Ends the run with a failure; what other threads have checked is written all the same.
  private func stop(_ failure: CommandFailure) {
    self.failure.withLock { if $0 == nil { $0 = failure } }
  }
}

// MARK: - Standard output

extension CheckRun {
  /// Standard output, and the progress of the run.
  private struct Sink {
    var progress: ProgressLine?

    /// Writes records; they complete some lines, which take some bytes of the input.
    mutating func write(_ records: [UInt8], lines: Int, bytes: Int) throws(SystemError) {
      try unsafe records.span.withUnsafeBytes { bytes throws(SystemError) in
        try unsafe Platform.write(bytes, to: Platform.standardOutput)
      }
      progress?.advance(by: lines, bytes: bytes)
    }
  }
}
