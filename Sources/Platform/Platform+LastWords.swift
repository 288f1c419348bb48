import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Platform {
  /// The address of the text, a C string, which a signal handler reads; 0 for none.
  private static let lastWords = Atomic<UInt>(0)

  /// Sets what is written to standard error when a signal ends the process, such as how to resume
  /// what it was doing; `nil` for nothing.
  ///
  /// ``prepareSignals()`` must have been called.
  package static func setLastWords(_ text: String?) {
    // A text is not freed, since a handler may be writing it. There is one per run.
    let copy = unsafe text.flatMap { unsafe strdup($0) }
    lastWords.store(UInt(bitPattern: copy), ordering: .sequentiallyConsistent)
  }

  /// Writes the text; safe in a signal handler once ``prepareSignals()`` was called.
  static func writeLastWords() {
    let address = lastWords.load(ordering: .sequentiallyConsistent)
    guard let text = unsafe UnsafePointer<CChar>(bitPattern: address) else { return }
    // One call: what a full terminal does not take is lost, and does not keep the process from ending.
    #if canImport(Glibc)
    _ = unsafe Glibc.write(standardError, text, strlen(text))
    #elseif canImport(Musl)
    _ = unsafe Musl.write(standardError, text, strlen(text))
    #else
    _ = unsafe Darwin.write(standardError, text, strlen(text))
    #endif
  }

  /// Initializes the variable that ``writeLastWords()`` reads.
  static func prepareLastWords() {
    _ = lastWords.load(ordering: .sequentiallyConsistent)
  }
}
