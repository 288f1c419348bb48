import Randomness
import SecretMemory

extension Drawer {
  /// What a call of ``draw(_:terminator:into:capacity:from:)`` produced.
  struct Drawn {
    var passwords = 0
    var bytes = 0
  }

  /// Draws up to `count` passwords one after another, each followed by the terminator if there is
  /// one.
  ///
  /// It stops when the longest possible password no longer fits, whatever would be drawn next, so
  /// that the remaining room does not bias the lengths.
  ///
  /// - Complexity: O(bytes made); no heap allocation.
  mutating func draw<Source: ByteSource & ~Copyable>(
    _ count: Int, terminator: UInt8?, into output: UnsafeMutablePointer<UInt8>, capacity: Int,
    from source: inout Source
  ) throws(ByteSourceError) -> Drawn {
    let isPlain = recipe.phrase == nil && recipe.tables.pattern.isEmpty
    do {
      let drawn =
        isPlain
        ? try unsafe drawPlain(
          count, terminator: terminator, into: output, capacity: capacity, from: &source)
        : try unsafe drawComposed(
          count, terminator: terminator, into: output, capacity: capacity, from: &source)
      wipe()
      unsafe wipeRest(of: output, from: drawn.bytes, capacity: capacity)
      return drawn
    } catch {
      wipe()
      unsafe UnsafeMutableRawBufferPointer(start: output, count: capacity).wipe()
      throw error
    }
  }

  /// Overwrites what copies have left after the last password: parts of rejected candidates.
  private func wipeRest(of output: UnsafeMutablePointer<UInt8>, from end: Int, capacity: Int) {
    let count = min(capacity - end, recipe.maximumBytes + 1 + VectorKernels.slack)
    unsafe UnsafeMutableRawBufferPointer(start: output + end, count: count).wipe()
  }

  // MARK: Segments of one alphabet

  private mutating func drawPlain<Source: ByteSource & ~Copyable>(
    _ count: Int, terminator: UInt8?, into output: UnsafeMutablePointer<UInt8>, capacity: Int,
    from source: inout Source
  ) throws(ByteSourceError) -> Drawn {
    guard let plan = recipe.segment else { return Drawn() }
    let lengths = plan.lengths
    let longest = lengths.upperBound + (terminator == nil ? 0 : 1)
    let requiredMask = plan.requiredMask
    let random = unsafe self.random
    var stream = streams[0]
    defer { streams[0] = stream }
    var drawn = Drawn()
    // Nothing is drawn for passwords that do not fit.
    let shortest = lengths.lowerBound + (terminator == nil ? 0 : 1)
    let count = min(count, capacity / shortest)
    if let kernels = recipe.tables.alphabets[0].kernels, let terminator, lengths.count == 1 {
      while true {
        let room = (capacity &- drawn.bytes &- VectorKernels.slack) / longest
        let limit = min(count &- drawn.passwords, room)
        guard limit > 0 else { break }
        let made = try unsafe stream.cut(
          lengths.lowerBound, requiredMask: requiredMask, terminator: terminator, limit: limit,
          with: kernels, into: output + drawn.bytes, wanted: count &- drawn.passwords,
          random: random, from: &source)
        drawn.passwords &+= made
        drawn.bytes &+= made &* longest
      }
    }
    numbers.wanted =
      lengths.count == 1
      ? 0 : min(count, NumberStream.blockBytes) * NumberStream.drawBytes(below: lengths.count)
    while drawn.passwords < count && capacity &- drawn.bytes >= longest {
      let length =
        lengths.count == 1
        ? lengths.lowerBound
        : lengths.lowerBound + Int(try numbers.next(below: UInt32(lengths.count), from: &source))
      let start = try unsafe stream.next(
        length, requiredMask: requiredMask,
        wanted: (count &- drawn.passwords, lengths.upperBound), random: random, from: &source)
      unsafe copy(start, length, to: output + drawn.bytes, room: capacity &- drawn.bytes)
      drawn.bytes &+= length
      if let terminator {
        unsafe output[drawn.bytes] = terminator
        drawn.bytes &+= 1
      }
      drawn.passwords &+= 1
    }
    return drawn
  }

  // MARK: Patterns and phrases

  private mutating func drawComposed<Source: ByteSource & ~Copyable>(
    _ count: Int, terminator: UInt8?, into output: UnsafeMutablePointer<UInt8>, capacity: Int,
    from source: inout Source
  ) throws(ByteSourceError) -> Drawn {
    let longest = recipe.maximumBytes + (terminator == nil ? 0 : 1)
    var drawn = Drawn()
    numbers.wanted = min(count, NumberStream.blockBytes) * numberBytesPerPassword
    while drawn.passwords < count && capacity - drawn.bytes >= longest {
      let length = try drawLine(remaining: count - drawn.passwords, from: &source)
      unsafe (output + drawn.bytes).update(from: line, count: length)
      drawn.bytes += length
      if let terminator {
        unsafe output[drawn.bytes] = terminator
        drawn.bytes += 1
      }
      drawn.passwords += 1
    }
    return drawn
  }

  /// The approximate number of bytes that the words, the length and the place of a password take.
  private var numberBytesPerPassword: Int {
    let words = recipe.phrase.map { phrase in
      phrase.wordCount * NumberStream.drawBytes(below: recipe.tables.wordPlaces.count)
    }
    let ofSegment = recipe.segment.map { segment in
      2 * NumberStream.drawBytes(below: segment.lengths.upperBound)
    }
    return (words ?? 0) + (ofSegment ?? 0)
  }

  /// Makes one password at ``line``; returns its length in bytes.
  private mutating func drawLine<Source: ByteSource & ~Copyable>(
    remaining: Int, from source: inout Source
  ) throws(ByteSourceError) -> Int {
    guard let plan = recipe.segment else {
      return try drawPhrase(at: 0, from: &source)
    }
    let segment = try unsafe drawSegment(plan, remaining: remaining, from: &source)
    guard let start = segment.baseAddress else { return 0 }
    guard let phrase = recipe.phrase else {
      unsafe copy(start, segment.count, to: line, room: .max)
      return segment.count
    }
    let before = try numbers.charactersBefore(
      phrase.placement, of: segment.count, from: &source)
    unsafe copy(start, before, to: line, room: .max)
    var length = before
    if before > 0 { length = separate(at: length) }
    length = try drawPhrase(at: length, from: &source)
    let after = segment.count - before
    if after > 0 {
      length = separate(at: length)
      unsafe copy(start + before, after, to: line + length, room: .max)
      length += after
    }
    return length
  }

  /// Writes the separator at a position of the line; returns the position after it.
  private func separate(at position: Int) -> Int {
    guard let separator = recipe.phrase?.separator else { return position }
    unsafe line[position] = separator
    return position + 1
  }

  /// Writes words and separators at a position of the line; returns the position after them.
  ///
  /// Words are looked up by the number drawn: the cache lines touched depend on the words.
  private mutating func drawPhrase<Source: ByteSource & ~Copyable>(
    at start: Int, from source: inout Source
  ) throws(ByteSourceError) -> Int {
    guard let phrase = recipe.phrase else { return start }
    let line = unsafe self.line
    var position = start
    for word in 0..<phrase.wordCount {
      if word > 0, let separator = phrase.separator {
        unsafe line[position] = separator
        position += 1
      }
      let choice = try numbers.next(
        below: UInt32(recipe.tables.wordPlaces.count), from: &source)
      let place = recipe.tables.wordPlaces[Int(choice)]
      unsafe recipe.tables.wordText.withUnsafeBufferPointer { text in
        guard let base = text.baseAddress else { return }
        unsafe copy(
          base + Int(place.start), Int(place.count), to: line + position, room: .max)
      }
      position += Int(place.count)
    }
    return position
  }

  private mutating func drawSegment<Source: ByteSource & ~Copyable>(
    _ plan: SegmentPlan, remaining: Int, from source: inout Source
  ) throws(ByteSourceError) -> UnsafeBufferPointer<UInt8> {
    guard recipe.tables.pattern.isEmpty else {
      return try unsafe drawPattern(plan, remaining: remaining, from: &source)
    }
    let lengths = plan.lengths
    let length =
      lengths.lowerBound + Int(try numbers.next(below: UInt32(lengths.count), from: &source))
    let start = try unsafe streams[0].next(
      length, requiredMask: plan.requiredMask, wanted: (remaining, lengths.upperBound),
      random: random, from: &source)
    return unsafe UnsafeBufferPointer(start: start, count: length)
  }

  private mutating func drawPattern<Source: ByteSource & ~Copyable>(
    _ plan: SegmentPlan, remaining: Int, from source: inout Source
  ) throws(ByteSourceError) -> UnsafeBufferPointer<UInt8> {
    let segment = unsafe self.segment
    while true {
      var position = 0
      var mask: UInt8 = 0
      for run in recipe.tables.pattern {
        if run.alphabet < 0 {
          unsafe segment[position] = run.code
          mask |= run.mask
        } else {
          let drawn = try unsafe streams[run.alphabet].next(
            run.count, wanted: (remaining, run.count), random: random, from: &source)
          unsafe copy(drawn.characters, run.count, to: segment + position, room: .max)
          unsafe mask |= drawn.classes
        }
        position += run.count
      }
      if mask & plan.requiredMask == plan.requiredMask {
        return unsafe UnsafeBufferPointer(start: segment, count: position)
      }
    }
  }
}

/// Copies `count` bytes, 16 at a time: up to 15 bytes past the end are read, and are also written
/// where there is room for them.
///
/// Both sides have such slack in a ``Drawer``.
private func copy(
  _ source: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>, room: Int
) {
  let stride = DrawingTables.copyStride
  guard room &- count >= stride else {
    unsafe target.update(from: source, count: count)
    return
  }
  let from = unsafe UnsafeRawPointer(source)
  let to = UnsafeMutableRawPointer(target)
  var offset = 0
  while offset < count {
    unsafe to.storeBytes(
      of: from.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self),
      toByteOffset: offset, as: SIMD16<UInt8>.self)
    offset &+= stride
  }
}
