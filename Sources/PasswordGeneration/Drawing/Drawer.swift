import Randomness
import SecretMemory

/// Draws the passwords of a compiled recipe in memory that it wipes.
///
/// Nothing random is kept from one call of ``draw(_:terminator:into:capacity:from:)`` to the next,
/// so a fork between calls cannot give two processes the same passwords.
@safe
struct Drawer: ~Copyable, @unchecked Sendable {
  // The pointers of the streams point into `memory`, which this value alone owns.
  let recipe: CompiledRecipe
  private var memory: SecretBytes
  private let base: UnsafeMutablePointer<UInt8>
  private let layout: Layout
  var streams: [CharacterStream] = []
  var numbers: NumberStream

  /// The layout of the memory.
  ///
  /// Copies run up to ``slack`` bytes past their end.
  private struct Layout {
    static let slack = 64
    static let line = 0
    let segment: Int
    let random: Int
    let numbers: Int
    let streams: Int
    let count: Int

    init(recipe: CompiledRecipe) {
      segment = Self.line + recipe.maximumBytes + Self.slack
      random = segment + CharacterRecipe.maximumLength + Self.slack
      numbers = random + CharacterStream.blockBytes
      streams = numbers + NumberStream.blockBytes
      count = streams + recipe.tables.alphabets.count * CharacterStream.memoryBytes + Self.slack
    }
  }

  init(recipe: CompiledRecipe) throws(SecretMemoryError) {
    self.recipe = recipe
    layout = Layout(recipe: recipe)
    memory = try SecretBytes(count: layout.count, protection: .wiped)
    unsafe base = memory.unsafeMutableStart()
    numbers = unsafe NumberStream(memory: base + layout.numbers)
    for (index, tables) in recipe.tables.alphabets.enumerated() {
      let start = layout.streams + index * CharacterStream.memoryBytes
      unsafe streams.append(CharacterStream(tables: tables, memory: base + start))
    }
  }

  /// Room for the line being made.
  var line: UnsafeMutablePointer<UInt8> { unsafe base + Layout.line }
  /// Room for the segment of a pattern.
  var segment: UnsafeMutablePointer<UInt8> { unsafe base + layout.segment }
  /// Room for a block of random bytes.
  var random: UnsafeMutablePointer<UInt8> { unsafe base + layout.random }

  /// Overwrites what the last draw left behind.
  mutating func wipe() {
    unsafe Self.wipe(base, layout.random)
    unsafe Self.wipe(base + layout.numbers, numbers.reset())
    var randomBytes = 0
    for index in streams.indices {
      let used = streams[index].reset()
      unsafe Self.wipe(streams[index].characters, used)
      unsafe Self.wipe(streams[index].masks, used)
      randomBytes = max(randomBytes, min(used, CharacterStream.blockBytes))
    }
    unsafe Self.wipe(random, randomBytes)
  }

  private static func wipe(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) {
    unsafe UnsafeMutableRawBufferPointer(start: start, count: count).wipe()
  }

  /// Whether every byte of the memory is zero.
  package var isWiped: Bool {
    unsafe memory.withUnsafeBytes { bytes in unsafe bytes.allSatisfy { $0 == 0 } }
  }
}
