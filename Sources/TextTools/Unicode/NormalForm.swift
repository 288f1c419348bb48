internal import Platform

/// The two forms of a text under canonical equivalence (UAX #15).
package enum NormalForm: CaseIterable, Sendable {
  /// Composed: `é` is U+00E9.
  case composed
  /// Decomposed: `é` is U+0065 U+0301.
  case decomposed

  /// The maximum number of bytes of UTF-8 in a form for each byte of the text: 3.
  package static let maximumGrowth = 3

  /// Whether a text is already in both forms, as far as a quick check can show: all ASCII text is.
  @inline(__always)
  package static func isTrivial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    for index in 0..<text.count { all |= unsafe text[index] }
    return all < 0x80
  }

  /// Calls `body` with the form of a text, in memory that is wiped afterwards.
  ///
  /// Bytes that are not UTF-8 become U+FFFD.
  ///
  /// - Complexity: O(*n*), where *n* is the length of the text in bytes, however many combining
  ///   marks follow one another. The memory takes 16 bytes for each and comes from the heap for
  ///   long texts.
  package func with<Result>(
    _ text: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    // A byte that is not UTF-8 becomes one scalar, and every scalar has one byte or more.
    let capacity = text.count * CanonicalTables.maximumParts
    return unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2 * capacity) { memory in
      defer { unsafe Platform.wipe(UnsafeMutableRawBufferPointer(memory)) }
      var scalars = unsafe ScalarBuffer(
        scalars: UnsafeMutableBufferPointer(rebasing: memory[..<capacity]),
        spare: UnsafeMutableBufferPointer(rebasing: memory[capacity...]))
      unsafe scalars.decompose(text)
      if self == .composed { scalars.compose() }
      return unsafe scalars.withUTF8(capacity: Self.maximumGrowth * text.count, body)
    }
  }

  /// Returns the form of a text that is not secret.
  package func form(of text: String) -> String {
    var text = text
    return text.withUTF8 { text in
      if unsafe Self.isTrivial(text) { return unsafe String(decoding: text, as: UTF8.self) }
      return unsafe with(text) { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }
}

/// Scalars in memory that the owner wipes.
///
/// All indices read and written are below the number of scalars of the decomposition, for which
/// there is room.
@safe
private struct ScalarBuffer {
  private let scalars: UnsafeMutableBufferPointer<UInt32>
  /// As much memory again, for sorting marks.
  private let spare: UnsafeMutableBufferPointer<UInt32>
  private var count = 0

  init(scalars: UnsafeMutableBufferPointer<UInt32>, spare: UnsafeMutableBufferPointer<UInt32>) {
    unsafe self.scalars = unsafe scalars
    unsafe self.spare = unsafe spare
  }

  private static func combiningClass(_ scalar: UInt32) -> Int {
    guard scalar >= CanonicalTables.firstComposing, let scalar = Unicode.Scalar(scalar) else {
      return 0
    }
    return Int(scalar.properties.canonicalCombiningClass.rawValue)
  }

  // MARK: Decomposition

  mutating func decompose(_ text: UnsafeBufferPointer<UInt8>) {
    var iterator = unsafe text.makeIterator()
    var parser = Unicode.UTF8.ForwardParser()
    var markStart = 0
    while true {
      let scalar: UInt32
      switch unsafe parser.parseScalar(from: &iterator) {
      case .valid(let encoded): scalar = Unicode.UTF8.decode(encoded).value
      case .error: scalar = 0xFFFD
      case .emptyInput:
        sortMarks(from: markStart)
        return
      }
      CanonicalTables.forEachPart(of: scalar) { part in
        if Self.combiningClass(part) == 0 {
          sortMarks(from: markStart)
          markStart = count + 1
        }
        unsafe scalars[count] = part
        count += 1
      }
    }
  }

  /// Sorts the marks at the end by class, keeping the order of those with the same class.
  private mutating func sortMarks(from start: Int) {
    let marks = start..<max(start, count)
    let isSorted = zip(marks, marks.dropFirst()).allSatisfy {
      unsafe Self.combiningClass(scalars[$0]) <= Self.combiningClass(scalars[$1])
    }
    if isSorted { return }
    var places = [Int](repeating: 0, count: 257)
    for index in marks {
      unsafe places[Self.combiningClass(scalars[index]) + 1] += 1
      unsafe spare[index] = unsafe scalars[index]
    }
    for index in 1..<places.count { places[index] += places[index - 1] }
    for index in marks {
      let scalar = unsafe spare[index]
      let combiningClass = Self.combiningClass(scalar)
      unsafe scalars[start + places[combiningClass]] = scalar
      places[combiningClass] += 1
    }
  }

  // MARK: Composition

  /// Composes what was decomposed, in place.
  mutating func compose() {
    guard count > 0 else { return }
    var starter: Int?
    var lastClass = 0
    var end = 0
    for index in 0..<count {
      let scalar = unsafe scalars[index]
      let combiningClass = Self.combiningClass(scalar)
      if let starter {
        // A mark is blocked from the starter when it follows one of its own class or a higher one.
        let isAdjacent = end == starter + 1
        let isReached = isAdjacent || lastClass < combiningClass
        if isReached,
          let composed = unsafe CanonicalTables.composition(scalars[starter], scalar)
        {
          unsafe scalars[starter] = composed
          continue
        }
      }
      if combiningClass == 0 { starter = end }
      lastClass = combiningClass
      unsafe scalars[end] = scalar
      end += 1
    }
    count = end
  }

  // MARK: UTF-8

  func withUTF8<Result>(
    capacity: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { bytes in
      defer { unsafe Platform.wipe(UnsafeMutableRawBufferPointer(bytes)) }
      var byteCount = 0
      for index in 0..<count {
        guard let scalar = unsafe Unicode.Scalar(scalars[index]),
          let encoded = Unicode.UTF8.encode(scalar)
        else { continue }
        for byte in encoded {
          unsafe bytes[byteCount] = byte
          byteCount += 1
        }
      }
      return unsafe body(UnsafeBufferPointer(rebasing: bytes[..<byteCount]))
    }
  }
}
