import Foundation
import PasswordGeneration
import Platform
import Testing
import _TestSupport

@Suite("Generator.write")
struct WriteTests {
  @Test("It writes what append returns", arguments: SmallRecipe.typical)
  func sameAsAppend(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 4)
    var same = try recipe.generator(seed: 4)
    let file = try TemporaryFile()
    try generator.write(12, to: file.descriptor)
    #expect(file.contents() == (try same.appended(12, capacity: 1 << 16).bytes))
  }

  @Test("Each password is followed by the terminator", arguments: [UInt8(ascii: "\n"), 0, 9])
  func terminator(terminator: UInt8) throws {
    var generator = try SmallRecipe.typical[1].generator(seed: 5)
    let file = try TemporaryFile()
    try generator.write(100, to: file.descriptor, terminator: terminator)
    let contents = file.contents()
    #expect(contents.last == terminator)
    #expect(lines(contents, terminator: terminator).count == 100)
  }

  @Test("The terminator is a line feed by default")
  func defaultTerminator() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 5)
    let file = try TemporaryFile()
    try generator.write(3, to: file.descriptor)
    #expect(lines(file.contents()).map(\.count) == [20, 20, 20])
  }

  @Test("Nothing is written for a count of 0, not even to a closed descriptor")
  func none() throws {
    var generator = try Generator(
      SmallRecipe.typical[0].compiled(), source: ScriptedByteSource(bytes: []))
    let file = try TemporaryFile()
    try generator.write(0, to: file.descriptor)
    #expect(file.contents() == [])
    try generator.write(0, to: -1)
  }

  @Test("Many blocks contain as many passwords as requested, whole and well distributed")
  func manyBlocks() throws {
    let recipe = SmallRecipe("", length: 1...30) {
      $0.keep("abcd", in: .lowercase)
    }
    var generator = try recipe.generator(seed: 6)
    let file = try TemporaryFile()
    try generator.write(20_000, to: file.descriptor)
    let contents = file.contents()
    #expect(contents.count > 4 << 16)
    let drawn = lines(contents)
    #expect(drawn.count == 20_000)
    var counts = [Int](repeating: 0, count: 31)
    for password in drawn { counts[password.count] += 1 }
    #expect(counts[0] == 0)
    #expect(GoodnessOfFit.chiSquare(ofUniform: Array(counts.dropFirst())).isPlausible)
  }

  @Test("Passwords longer than a usual block are written whole")
  func longPasswords() throws {
    let words = [String(repeating: "a", count: 255), String(repeating: "b", count: 255)]
    var phrase = SmallRecipe(
      "", words: words, count: 128, segment: CharacterRecipe(length: 4096))
    phrase.recipe.phrase?.separator = .dash
    var generator = try phrase.generator(seed: 7)
    let file = try TemporaryFile()
    try generator.write(5, to: file.descriptor)
    #expect(lines(file.contents()).map(\.count) == Array(repeating: 128 * 256 + 4096, count: 5))
  }

  @Test("A pipe receives them")
  func pipe() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 8)
    let pipe = try TestPipe()
    try generator.write(1000, to: pipe.writing)
    close(pipe.writing)
    let drawn = lines(readAll(from: pipe.reading))
    close(pipe.reading)
    #expect(drawn.count == 1000)
    #expect(drawn.allSatisfy { $0.count == 20 })
  }

  @Test("It waits for a full pipe")
  func fullPipe() async throws {
    let pipe = try TestPipe()
    let (reading, writing) = (pipe.reading, pipe.writing)
    // A write that would block gives an error instead, which the writer has to see to.
    _ = fcntl(writing, F_SETFL, fcntl(writing, F_GETFL) | O_NONBLOCK)
    // A thread of its own: all those of the cooperative pool may be writing.
    let (texts, continuation) = AsyncStream.makeStream(of: [UInt8].self)
    Thread.detachNewThread {
      continuation.yield(readAll(from: reading))
      continuation.finish()
    }
    var generator = try SmallRecipe.typical[0].generator(seed: 8)
    try generator.write(10_000, to: writing)
    close(writing)
    let text = await texts.reduce(into: []) { $0 += $1 }
    close(reading)
    #expect(text.count == 210_000)
    #expect(lines(text).allSatisfy { $0.count == 20 })
  }

  @Test(
    "A full disk is an error with the system's code",
    .enabled(if: Platform.fileExists("/dev/full"), "the system has no /dev/full"))
  func fullDisk() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 9)
    let descriptor = unsafe open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let error = GeneratorError.output(SystemError(call: "write", code: ENOSPC))
    #expect(throws: error) { try generator.write(1, to: descriptor) }
    #expect("\(error)" == "write: No space left on device")
  }

  @Test("A pipe without a reader is reported as such")
  func closedPipe() throws {
    Platform.ignoreBrokenPipeSignal()
    var generator = try SmallRecipe.typical[0].generator(seed: 9)
    let pipe = try TestPipe()
    close(pipe.reading)
    defer { close(pipe.writing) }
    do throws(GeneratorError) {
      try generator.write(10, to: pipe.writing)
      Issue.record("no error")
    } catch .output(let error) {
      #expect(error.isBrokenPipe)
      #expect(error == SystemError(call: "write", code: EPIPE))
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test("A closed descriptor is an error")
  func badDescriptor() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 9)
    #expect(throws: GeneratorError.output(SystemError(call: "write", code: EBADF))) {
      try generator.write(10, to: -1)
    }
    // The generator can be used after.
    #expect(try generator.next().count == 20)
  }
}
