import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Every call to the operating system that the package makes, in one module.
package enum Platform {
  package static let standardInput: Int32 = 0
  package static let standardOutput: Int32 = 1
  package static let standardError: Int32 = 2
  static let brokenPipe = EPIPE

  package static func message(forErrorCode code: Int32) -> String {
    // strerror returns a NUL-terminated string that stays valid until the next call here;
    // it is copied at once.
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}

// MARK: - Processes and memory

extension Platform {
  package static var pageSize: Int { Int(sysconf(Int32(_SC_PAGESIZE))) }

  package static var processIdentifier: Int32 { getpid() }

  /// The number of processors that this process may run on.
  package static var activeProcessorCount: Int {
    max(1, allowedProcessorCount ?? Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// The number of processors that `taskset` and similar tools allow; `nil` where it is unknown.
  private static var allowedProcessorCount: Int? {
    #if os(Linux)
    // The mask is in hexadecimal, with commas; `sched_getaffinity` is not in the module map.
    let title = "Cpus_allowed:"
    guard let status = try? readFile("/proc/self/status", limit: 1 << 16),
      let line = status.split(separator: UInt8(ascii: "\n")).first(where: {
        $0.starts(with: title.utf8)
      })
    else { return nil }
    return line.dropFirst(title.utf8.count).reduce(0) { count, digit in
      count + (Character(Unicode.Scalar(digit)).hexDigitValue ?? 0).nonzeroBitCount
    }
    #else
    return nil
    #endif
  }

  /// Asks the kernel to give a forked child zeros instead of these pages.
  ///
  /// - Returns: whether the kernel does so (Linux 4.14 and later); elsewhere callers must compare
  ///   ``processIdentifier``.
  package static func wipeOnFork(_ pages: UnsafeMutableRawBufferPointer) -> Bool {
    #if os(Linux)
    let adviceWipeOnFork: Int32 = 18  // MADV_WIPEONFORK, absent from older headers
    return unsafe madvise(pages.baseAddress, pages.count, adviceWipeOnFork) == 0
    #else
    return false
    #endif
  }

  /// Seconds since an unspecified moment, which never go backwards.
  package static var monotonicSeconds: Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  package static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
    Glibc.exit(status)
    #elseif canImport(Musl)
    Musl.exit(status)
    #elseif canImport(Darwin)
    Darwin.exit(status)
    #endif
  }

  /// Ends the process without running exit handlers.
  package static func exitAtOnce(_ status: Int32) -> Never { _exit(status) }
}

// MARK: - Arithmetic

extension Platform {
  package static func log2(_ value: Double) -> Double {
    #if canImport(Glibc)
    Glibc.log2(value)
    #elseif canImport(Musl)
    Musl.log2(value)
    #elseif canImport(Darwin)
    Darwin.log2(value)
    #endif
  }

  package static func exp2(_ value: Double) -> Double {
    #if canImport(Glibc)
    Glibc.exp2(value)
    #elseif canImport(Musl)
    Musl.exp2(value)
    #elseif canImport(Darwin)
    Darwin.exp2(value)
    #endif
  }
}

// MARK: - Time

extension Platform {
  /// Whole seconds since 1970-01-01 00:00:00 UTC.
  package static var secondsSince1970: Int64 { Int64(time(nil)) }
}
