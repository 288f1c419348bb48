public import Passwright

/// The plain way to compliant passwords: drawing from a recipe, in bulk, and counting the draws
/// that comply.
public struct RejectionSampler: ~Copyable {
  private var generator: Generator<KeystreamByteSource>
  private let policy: CompiledPolicy
  private let length: Int
  private let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 14)

  /// Prepares draws of a recipe of one length.
  public init(_ recipe: PasswordRecipe, _ policy: CompiledPolicy) throws {
    generator = try Generator(recipe)
    length = generator.recipe.maximumBytes
    self.policy = policy
  }

  deinit { memory.deallocate() }

  /// Draws until `compliant` passwords comply, and at most a buffer's worth more; returns how many
  /// draws that took.
  public mutating func draw(_ compliant: Int) throws -> Int {
    var found = 0
    var draws = 0
    while found < compliant {
      var output = OutputSpan(buffer: memory, initializedCount: 0)
      draws += try generator.append(memory.count / (length + 1), to: &output)
      for start in stride(from: 0, to: output.count, by: length + 1)
      where policy.isCompliant(output.span.extracting(start..<start + length)) {
        found += 1
      }
      _ = output.finalize(for: memory)
    }
    return draws
  }
}
