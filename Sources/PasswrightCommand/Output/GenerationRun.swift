import Passwright
import Platform
import SecretMemory
import Synchronization

/// Draws passwords on several threads and writes them to one descriptor, in fixed memory.
///
/// Threads take a share of the count at a time, so that the total is exact and none waits for a
/// slower one. Each has a generator and buffers of its own; only the write of a whole buffer is
/// under a lock, so lines and records stay whole. Their order is of no meaning.
final class GenerationRun: Sendable {
  /// Bytes of passwords to a share, and to a write.
  private static let shareBytes = 1 << 16

  private let recipe: CompiledRecipe
  private let layout: RecordLayout?
  /// How many passwords a thread takes at a time: as many as fit a buffer whatever their lengths.
  private let share: Int
  private let count: Int
  private let remaining: Mutex<Int>
  private let sink: Mutex<Sink>
  private let failure = Mutex<GeneratorError?>(nil)

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - recipe: what to draw.
  ///   - count: how many passwords.
  ///   - layout: the format; `nil`: one password a line.
  ///   - descriptor: where to write.
  init(recipe: CompiledRecipe, count: Int, layout: RecordLayout?, descriptor: Int32) {
    self.recipe = recipe
    self.layout = layout
    self.count = count
    share = max(1, Self.shareBytes / (recipe.maximumBytes + 1))
    remaining = Mutex(count)
    sink = Mutex(
      Sink(
        descriptor: descriptor, separatorBytes: layout?.separator.utf8.count ?? 0,
        progress: ProgressLine(total: count, output: descriptor)))
  }

  /// Draws and writes all passwords, and what the format puts around them.
  ///
  /// - Throws: the first error of any thread; the others stop at their next write.
  func run(threads: Int) throws(GeneratorError) {
    try write(layout?.header ?? "")
    let shares = count / share + (count % share == 0 ? 0 : 1)
    Platform.run(onThreads: min(threads, shares)) {
      do throws(GeneratorError) {
        try self.work()
      } catch {
        self.stop(error)
      }
    }
    sink.withLock { $0.progress?.erase() }
    if let failure = failure.withLock({ $0 }) { throw failure }
    try write(layout?.footer ?? "")
  }

  private func write(_ text: String) throws(GeneratorError) {
    try sink.withLock { sink throws(GeneratorError) in
      try unsafe Array(text.utf8).span.withUnsafeBytes { bytes throws(GeneratorError) in
        try unsafe sink.write(bytes)
      }
    }
  }
}

// MARK: - The work of a thread

extension GenerationRun {
  private func work() throws(GeneratorError) {
    var generator = try Generator(recipe)
    var lines = try PasswordBuffer(recipe: recipe)
    guard let layout else {
      while let count = try refill(&lines, from: &generator) { try writeLines(lines, count) }
      return
    }
    var records: RecordBuffer
    do {
      records = try RecordBuffer(layout: layout, maximumBytes: recipe.maximumBytes)
    } catch {
      throw .source(.unavailable(error))
    }
    while let count = try refill(&lines, from: &generator) {
      try writeRecords(lines, count, through: &records)
    }
  }

  /// Draws a share; `nil` when none is left.
  private func refill(
    _ lines: inout PasswordBuffer, from generator: inout Generator<KeystreamByteSource>
  ) throws(GeneratorError) -> Int? {
    let count = remaining.withLock { remaining in
      let count = min(share, remaining)
      remaining -= count
      return count
    }
    guard count > 0 else { return nil }
    let drawn = try lines.refill(count, terminator: UInt8(ascii: "\n"), from: &generator)
    precondition(drawn == count, "a share must fit the buffer")
    return drawn
  }

  private func writeLines(_ lines: borrowing PasswordBuffer, _ count: Int) throws(GeneratorError) {
    try unsafe lines.withUnsafeBytes { bytes throws(GeneratorError) in
      try sink.withLock { sink throws(GeneratorError) in
        try unsafe sink.write(bytes)
        sink.progress?.advance(by: count)
      }
    }
  }

  private func writeRecords(
    _ lines: borrowing PasswordBuffer, _ count: Int, through records: inout RecordBuffer
  ) throws(GeneratorError) {
    try unsafe lines.withUnsafeBytes { bytes throws(GeneratorError) in
      let lines = unsafe Span<UInt8>(_unsafeBytes: bytes)
      var offset = 0
      while offset < lines.count {
        offset = records.refill(from: lines, at: offset)
        try sink.withLock { sink throws(GeneratorError) in try sink.write(records) }
      }
    }
    sink.withLock { $0.progress?.advance(by: count) }
  }

  private func stop(_ error: GeneratorError) {
    failure.withLock { if $0 == nil { $0 = error } }
    remaining.withLock { $0 = 0 }
  }
}

// MARK: - The one descriptor

extension GenerationRun {
  /// The descriptor and what is known of the bytes written to it.
  private struct Sink {
    let descriptor: Int32
    let separatorBytes: Int
    var progress: ProgressLine?
    private var hasRecords = false

    init(descriptor: Int32, separatorBytes: Int, progress: ProgressLine?) {
      self.descriptor = descriptor
      self.separatorBytes = separatorBytes
      self.progress = progress
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(GeneratorError) {
      do {
        try unsafe Platform.write(bytes, to: descriptor)
      } catch {
        throw .output(error)
      }
    }

    /// Writes records, of which the first of all has no separator before it.
    mutating func write(_ records: borrowing RecordBuffer) throws(GeneratorError) {
      try unsafe records.withUnsafeBytes(dropping: hasRecords ? 0 : separatorBytes) {
        bytes throws(GeneratorError) in try unsafe write(bytes)
      }
      hasRecords = true
    }
  }
}
