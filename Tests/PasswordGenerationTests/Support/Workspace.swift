import Randomness
import Testing

@testable import PasswordGeneration

/// Expects that nothing random is left in the workspace of a generator.
func expectWiped<Source: ByteSource & ~Copyable>(
  _ generator: borrowing Generator<Source>, at location: SourceLocation = #_sourceLocation
) {
  let isWiped = generator.drawer.isWiped
  #expect(isWiped, "the workspace is not wiped", sourceLocation: location)
}
