import Randomness

/// Independent characters of one alphabet, mapped a block at a time.
///
/// The memory belongs to a ``Drawer``, which wipes it.
@safe
struct CharacterStream {
  /// The number of random bytes that are mapped at a time.
  static let blockBytes = 8192
  /// Room for the rest of a block, which is less than a segment, and for the next one.
  static let capacity = CharacterRecipe.maximumLength + blockBytes + 64
  /// The memory that a stream needs, for characters and masks.
  static let memoryBytes = 2 * capacity

  private let tables: AlphabetTables
  let characters: UnsafeMutablePointer<UInt8>
  let masks: UnsafeMutablePointer<UInt8>
  private(set) var position = 0
  private(set) var end = 0
  /// The end of the characters whose masks have been made.
  private var classified = 0
  /// The end of the memory that was written since it was last wiped.
  private(set) var used = 0

  /// Makes a stream in ``memoryBytes`` bytes of memory.
  init(tables: AlphabetTables, memory: UnsafeMutablePointer<UInt8>) {
    self.tables = tables
    unsafe characters = memory
    unsafe masks = memory + Self.capacity
  }

  private var available: Int { end &- position }

  /// Returns the next `count` characters that contain all required classes, drawn again from the
  /// start until they do.
  ///
  /// Valid until the next call.
  ///
  /// `wanted` is the number and length of the passwords that the caller still expects to draw;
  /// `random` is ``blockBytes`` bytes of memory.
  mutating func next<Source: ByteSource & ~Copyable>(
    _ count: Int, requiredMask: UInt8, wanted: (passwords: Int, length: Int),
    random: UnsafeMutablePointer<UInt8>, from source: inout Source
  ) throws(ByteSourceError) -> UnsafePointer<UInt8> {
    while true {
      if available < count {
        try unsafe refill(needed: count, wanted: wanted, random: random, from: &source)
      }
      let start = position
      position &+= count
      if requiredMask == 0
        || classes(from: start, count: count) & requiredMask == requiredMask
      {
        return unsafe UnsafePointer(characters + start)
      }
    }
  }

  /// Returns the next `count` characters and their classes, for a part of a pattern.
  mutating func next<Source: ByteSource & ~Copyable>(
    _ count: Int, wanted: (passwords: Int, length: Int), random: UnsafeMutablePointer<UInt8>,
    from source: inout Source
  ) throws(ByteSourceError) -> (characters: UnsafePointer<UInt8>, classes: UInt8) {
    let start = try unsafe next(
      count, requiredMask: 0, wanted: wanted, random: random, from: &source)
    return unsafe (start, classes(from: position &- count, count: count))
  }

  /// Cuts passwords of one length and a terminator into `output` with the vector kernels; it has
  /// room for `limit` of them and ``VectorKernels/slack`` more bytes.
  ///
  /// Examines one or more candidates and returns the number that complied, which may be 0. `wanted`
  /// is the number of passwords that the caller still expects to draw, as in
  /// ``next(_:requiredMask:wanted:random:from:)``: both ask the source for the same bytes.
  mutating func cut<Source: ByteSource & ~Copyable>(
    _ length: Int, requiredMask: UInt8, terminator: UInt8, limit: Int, with kernels: VectorKernels,
    into output: UnsafeMutablePointer<UInt8>, wanted: Int, random: UnsafeMutablePointer<UInt8>,
    from source: inout Source
  ) throws(ByteSourceError) -> Int {
    if available < length {
      try unsafe refill(needed: length, wanted: (wanted, length), random: random, from: &source)
    }
    let cut = unsafe kernels.cut(
      characters + position, available: available, length: length, requiredMask: requiredMask,
      terminator: terminator, into: output, limit: limit)
    position &+= cut.characters
    return cut.passwords
  }

  /// Returns the classes that occur in some characters: the bitwise OR of their masks.
  private mutating func classes(from start: Int, count: Int) -> UInt8 {
    if classified < end {
      unsafe tables.classify(
        characters + classified, count: end &- classified, into: masks + classified)
      classified = end
    }
    let bytes = unsafe UnsafeRawPointer(masks + start)
    var found: UInt64
    if count >= 16 {
      // The last 16 may overlap those before: seeing a mask twice makes no difference.
      var vector = unsafe bytes.loadUnaligned(fromByteOffset: count &- 16, as: SIMD2<UInt64>.self)
      var offset = 0
      while offset &+ 16 < count {
        unsafe vector |= bytes.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
        offset &+= 16
      }
      found = vector[0] | vector[1]
    } else if count >= 8 {
      found =
        unsafe bytes.loadUnaligned(as: UInt64.self)
        | bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    } else {
      // The masks are the low bytes; `capacity` leaves room to read past them.
      found = unsafe UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
      found &= (1 &<< UInt64(8 &* count)) &- 1
    }
    found |= found &>> 32
    found |= found &>> 16
    found |= found &>> 8
    return UInt8(truncatingIfNeeded: found)
  }

  /// Makes `needed` or more characters available, and up to a block more if they are wanted.
  private mutating func refill<Source: ByteSource & ~Copyable>(
    needed: Int, wanted: (passwords: Int, length: Int), random: UnsafeMutablePointer<UInt8>,
    from source: inout Source
  ) throws(ByteSourceError) {
    let rest = available
    unsafe characters.update(from: characters + position, count: rest)
    unsafe masks.update(from: masks + position, count: rest)
    classified = max(0, classified &- position)
    position = 0
    end = rest
    while end < needed {
      let hoped = Double(wanted.passwords) * Double(wanted.length)
      let missing = max(Double(needed), hoped) - Double(end)
      let count: Int
      if case .constant = tables.draw {
        count = Int(min(Double(Self.blockBytes), missing))
        used = max(used, end + count + VectorKernels.slack)
      } else {
        // A few more than expected, so that a small draw rarely needs a second round.
        let bytes = min(Double(Self.blockBytes), missing * tables.bytesPerCharacter * 1.05 + 16)
        count = Int(bytes) & ~1
        used = max(used, end + count + VectorKernels.slack)
        var span = unsafe MutableSpan(
          _unsafeElements: UnsafeMutableBufferPointer(start: random, count: count))
        try source.fill(&span)
      }
      end += unsafe tables.map(
        random, count: count, characters: characters + end, masks: masks + end)
    }
  }

  /// Forgets everything; returns how many bytes of each half contain secrets.
  mutating func reset() -> Int {
    defer {
      position = 0
      end = 0
      classified = 0
      used = 0
    }
    return min(used, Self.capacity)
  }
}
