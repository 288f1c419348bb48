import Benchmark
public import Passwright

/// A million passwords a measurement, into 64 KiB of memory, each followed by a line feed.
public func bulk(_ name: String, _ recipe: PasswordRecipe) {
  Benchmark(name, configuration: .draws) { benchmark in
    var generator = try Generator(recipe)
    let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 16)
    defer { memory.deallocate() }
    try benchmark.measure {
      var remaining = 1_000_000
      var bytes = 0
      while remaining > 0 {
        var output = OutputSpan(buffer: memory, initializedCount: 0)
        remaining -= try generator.append(remaining, to: &output)
        bytes += output.finalize(for: memory)
      }
      return bytes
    }
    try benchmark.measureRandomBits { try randomBitsPerBit(of: recipe) }
  }
}

/// A recipe of characters alone.
public func characters(
  _ length: ClosedRange<Int>, _ change: (inout CharacterRecipe) -> Void = { _ in }
) -> PasswordRecipe {
  var recipe = CharacterRecipe(length: length)
  change(&recipe)
  return PasswordRecipe(characters: recipe)
}

/// A recipe of words, alone or with a segment.
public func phrase(
  _ wordCount: Int, with segment: CharacterRecipe? = nil,
  _ change: (inout PhraseRecipe) -> Void = { _ in }
) -> PasswordRecipe {
  var recipe = PhraseRecipe(wordCount: wordCount)
  change(&recipe)
  return PasswordRecipe(characters: segment, phrase: recipe)
}
