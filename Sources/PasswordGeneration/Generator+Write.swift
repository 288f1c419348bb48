package import Platform
package import Randomness
import SecretMemory

extension Generator where Source: ~Copyable {
  /// Draws `count` passwords and writes them to a file descriptor, each followed by the terminator,
  /// in constant memory.
  ///
  /// - Parameters:
  ///   - count: the number of passwords, 0 or more.
  ///   - descriptor: an open file, pipe or socket. `write(2)` is called several times, each time
  ///     with whole passwords.
  ///   - terminator: the byte after each password, a line feed by default.
  /// - Throws: ``GeneratorError/source(_:)``, or ``GeneratorError/output(_:)``, for instance when
  ///   the reader of a pipe is gone (`SystemError.isBrokenPipe`, for which the process must ignore
  ///   `SIGPIPE`) or the disk is full.
  /// - Complexity: O(bytes written); at most about 128 KiB of memory, whatever the count.
  public mutating func write(
    _ count: Int, to descriptor: Int32, terminator: UInt8 = UInt8(ascii: "\n")
  ) throws(GeneratorError) {
    precondition(count >= 0, "write: a negative count")
    var buffer = try PasswordBuffer(recipe: recipe, count: count)
    var remaining = count
    while remaining > 0 {
      remaining -= try buffer.refill(remaining, terminator: terminator, from: &self)
      do {
        try buffer.write(to: descriptor)
      } catch {
        throw .output(error)
      }
    }
  }
}

/// Memory for a block of passwords to be written; wiped at the end.
package struct PasswordBuffer: ~Copyable, Sendable {
  /// Large writes wake the reader of a pipe less often.
  private static let blockBytes = 1 << 17
  private var memory: SecretBytes
  private var used = 0

  /// Makes an empty buffer with room for one or more passwords of the recipe, and for no more than
  /// `count`.
  package init(recipe: CompiledRecipe, count: Int = .max) throws(GeneratorError) {
    let line = recipe.maximumBytes + 1
    do {
      let lines = max(1, min(count, Self.blockBytes / line))
      memory = try SecretBytes(count: lines * line, protection: .wiped)
    } catch {
      throw .noMemory(error)
    }
  }

  /// Replaces the contents with up to `count` new passwords; returns how many.
  package mutating func refill<Source: ByteSource & ~Copyable>(
    _ count: Int, terminator: UInt8, from generator: inout Generator<Source>
  ) throws(GeneratorError) -> Int {
    try unsafe refill { memory throws(ByteSourceError) in
      guard let start = memory.baseAddress else { return (0, 0) }
      let drawn = try unsafe generator.drawer.draw(
        count, terminator: terminator, into: start, capacity: memory.count,
        from: &generator.source)
      return (drawn.passwords, drawn.bytes)
    }
  }

  /// Replaces the contents with passwords that `draw` makes; returns how many.
  package mutating func refill(
    _ draw: (UnsafeMutableBufferPointer<UInt8>) throws(ByteSourceError)
      -> (passwords: Int, bytes: Int)
  ) throws(GeneratorError) -> Int {
    used = 0
    do {
      let count = memory.count
      let drawn = try unsafe draw(
        UnsafeMutableBufferPointer(start: memory.unsafeMutableStart(), count: count))
      used = drawn.bytes
      return drawn.passwords
    } catch {
      throw .source(error)
    }
  }

  /// Keeps the passwords that meet a condition, in order, and overwrites the others.
  ///
  /// - Parameters:
  ///   - terminator: the byte after each password.
  ///   - isKept: receives the contents and the range of a password in them; everything after that
  ///     range is as it was drawn.
  /// - Returns: the number of passwords left.
  package mutating func filter(
    terminator: UInt8, _ isKept: (Span<UInt8>, Range<Int>) -> Bool
  ) -> Int {
    var kept = 0
    let end = used
    used = unsafe memory.withUnsafeMutableBytes { memory in
      let contents = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[..<end])
      let block = unsafe Span<UInt8>(_unsafeBytes: UnsafeRawBufferPointer(contents))
      var target = 0
      var start = 0
      while start < end {
        var stop = start
        while block[stop] != terminator { stop += 1 }
        if isKept(block, start..<stop) {
          kept += 1
          let count = stop + 1 - start
          let line = unsafe UnsafeRawBufferPointer(rebasing: contents[start..<start + count])
          // Overlapping moves are copied in the right order.
          unsafe UnsafeMutableRawBufferPointer(rebasing: contents[target...]).copyMemory(from: line)
          target += count
        }
        start = stop + 1
      }
      unsafe UnsafeMutableRawBufferPointer(rebasing: contents[target...]).wipe()
      return target
    }
    return kept
  }

  /// Overwrites the contents.
  package mutating func wipe() {
    unsafe memory.withUnsafeMutableBytes {
      unsafe UnsafeMutableRawBufferPointer(rebasing: $0[..<used]).wipe()
    }
    used = 0
  }

  /// The passwords and terminators in the buffer.
  package func withUnsafeBytes<Result, Failure>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe memory.withUnsafeBytes { bytes throws(Failure) in
      try unsafe body(UnsafeRawBufferPointer(rebasing: bytes[..<used]))
    }
  }

  /// All of the memory, without the contents that were wiped.
  package func withUnsafeMemory<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    unsafe memory.withUnsafeBytes(body)
  }

  /// Writes the contents to a file descriptor.
  package func write(to descriptor: Int32) throws(SystemError) {
    try unsafe withUnsafeBytes { bytes throws(SystemError) in
      try unsafe Platform.write(bytes, to: descriptor)
    }
  }
}
