import ExactIntegers
import PasswordGeneration
import PasswordPolicy
import Randomness
import SecretMemory

/// Draws passwords from an automaton in memory that it wipes.
///
/// Which character of a class is drawn affects no branch and no memory access. The class of each
/// character does: the automaton moves from state to state in memory, and an attacker who shares
/// the machine and watches its caches can observe that much. Words are looked up by the number
/// drawn, as they are without a policy.
@safe
struct AutomatonDrawer: ~Copyable, @unchecked Sendable {
  // The numbers point into `memory`, which this value alone owns.
  let sampler: AutomatonSampler
  private var memory: SecretBytes
  var numbers: NumberStream
  /// Memory for the indices of the words and for the segment, of a recipe with words.
  let words: UnsafeMutablePointer<Int32>
  let segment: UnsafeMutablePointer<UInt8>

  init(_ sampler: AutomatonSampler) throws(SecretMemoryError) {
    self.sampler = sampler
    let wordBytes = (sampler.phrase?.plan.wordCount ?? 0) * MemoryLayout<Int32>.stride
    let segmentBytes = sampler.phrase == nil ? 0 : sampler.maximumBytes
    memory = try SecretBytes(
      count: NumberStream.blockBytes + wordBytes + segmentBytes, protection: .wiped)
    let start = unsafe memory.unsafeMutableStart()
    numbers = unsafe NumberStream(memory: start)
    // A block of numbers is a multiple of the size of an index.
    unsafe words = UnsafeMutableRawPointer(start + NumberStream.blockBytes)
      .bindMemory(to: Int32.self, capacity: sampler.phrase?.plan.wordCount ?? 0)
    unsafe segment = start + NumberStream.blockBytes + wordBytes
  }

  /// The length of the longest password in bytes.
  var maximumBytes: Int { sampler.maximumBytes }

  /// Draws up to `count` passwords one after another, each followed by the terminator if there is
  /// one, while the longest possible password still fits.
  ///
  /// - Complexity: O(bytes made); no heap allocation except in about one draw in a billion.
  mutating func draw<Source: ByteSource & ~Copyable>(
    _ count: Int, terminator: UInt8?, into output: UnsafeMutableBufferPointer<UInt8>,
    from source: inout Source
  ) throws(ByteSourceError) -> (passwords: Int, bytes: Int) {
    let longest = maximumBytes + (terminator == nil ? 0 : 1)
    let count = min(count, output.count / max(1, longest))
    var bytes = 0
    // Four bytes for a choice and two for a character, for each character.
    numbers.wanted = min(NumberStream.blockBytes, count * 6 * maximumBytes)
    do {
      for _ in 0..<count {
        let length = try numbers.length(sampler.lengths, digits: sampler.digits, from: &source)
        let line = unsafe UnsafeMutableBufferPointer(rebasing: output[bytes...])
        if let phrase = sampler.phrase {
          bytes += try unsafe drawLine(length, phrase, into: line, from: &source)
        } else {
          _ = try unsafe drawSegment(length, into: line, from: &source)
          bytes += length
        }
        if let terminator {
          unsafe output[bytes] = terminator
          bytes += 1
        }
      }
      wipe()
      return (count, bytes)
    } catch {
      wipe()
      unsafe UnsafeMutableRawBufferPointer(output).wipe()
      throw error
    }
  }

  /// Overwrites the random numbers of the last draw, and its words and segment.
  private mutating func wipe() {
    let used = numbers.reset()
    unsafe memory.withUnsafeMutableBytes {
      unsafe UnsafeMutableRawBufferPointer(rebasing: $0[..<used]).wipe()
      unsafe UnsafeMutableRawBufferPointer(rebasing: $0[NumberStream.blockBytes...]).wipe()
    }
  }

  /// Draws a segment to the start of a line; returns the final state.
  mutating func drawSegment<Source: ByteSource & ~Copyable>(
    _ length: Int, into line: UnsafeMutableBufferPointer<UInt8>, from source: inout Source
  ) throws(ByteSourceError) -> Int {
    let sampler = sampler
    let steps = length &+ sampler.automaton.fixedSteps
    let layers = unsafe sampler.layers.start
    let rows = unsafe sampler.rows.start
    let edges = unsafe sampler.edges.start
    let codes = unsafe sampler.codes.start
    // Read here: through `self` each access would count a reference to the sampler.
    let thresholds = unsafe sampler.thresholds.start
    let digits = sampler.digits
    var state = PasswordAutomaton.start
    var place: UInt32 = 0
    for position in 0..<length {
      let remaining = steps &- position
      let row = unsafe rows[Int(layers[remaining &- 1]) &+ state]
      var choice = 0
      if row.thresholdCount > 0 {
        choice = try unsafe choose(
          from: row, thresholds, digits: digits, state, remaining: remaining, from: &source)
      }
      let edge = unsafe edges[Int(row.firstEdge) &+ choice]
      if edge.choice != .same {
        let drawn = try numbers.next(below: edge.alternatives, from: &source)
        // All places except the previous character's: those from it on move up by one.
        place = drawn &+ (edge.choice == .other && drawn >= place ? 1 : 0)
      }
      unsafe line[position] = Self.select(
        UInt8(truncatingIfNeeded: place), of: codes + Int(edge.first),
        count: Int(edge.codeCount))
      state = Int(edge.target)
    }
    return state
  }

  /// Chooses an edge of a row that has two or more.
  @inline(__always)
  mutating func choose<Source: ByteSource & ~Copyable>(
    from row: AutomatonSampler.Row, _ thresholds: UnsafePointer<UInt32>, digits: Int, _ state: Int,
    remaining: Int, from source: inout Source
  ) throws(ByteSourceError) -> Int {
    let drawn = try numbers.leadingDigits(digits, from: &source)
    let thresholds = unsafe thresholds + Int(row.firstThreshold)
    var below: Int32 = 0
    var ties: Int32 = 0
    for index in 0..<Int(row.thresholdCount) {
      let threshold = unsafe thresholds[index]
      below &+= threshold < drawn ? 1 : 0
      ties |= threshold == drawn ? 1 : 0
    }
    return ties == 0
      ? Int(below)
      : try settle(drawn, below: Int(below), row, state, remaining: remaining, from: &source)
  }

  /// Chooses an edge when some threshold begins with the digits drawn.
  private mutating func settle<Source: ByteSource & ~Copyable>(
    _ drawn: UInt32, below: Int, _ row: AutomatonSampler.Row, _ state: Int, remaining: Int,
    from source: inout Source
  ) throws(ByteSourceError) -> Int {
    let (parts, total) = sampler.parts(of: state, remaining: remaining)
    let thresholds = unsafe sampler.thresholds.start + Int(row.firstThreshold)
    // Equal thresholds are adjacent.
    var end = below
    while end < parts.count - 1, unsafe thresholds[end] == drawn { end += 1 }
    return try numbers.choice(
      among: below..<end, of: parts, total: total, drawn: drawn, digits: sampler.digits,
      from: &source)
  }

  /// Returns the character at a place of a class, without a branch or a memory access that depends
  /// on the place.
  @inline(__always)
  static func select(
    _ place: UInt8, of codes: UnsafePointer<UInt8>, count: Int
  ) -> UInt8 {
    typealias Bytes = SIMD16<UInt8>
    let bytes = unsafe UnsafeRawPointer(codes)
    var places = Bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    var found = Bytes(repeating: 0)
    var offset = 0
    while offset < count {
      let difference = places ^ Bytes(repeating: place)
      // For numbers below 128, (d − 1) & ~d has its highest bit set where d is 0.
      let signs = unsafe unsafeBitCast(
        (difference &- Bytes(repeating: 1)) & ~difference, to: SIMD16<Int8>.self)
      let mask = unsafe unsafeBitCast(signs &>> 7, to: Bytes.self)
      unsafe found |= bytes.loadUnaligned(fromByteOffset: offset, as: Bytes.self) & mask
      places &+= Bytes(repeating: 16)
      offset &+= AutomatonSampler.stride
    }
    let halves = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    var rest = halves[0] | halves[1]
    rest |= rest &>> 32
    rest |= rest &>> 16
    rest |= rest &>> 8
    return UInt8(truncatingIfNeeded: rest)
  }
}
