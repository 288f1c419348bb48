// A byte source that counts what is drawn from another.

// snippet.source
import Passwright

/// Passes on the system's random bytes and counts them.
struct CountingByteSource: ByteSource, ~Copyable {
  private(set) var byteCount = 0
  private var source: SystemByteSource

  init() throws(ByteSourceError) { source = try SystemByteSource() }

  mutating func fill(_ bytes: inout MutableSpan<UInt8>) throws(ByteSourceError) {
    try source.fill(&bytes)
    byteCount += bytes.count
  }
}
// snippet.end

// snippet.use
var generator = try Generator(
  CompiledRecipe(PasswordRecipe(length: 20)), source: CountingByteSource())
print(try generator.next().reveal())
// snippet.end
