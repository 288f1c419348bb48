import Platform
public import Randomness
import SecretMemory
public import Wordlists

/// A compiled recipe bound to a source of random bytes, which generates passwords.
///
/// ```swift
/// var generator = try Generator(PasswordRecipe(length: 20))
/// print(try generator.next().reveal())
/// ```
/// The same code makes one password or a million: it draws random bytes in blocks, maps them to
/// characters block by block, and cuts passwords out of the blocks. Before a call returns, it wipes
/// everything that it has drawn and not returned.
///
/// Mapping a draw to a character neither branches on the draw nor accesses memory by it. Words are
/// looked up: the cache lines touched depend on the words. The time that a call takes reveals how
/// many candidates were rejected, and the lengths drawn.
public struct Generator<Source: ByteSource & ~Copyable>: ~Copyable {
  /// The recipe drawn from.
  public let recipe: CompiledRecipe
  package var source: Source
  var drawer: Drawer

  /// Binds a recipe to a source.
  ///
  /// - Throws: ``GeneratorError/source(_:)`` when memory for drawing cannot be allocated.
  public init(_ recipe: CompiledRecipe, source: consuming Source) throws(GeneratorError) {
    self.recipe = recipe
    self.source = source
    do {
      drawer = try Drawer(recipe: recipe)
    } catch {
      throw .noMemory(error)
    }
  }

  /// Draws one password.
  ///
  /// - Throws: ``GeneratorError/source(_:)``.
  /// - Complexity: O(bytes of the password), a few hundred nanoseconds; for many passwords
  ///   ``append(_:to:terminator:)`` is about ten times faster.
  public mutating func next() throws(GeneratorError) -> Password {
    var line = try rethrowing(as: GeneratorError.noMemory) { () throws(SecretMemoryError) in
      try SecretBytes(count: recipe.maximumBytes, protection: .wiped)
    }
    let drawn = try rethrowing(as: GeneratorError.source) { () throws(ByteSourceError) in
      try unsafe drawer.draw(
        1, terminator: nil, into: line.unsafeMutableStart(), capacity: line.count, from: &source)
    }
    return Password(line, count: drawn.bytes)
  }

  /// Draws up to `count` passwords into the caller's memory, each followed by the terminator if
  /// there is one.
  ///
  /// It stops when the longest possible password and terminator would not fit into the rest.
  ///
  /// ```swift
  /// let lines = try [UInt8](capacity: 4096) { output throws(GeneratorError) in
  ///   try generator.append(100, to: &output)
  /// }
  /// ```
  /// - Parameters:
  ///   - count: the number of passwords.
  ///   - output: the span to append to. The caller is responsible for wiping it.
  ///   - terminator: the byte after each password, a line feed by default.
  /// - Returns: the number of passwords appended.
  /// - Throws: ``GeneratorError/source(_:)``; then nothing is appended.
  /// - Complexity: O(bytes appended); no heap allocation.
  @discardableResult
  public mutating func append(
    _ count: Int, to output: inout OutputSpan<UInt8>, terminator: UInt8? = UInt8(ascii: "\n")
  ) throws(GeneratorError) -> Int {
    precondition(count >= 0, "append: a negative count")
    do {
      return try unsafe output.withUnsafeMutableBufferPointer {
        buffer, initialized throws(ByteSourceError) in
        guard let start = buffer.baseAddress else { return 0 }
        let drawn = try unsafe drawer.draw(
          count, terminator: terminator, into: start + initialized,
          capacity: buffer.count - initialized, from: &source)
        initialized += drawn.bytes
        return drawn.passwords
      }
    } catch {
      throw .source(error)
    }
  }
}

extension Generator where Source == KeystreamByteSource {
  /// Compiles a recipe and binds it to a new `KeystreamByteSource`.
  ///
  /// - Parameters:
  ///   - recipe: the recipe to draw from.
  ///   - wordlist: the caller's own word list, used instead of the one that the recipe names.
  /// - Throws: ``GeneratorError/recipe(_:)`` with everything that is wrong with the recipe, or
  ///   ``GeneratorError/source(_:)``.
  public init(_ recipe: PasswordRecipe, wordlist: Wordlist? = nil) throws(GeneratorError) {
    let compiled: CompiledRecipe
    do {
      compiled = try CompiledRecipe(recipe, wordlist: wordlist)
    } catch {
      throw .recipe(error)
    }
    try self.init(compiled)
  }

  /// Binds a recipe to a new `KeystreamByteSource`.
  ///
  /// - Throws: ``GeneratorError/source(_:)``.
  public init(_ recipe: CompiledRecipe) throws(GeneratorError) {
    let source = try rethrowing(as: GeneratorError.source) { () throws(ByteSourceError) in
      try KeystreamByteSource()
    }
    try self.init(recipe, source: source)
  }
}

extension Generator: Sendable where Source: Sendable & ~Copyable {}
