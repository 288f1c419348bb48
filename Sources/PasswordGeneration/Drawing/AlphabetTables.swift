/// Turns blocks of uniform bytes into indices, characters and class masks of an alphabet.
///
/// A draw `v` of *b* bits becomes the index `v·W >> b`, where `W` is the total weight, and is drawn
/// again when the low *b* bits of `v·W` are below `2ᵇ mod W`: every index is then equally likely
/// (D. Lemire, ACM TOMACS 29(1), 2019). Rejections reveal nothing about the draws that are kept.
struct AlphabetTables: Sendable {
  enum Draw: Sendable {
    /// One character: nothing to draw.
    case constant
    /// One byte per draw; the index is that of a character.
    case byte(count: UInt16)
    /// Two bytes per draw; the index is one of `total` shares, spread over characters by weight.
    case weighted(total: UInt32, ordinary: SharedWeight, special: SharedWeight)
  }

  let draw: Draw
  /// Faster kernels, if this processor has them.
  let kernels: VectorKernels?
  private let characters: StepTable
  private let masks: StepTable

  /// Makes the tables of an alphabet; without kernels the portable code does all the work.
  init(_ alphabet: Alphabet, kernels: KernelSet? = .best) {
    self.kernels =
      alphabet.count > 1 ? kernels.map { VectorKernels(alphabet, kernels: $0) } : nil
    characters = StepTable(values: alphabet.codes, rises: true)
    masks = StepTable(values: alphabet.masks, rises: false)
    if alphabet.count <= 1 {
      draw = .constant
    } else if alphabet.isUniform {
      draw = .byte(count: UInt16(alphabet.count))
    } else {
      let ordinaryShares = UInt32(alphabet.ordinaryCount * alphabet.ordinaryWeight)
      draw = .weighted(
        total: UInt32(alphabet.totalWeight),
        ordinary: SharedWeight(weight: alphabet.ordinaryWeight, firstShare: 0, firstIndex: 0),
        special: SharedWeight(
          weight: alphabet.specialWeight, firstShare: ordinaryShares,
          firstIndex: UInt32(alphabet.ordinaryCount)))
    }
  }

  /// Characters of equal weight: share `s` belongs to index `firstIndex + (s − firstShare)/weight`.
  struct SharedWeight: Sendable {
    let weight: UInt16
    let firstShare: UInt32
    let firstIndex: UInt32
    /// ⌈2²⁸/weight⌉.
    ///
    /// For `s < 2¹⁴` and weights below 2¹⁴, `s·multiplier >> 28` is `s/weight` exactly: the excess
    /// `s·(multiplier − 2²⁸/weight)` is below 2¹⁴, hence below 2²⁸/weight. With 95 characters there
    /// are at most 7·47·48 = 15,792 shares, and weights are at most 6·94 = 564.
    let multiplier: UInt64

    init(weight: Int, firstShare: UInt32, firstIndex: UInt32) {
      precondition(weight > 0 && weight < 1 << 14, "a weight is below 2^14")
      self.weight = UInt16(weight)
      self.firstShare = firstShare
      self.firstIndex = firstIndex
      multiplier = ((1 << 28) + UInt64(weight) - 1) / UInt64(weight)
    }

    func index(ofShare share: UInt32) -> UInt32 {
      firstIndex &+ UInt32(truncatingIfNeeded: (UInt64(share &- firstShare) &* multiplier) >> 28)
    }
  }

  /// The expected number of random bytes per character: about 1.15 for 74 characters.
  var bytesPerCharacter: Double {
    switch draw {
    case .constant: 0
    case .byte(let count): 256 / Double(256 - 256 % count)
    case .weighted(let total, _, _): 2 * 65536 / Double(65536 - 65536 % total)
    }
  }

  /// The number of random bytes per draw.
  var bytesPerDraw: Int {
    switch draw {
    case .constant: 0
    case .byte: 1
    case .weighted: 2
    }
  }

  /// Maps random bytes to characters, overwriting `random`.
  ///
  /// - Parameters:
  ///   - random: uniform bytes; overwritten with indices, which are just as secret.
  ///   - count: the number of random bytes, a multiple of ``bytesPerDraw``; with a constant
  ///     alphabet, the number of characters to make.
  ///   - characterOutput: room for `count / bytesPerDraw` characters.
  ///   - maskOutput: room for as many masks. The portable code, which has the indices at hand,
  ///     makes them here, and the kernels in ``classify(_:count:into:)``.
  /// - Returns: the number of characters.
  func map(
    _ random: UnsafeMutablePointer<UInt8>, count: Int,
    characters characterOutput: UnsafeMutablePointer<UInt8>,
    masks maskOutput: UnsafeMutablePointer<UInt8>
  ) -> Int {
    if let kernels {
      switch draw {
      case .constant: return 0
      case .byte:
        return unsafe kernels.map(random, count: count, characters: characterOutput)
      case .weighted(let total, let ordinary, let special):
        return unsafe kernels.mapWeighted(
          random, count: count / 2, total: total, ordinary: ordinary, special: special,
          characters: characterOutput)
      }
    }
    let accepted: Int
    switch draw {
    case .constant:
      unsafe random.update(repeating: 0, count: count)
      accepted = count
    case .byte(let alphabetCount):
      accepted = unsafe Self.drawIndices(
        random, count: count, alphabetCount: alphabetCount, keep: maskOutput)
    case .weighted(let total, let ordinary, let special):
      accepted = unsafe Self.drawWeightedIndices(
        random, count: count / 2, total: total, ordinary: ordinary, special: special,
        keep: maskOutput)
    }
    unsafe characters.map(random, count: accepted, into: characterOutput)
    unsafe masks.map(random, count: accepted, into: maskOutput)
    return accepted
  }

  /// Makes the masks of characters, unless ``map(_:count:characters:masks:)`` has made them.
  func classify(
    _ characters: UnsafePointer<UInt8>, count: Int, into masks: UnsafeMutablePointer<UInt8>
  ) {
    unsafe kernels?.classify(characters, count: count, into: masks)
  }

  /// Turns bytes into indices in place; returns how many there are.
  ///
  /// `keep` is scratch space: 1 for a draw that is kept, 0 for one that is rejected.
  private static func drawIndices(
    _ bytes: UnsafeMutablePointer<UInt8>, count: Int, alphabetCount: UInt16,
    keep: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let threshold = UInt8(256 % alphabetCount)
    if threshold == 0 {
      for i in 0..<count {
        unsafe bytes[i] = UInt8(truncatingIfNeeded: (UInt16(bytes[i]) &* alphabetCount) >> 8)
      }
      return count
    }
    for i in 0..<count {
      let product = unsafe UInt16(bytes[i]) &* alphabetCount
      unsafe bytes[i] = UInt8(truncatingIfNeeded: product >> 8)
      unsafe keep[i] = UInt8(truncatingIfNeeded: product) >= threshold ? 1 : 0
    }
    var accepted = 0
    for i in 0..<count {
      unsafe bytes[accepted] = bytes[i]
      unsafe accepted &+= Int(keep[i])
    }
    return accepted
  }

  private static func drawWeightedIndices(
    _ bytes: UnsafeMutablePointer<UInt8>, count: Int, total: UInt32, ordinary: SharedWeight,
    special: SharedWeight, keep: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let threshold = UInt16(65536 % total)
    let raw = UnsafeMutableRawPointer(bytes)
    // Index i is written to byte i after the draw at bytes 2i and 2i + 1 has been read.
    for i in 0..<count {
      let value = unsafe UInt32(raw.loadUnaligned(fromByteOffset: 2 &* i, as: UInt16.self))
      let product = value &* total
      let share = product >> 16
      let ofOrdinary = ordinary.index(ofShare: share)
      let ofSpecial = special.index(ofShare: share)
      let index = share < special.firstShare ? ofOrdinary : ofSpecial
      unsafe bytes[i] = UInt8(truncatingIfNeeded: index)
      unsafe keep[i] = UInt16(truncatingIfNeeded: product) >= threshold ? 1 : 0
    }
    var accepted = 0
    for i in 0..<count {
      unsafe bytes[accepted] = bytes[i]
      unsafe accepted &+= Int(keep[i])
    }
    return accepted
  }
}
