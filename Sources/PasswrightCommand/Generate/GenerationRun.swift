import Passwright
import Platform
import SecretMemory
import Synchronization

/// Draws passwords on several threads and writes them to one descriptor, in fixed memory.
///
/// Threads take a share of the count at a time, so that the total is exact and none waits for a
/// slower one. Each has a generator and buffers of its own; only the write of a whole buffer is
/// under a lock, so lines and records stay whole. Their order has no meaning.
final class GenerationRun: Sendable {
  /// Bytes of passwords per share, and per write.
  private static let shareBytes = 1 << 17

  private let recipe: CompiledRecipe
  private let compliance: (recipe: CompliantRecipe, retries: Int)?
  private let layout: RecordLayout?
  private let endsInNewline: Bool
  /// How many passwords a thread takes at a time: as many as fit a buffer whatever their lengths.
  private let share: Int
  private let count: Int
  private let descriptor: Int32
  private let remaining: Mutex<Int>
  private let sink: Mutex<Sink>
  private let failure = Mutex<DrawingError?>(nil)

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - recipe: what to draw.
  ///   - compliance: what passwords comply with, and how often each is retried until it does.
  ///   - count: how many passwords.
  ///   - layout: the format; `nil`: one password per line.
  ///   - endsInNewline: whether a line feed ends the password; others than one always have theirs.
  ///   - descriptor: where to write.
  init(
    recipe: CompiledRecipe, compliance: (recipe: CompliantRecipe, retries: Int)?, count: Int,
    layout: RecordLayout?, endsInNewline: Bool, descriptor: Int32
  ) {
    self.recipe = recipe
    self.compliance = compliance
    self.layout = layout
    self.endsInNewline = endsInNewline || count != 1
    self.count = count
    self.descriptor = descriptor
    share = max(1, Self.shareBytes / (recipe.maximumBytes + 1))
    remaining = Mutex(count)
    sink = Mutex(
      Sink(
        descriptor: descriptor, layout: layout,
        progress: ProgressLine(RunProgress(of: "password", total: count), output: descriptor)))
  }

  /// Draws and writes all passwords, and what the format puts around them.
  ///
  /// - Throws: the first error of any thread; the others stop at their next write. Before the first
  ///   password nothing has been written then, and after it what is written has its end.
  func run(threads: Int) throws(DrawingError) {
    let shares = count / share + (count % share == 0 ? 0 : 1)
    if shares > 1 { Platform.widenPipe(descriptor) }
    Platform.run(onThreads: min(threads, shares)) {
      do throws(DrawingError) {
        try self.work()
      } catch {
        self.stop(error)
      }
    }
    sink.withLock { $0.progress?.erase() }
    if let failure = failure.withLock({ $0 }) {
      // An output that accepts no more accepts no end either.
      try? sink.withLock { sink throws(DrawingError) in
        if sink.hasBegun { try sink.end() }
      }
      throw failure
    }
    try sink.withLock { sink throws(DrawingError) in
      try sink.begin()
      try sink.end()
    }
  }
}

// MARK: - The work of a thread

extension GenerationRun {
  private func work() throws(DrawingError) {
    if let compliance {
      var generator = try CompliantGenerator(compliance.recipe, retries: compliance.retries)
      try work(&generator)
    } else {
      var generator = try rethrowing(as: DrawingError.generator) { () throws(GeneratorError) in
        try Generator(recipe)
      }
      try work(&generator)
    }
  }

  private func work(_ lineSource: inout some LineSource & ~Copyable) throws(DrawingError) {
    var lines = try makeLines()
    guard let layout else {
      while let count = try refill(&lines, from: &lineSource) { try writeLines(lines, count) }
      return
    }
    var records = try makeRecords(layout)
    while let count = try refill(&lines, from: &lineSource) {
      try writeRecords(lines, count, through: &records)
    }
  }

  private func makeLines() throws(DrawingError) -> PasswordBuffer {
    do {
      return try PasswordBuffer(recipe: recipe, count: min(count, share))
    } catch {
      throw .generator(error)
    }
  }

  private func makeRecords(_ layout: RecordLayout) throws(DrawingError) -> RecordBuffer {
    do {
      return try RecordBuffer(layout: layout, maximumBytes: recipe.maximumBytes)
    } catch {
      throw .noMemory(error)
    }
  }

  /// Draws a share; `nil` when none is left.
  private func refill(
    _ lines: inout PasswordBuffer, from lineSource: inout some LineSource & ~Copyable
  ) throws(DrawingError) -> Int? {
    let count = remaining.withLock { remaining in
      let count = max(0, min(share, remaining))
      remaining -= count
      return count
    }
    guard count > 0 else { return nil }
    let drawn = try lineSource.refill(&lines, count: count)
    // What was refused is drawn by whoever comes next: this thread, if no other.
    if drawn < count { remaining.withLock { $0 += count - drawn } }
    return drawn
  }

  private func writeLines(_ lines: borrowing PasswordBuffer, _ count: Int) throws(DrawingError) {
    try unsafe lines.withUnsafeBytes { bytes throws(DrawingError) in
      try sink.withLock { sink throws(DrawingError) in
        let written = unsafe bytes.prefix(endsInNewline ? bytes.count : bytes.count - 1)
        try unsafe sink.write(UnsafeRawBufferPointer(rebasing: written))
        sink.progress?.advance(by: count)
      }
    }
  }

  private func writeRecords(
    _ lines: borrowing PasswordBuffer, _ count: Int, through records: inout RecordBuffer
  ) throws(DrawingError) {
    try unsafe lines.withUnsafeBytes { bytes throws(DrawingError) in
      let lines = unsafe Span<UInt8>(_unsafeBytes: bytes)
      var offset = 0
      while offset < lines.count {
        offset = records.refill(from: lines, at: offset)
        try sink.withLock { sink throws(DrawingError) in try sink.write(records) }
      }
    }
    sink.withLock { $0.progress?.advance(by: count) }
  }

  private func stop(_ error: DrawingError) {
    failure.withLock { if $0 == nil { $0 = error } }
    // So far down that what other threads give back leaves nothing to draw.
    remaining.withLock { $0 = .min / 2 }
  }
}

/// What draws the lines of a thread.
private protocol LineSource: ~Copyable {
  /// Replaces the contents of the buffer by up to `count` passwords; returns how many.
  mutating func refill(
    _ buffer: inout PasswordBuffer, count: Int
  ) throws(DrawingError) -> Int
}

extension CompliantGenerator: LineSource where Source == KeystreamByteSource {}

extension Generator: LineSource where Source == KeystreamByteSource {
  fileprivate mutating func refill(
    _ buffer: inout PasswordBuffer, count: Int
  ) throws(DrawingError) -> Int {
    do {
      return try buffer.refill(count, terminator: UInt8(ascii: "\n"), from: &self)
    } catch {
      throw .generator(error)
    }
  }
}

// MARK: - The one descriptor

extension GenerationRun {
  /// The descriptor, and what is known about the bytes written to it.
  private struct Sink {
    let descriptor: Int32
    let layout: RecordLayout?
    var progress: ProgressLine?
    /// Whether the text before all records has been written.
    private(set) var hasBegun = false

    init(descriptor: Int32, layout: RecordLayout?, progress: ProgressLine?) {
      self.descriptor = descriptor
      self.layout = layout
      self.progress = progress
    }

    /// Writes the text before all records, once.
    mutating func begin() throws(DrawingError) {
      guard !hasBegun else { return }
      hasBegun = true
      try write(layout?.header ?? "")
    }

    /// Writes the text after all records.
    func end() throws(DrawingError) { try write(layout?.footer ?? "") }

    private func write(_ text: String) throws(DrawingError) {
      try unsafe Array(text.utf8).span.withUnsafeBytes { bytes throws(DrawingError) in
        try unsafe write(bytes)
      }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(DrawingError) {
      do {
        try unsafe Platform.write(bytes, to: descriptor)
      } catch {
        throw .generator(.output(error))
      }
    }

    /// Writes records; the very first has no separator before it.
    mutating func write(_ records: borrowing RecordBuffer) throws(DrawingError) {
      let dropped = hasBegun ? 0 : layout?.separator.utf8.count ?? 0
      try begin()
      try unsafe records.withUnsafeBytes(dropping: dropped) {
        bytes throws(DrawingError) in try unsafe write(bytes)
      }
    }
  }
}
