import Foundation
import PasswordGeneration
import Randomness
import SecretMemory
import Testing
import _TestSupport

/// A source that fails, wherever it does.
@Suite("Generator: failing byte source")
struct SourceFailureTests {
  private static let error = ByteSourceError.failed(reason: "made to fail")

  private func generator(
    _ recipe: CompiledRecipe, afterBytes: Int
  ) throws -> Generator<FailingByteSource<SeededByteSource>> {
    try Generator(
      recipe,
      source: FailingByteSource(SeededByteSource(seed: 1), afterBytes: afterBytes))
  }

  @Test("next throws the error of the source", arguments: SmallRecipe.random)
  func next(recipe: SmallRecipe) throws {
    let compiled = try recipe.compiled()
    var failureCount = 0
    for afterBytes in Array(0..<80) + Array(stride(from: 80, to: 6000, by: 797)) {
      var generator = try generator(compiled, afterBytes: afterBytes)
      do throws(GeneratorError) {
        _ = try generator.next()
      } catch {
        #expect(error == .source(Self.error))
        failureCount += 1
      }
      // Looking at all the memory takes long.
      if afterBytes % 8 == 0 { expectWiped(generator) }
    }
    #expect(failureCount > 0)
  }

  @Test(
    "append throws the error of the source, and nothing is appended", arguments: SmallRecipe.random)
  func append(recipe: SmallRecipe) throws {
    let compiled = try recipe.compiled()
    var failureCount = 0
    for afterBytes in stride(from: 0, to: 12_000, by: 1479) {
      var generator = try generator(compiled, afterBytes: afterBytes)
      let text = [UInt8](capacity: 20_000) { output in
        output.append(UInt8(ascii: ">"))
        do throws(GeneratorError) {
          try generator.append(200, to: &output)
        } catch {
          #expect(error == .source(Self.error))
          #expect(output.count == 1)
          failureCount += 1
        }
      }
      #expect(text.first == UInt8(ascii: ">"))
      expectWiped(generator)
    }
    #expect(failureCount > 0)
  }

  @Test(
    "write throws the error of the source after whole passwords",
    arguments: [SmallRecipe.typical[0], .typical[7], .typical[14]])
  func write(recipe: SmallRecipe) throws {
    let compiled = try recipe.compiled()
    for afterBytes in [0, 10_000, 100_000] {
      var generator = try generator(compiled, afterBytes: afterBytes)
      let file = try TemporaryFile()
      #expect(throws: GeneratorError.source(Self.error)) {
        try generator.write(100_000, to: file.descriptor)
      }
      let contents = file.contents()
      #expect(contents.isEmpty || contents.last == UInt8(ascii: "\n"))
      #expect(afterBytes > 0 || contents.isEmpty)
      #expect(lines(contents).allSatisfy { !$0.isEmpty })
      expectWiped(generator)
    }
  }

  @Test("Errors of libsodium are passed on too")
  func unavailable() throws {
    let error = ByteSourceError.unavailable(.sodiumUnavailable)
    let source = FailingByteSource(SeededByteSource(seed: 1), afterBytes: 0, error: error)
    var generator = try Generator(SmallRecipe.typical[0].compiled(), source: source)
    #expect(throws: GeneratorError.source(error)) { try generator.append() }
    #expect(GeneratorError.source(error).description == error.description)
  }

  @Test("A recipe that needs no random bytes does not fail")
  func constants() throws {
    let random = Set(SmallRecipe.random.map(\.name))
    for recipe in SmallRecipe.typical where !random.contains(recipe.name) {
      var generator = try generator(recipe.compiled(), afterBytes: 0)
      #expect(throws: Never.self) { try generator.append() }
    }
  }

  @Test("After a failure the generator draws as before", arguments: SmallRecipe.random)
  func recovers(recipe: SmallRecipe) throws {
    let compiled = try recipe.compiled()
    for failing in 0..<2 {
      let source = HiccupByteSource(base: SeededByteSource(seed: 2), failingRequest: failing)
      var generator = try Generator(compiled, source: source)
      var same = try recipe.generator(seed: 2)
      var isFailed = false
      for _ in 0..<6 {
        do throws(GeneratorError) {
          let password = try generator.next()
          // What was drawn before the failure is dropped, so the two part there.
          if !isFailed { #expect(try same.next().reveal() == password.reveal()) }
          #expect(password.count <= compiled.maximumBytes)
        } catch {
          #expect(!isFailed)
          isFailed = true
        }
        expectWiped(generator)
      }
      #expect(isFailed)
    }
  }
}

/// Fails at one request, after it has overwritten the buffer, and at no other.
private struct HiccupByteSource: ByteSource {
  var base: SeededByteSource
  let failingRequest: Int
  private var requestCount = 0

  init(base: SeededByteSource, failingRequest: Int) {
    self.base = base
    self.failingRequest = failingRequest
  }

  mutating func fill(_ bytes: inout MutableSpan<UInt8>) throws(ByteSourceError) {
    base.fill(&bytes)
    defer { requestCount += 1 }
    if requestCount == failingRequest { throw .failed(reason: "hiccup") }
  }
}

extension SmallRecipe {
  /// The typical recipes that draw random bytes.
  static let random = typical.filter { $0.name != "a constant" && $0.name != "a fixed pattern" }
}

extension Generator where Source: ~Copyable {
  /// Appends a password to memory that is thrown away.
  fileprivate mutating func append() throws(GeneratorError) {
    _ = try appended(1, capacity: recipe.maximumBytes + 1)
  }
}
