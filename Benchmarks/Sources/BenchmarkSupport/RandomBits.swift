public import Passwright

/// The random bits that a generator draws for each bit of entropy of its passwords; the limit is 1.
public func randomBitsPerBit(of recipe: PasswordRecipe) throws -> Double {
  let compiled = try CompiledRecipe(recipe)
  let tally = Tally()
  var generator = try Generator(compiled, source: CountingByteSource(tally: tally))
  let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
  defer { memory.deallocate() }
  let passwords = 100_000
  var remaining = passwords
  while remaining > 0 {
    var output = OutputSpan(buffer: memory, initializedCount: 0)
    remaining -= try generator.append(remaining, to: &output)
    _ = output.finalize(for: memory)
  }
  return Double(8 * tally.bytes) / (Double(passwords) * compiled.entropy().shannonBits)
}

/// The random bits that are drawn for each bit of entropy of compliant passwords, by whichever way
/// the recipe takes.
public func randomBitsPerBit(of recipe: CompliantRecipe) throws -> Double {
  let tally = Tally()
  var generator = try CompliantGenerator(recipe, source: CountingByteSource(tally: tally))
  let passwords = 100_000
  try generator.write(passwords, to: NullDevice.descriptor)
  let chance = recipe.retriedRules.isEmpty ? nil : try recipe.estimatedChance()
  return Double(8 * tally.bytes) / (Double(passwords) * recipe.entropy(chance).shannonBits)
}

/// How many bytes a source was asked for.
private final class Tally {
  var bytes = 0
}

/// The keystream source, with a tally of the bytes asked for.
private struct CountingByteSource: ByteSource, ~Copyable {
  let tally: Tally
  private var source: KeystreamByteSource

  init(tally: Tally) throws(ByteSourceError) {
    self.tally = tally
    source = try KeystreamByteSource()
  }

  mutating func fill(_ bytes: inout MutableSpan<UInt8>) throws(ByteSourceError) {
    tally.bytes += bytes.count
    try source.fill(&bytes)
  }
}
