import Benchmark

/// `memcpy`, what moving the output alone would take.
public enum Copying {
  private static let blockBytes = 1 << 16
  nonisolated(unsafe) private static let source = UnsafeMutableRawPointer.allocate(
    byteCount: blockBytes, alignment: 64)
  nonisolated(unsafe) private static let destination = UnsafeMutableRawPointer.allocate(
    byteCount: blockBytes, alignment: 64)

  /// Copies a number of bytes, the same 64 KiB repeatedly.
  public static func copy(_ bytes: Int) {
    var remaining = bytes
    while remaining > 0 {
      let count = min(remaining, blockBytes)
      destination.copyMemory(from: source, byteCount: count)
      // Else all copies but the last could be left out.
      Benchmark.blackHole(destination)
      remaining -= count
    }
  }
}
