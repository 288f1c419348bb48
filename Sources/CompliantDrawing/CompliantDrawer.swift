import PasswordGeneration
import Randomness
import SecretMemory

/// Draws passwords as a plan prescribes, by the plan's strategy.
struct CompliantDrawer: ~Copyable, Sendable {
  private var automaton: AutomatonDrawer?
  private var counts: CountDrawer?

  /// - Returns: `nil` where the recipe is drawn directly.
  init?(_ plan: CompliancePlan) throws(SecretMemoryError) {
    switch plan.sampler {
    case nil: return nil
    case .automaton(let sampler): automaton = try AutomatonDrawer(sampler)
    case .counts(let sampler): counts = try CountDrawer(sampler)
    }
  }

  /// Draws up to `count` passwords one after another, each followed by the terminator if there is
  /// one, while the longest possible password still fits.
  mutating func draw<Source: ByteSource & ~Copyable>(
    _ count: Int, terminator: UInt8?, into output: UnsafeMutableBufferPointer<UInt8>,
    from source: inout Source
  ) throws(ByteSourceError) -> (passwords: Int, bytes: Int) {
    let drawn = try unsafe automaton?.draw(
      count, terminator: terminator, into: output, from: &source)
    if let drawn { return drawn }
    return try unsafe counts?.draw(count, terminator: terminator, into: output, from: &source)
      ?? (0, 0)
  }
}
