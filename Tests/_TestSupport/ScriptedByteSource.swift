package import Randomness

/// A byte source that gives exactly the bytes of a script and then fails.
///
/// ```swift
/// var source = ScriptedByteSource(draws: [0, 1 << 63])
/// try source.nextUInt64()  // 0
/// source.remainingBytes  // 8
/// ```
package struct ScriptedByteSource: ByteSource, Sendable {
  private var script: ArraySlice<UInt8>

  /// Makes a source of these bytes.
  package init(bytes: [UInt8]) {
    script = bytes[...]
  }

  /// Makes a source whose successive `nextUInt64()` are these.
  package init(draws: [UInt64]) {
    self.init(
      bytes: draws.flatMap { draw in
        // In the order of this machine's memory, as `nextUInt64()` reads them.
        unsafe withUnsafeBytes(of: draw) { unsafe Array($0) }
      })
  }

  /// The number of bytes of the script that have not been given out.
  package var remainingBytes: Int { script.count }

  /// Gives the next bytes of the script.
  ///
  /// - Throws: ``ByteSourceError/failed(reason:)`` when fewer remain than are asked for; these
  ///   then still remain.
  package mutating func fill(_ bytes: inout MutableSpan<UInt8>) throws(ByteSourceError) {
    guard bytes.count <= script.count else {
      throw .failed(reason: "the script has \(script.count) bytes left, not \(bytes.count)")
    }
    for index in bytes.indices { bytes[index] = script.removeFirst() }
  }
}
