#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// Overwrites bytes with zeros, in a way that the compiler does not remove.
  package static func wipe(_ bytes: UnsafeMutableRawBufferPointer) {
    guard let start = bytes.baseAddress, bytes.count > 0 else { return }
    #if canImport(Darwin)
    _ = unsafe memset_s(start, bytes.count, 0, bytes.count)
    #else
    unsafe explicit_bzero(start, bytes.count)
    #endif
  }
}
