import ExactIntegers
import PasswordGeneration
import PasswordPolicy
import Randomness
import SecretMemory

/// Draws passwords from a ``CountSampler`` in memory that it wipes: the number of characters of
/// each class, then their order, then each character.
///
/// All orders are equally likely, and so are the characters of a class, so a password is as likely
/// as its counts. Which character of a class is drawn affects no branch and no memory access; the
/// class of each character does, as with ``AutomatonDrawer``.
@safe
struct CountDrawer: ~Copyable, @unchecked Sendable {
  // The pointers point into `memory`, which this value alone owns.
  let sampler: CountSampler
  private var memory: SecretBytes
  private var numbers: NumberStream
  /// The total of each node; those of leaves go down to 0 as a password is written.
  private let totals: UnsafeMutablePointer<Int32>

  init(_ sampler: CountSampler) throws(SecretMemoryError) {
    self.sampler = sampler
    let totalBytes = sampler.tree.nodes.count * MemoryLayout<Int32>.stride
    memory = try SecretBytes(count: NumberStream.blockBytes + totalBytes, protection: .wiped)
    let start = unsafe memory.unsafeMutableStart()
    numbers = unsafe NumberStream(memory: start)
    // A block of numbers is a multiple of the size of a total.
    unsafe totals = UnsafeMutableRawPointer(start + NumberStream.blockBytes)
      .bindMemory(to: Int32.self, capacity: sampler.tree.nodes.count)
  }

  /// The length of the longest password in bytes.
  private var maximumBytes: Int { sampler.lengths.lengths.last ?? 0 }

  /// Draws up to `count` passwords one after another, each followed by the terminator if there is
  /// one, while the longest possible password still fits.
  ///
  /// - Complexity: O(bytes made × classes).
  mutating func draw<Source: ByteSource & ~Copyable>(
    _ count: Int, terminator: UInt8?, into output: UnsafeMutableBufferPointer<UInt8>,
    from source: inout Source
  ) throws(ByteSourceError) -> (passwords: Int, bytes: Int) {
    let longest = maximumBytes + (terminator == nil ? 0 : 1)
    let count = min(count, output.count / max(1, longest))
    var bytes = 0
    // Two bytes for a class and two for a character, and four for the choice of each pair.
    numbers.wanted = min(
      NumberStream.blockBytes, count * 4 * (maximumBytes + sampler.tree.nodes.count))
    do {
      for _ in 0..<count {
        let length = try numbers.length(sampler.lengths, digits: sampler.digits, from: &source)
        try chooseTotals(length, from: &source)
        let line = unsafe UnsafeMutableBufferPointer(rebasing: output[bytes...])
        try unsafe arrange(length, into: line, from: &source)
        bytes += length
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

  /// Overwrites the random numbers of the last draw and its totals.
  private mutating func wipe() {
    let used = numbers.reset()
    unsafe memory.withUnsafeMutableBytes {
      unsafe UnsafeMutableRawBufferPointer(rebasing: $0[..<used]).wipe()
      unsafe UnsafeMutableRawBufferPointer(rebasing: $0[NumberStream.blockBytes...]).wipe()
    }
  }

  /// Draws the number of characters of each class.
  private mutating func chooseTotals<Source: ByteSource & ~Copyable>(
    _ length: Int, from source: inout Source
  ) throws(ByteSourceError) {
    let tree = sampler.tree
    unsafe totals[tree.nodes.count - 1] = Int32(length)
    for node in tree.nodes.indices.reversed() {
      guard case .pair(let left, let right) = tree.nodes[node].kind else { continue }
      let total = unsafe Int(totals[node])
      let row = sampler.rows[node]
      let index = total - tree.nodes[node].window.lowerBound
      let choice = try choose(
        Int(row[index])..<Int(row[index + 1]), left, right, total: total, from: &source)
      let own = tree.choices(left, right, total: total).lowerBound + choice
      unsafe totals[left] = Int32(own)
      unsafe totals[right] = Int32(total - own)
    }
  }

  private mutating func choose<Source: ByteSource & ~Copyable>(
    _ row: Range<Int>, _ left: Int, _ right: Int, total: Int, from source: inout Source
  ) throws(ByteSourceError) -> Int {
    if row.isEmpty { return 0 }
    let drawn = try numbers.leadingDigits(sampler.digits, from: &source)
    let thresholds = unsafe sampler.thresholds.start
    var below = 0
    var near = 0
    // A threshold is off by at most one.
    for index in row {
      let threshold = unsafe Int64(thresholds[index])
      below &+= threshold &+ 1 < Int64(drawn) ? 1 : 0
      near &+= abs(threshold &- Int64(drawn)) <= 1 ? 1 : 0
    }
    if near == 0 { return below }
    let parts = sampler.parts(left, right, total: total)
    return try numbers.choice(
      among: below..<below + near, of: parts, total: parts.reduce(0, +), drawn: drawn,
      digits: sampler.digits, from: &source)
  }

  /// Writes a password of the chosen characters in a uniformly random order.
  private mutating func arrange<Source: ByteSource & ~Copyable>(
    _ length: Int, into line: UnsafeMutableBufferPointer<UInt8>, from source: inout Source
  ) throws(ByteSourceError) {
    let leaves = unsafe sampler.leaves.start
    let codes = unsafe sampler.codes.start
    for position in 0..<length {
      // Each of the remaining characters is equally likely to be the next.
      let drawn = try Int32(numbers.next(below: UInt32(length - position), from: &source))
      var end: Int32 = 0
      var chosen = 0
      for leaf in 0..<sampler.leaves.count {
        unsafe end &+= totals[Int(leaves[leaf].node)]
        chosen &+= drawn >= end ? 1 : 0
      }
      let leaf = unsafe leaves[chosen]
      unsafe totals[Int(leaf.node)] &-= 1
      let place = try numbers.next(below: leaf.codeCount, from: &source)
      unsafe line[position] = AutomatonDrawer.select(
        UInt8(truncatingIfNeeded: place), of: codes + Int(leaf.firstCode),
        count: Int(leaf.codeCount))
    }
  }
}
