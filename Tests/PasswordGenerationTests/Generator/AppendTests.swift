import PasswordGeneration
import Testing
import _TestSupport

@Suite("Generator.append")
struct AppendTests {
  @Test(
    "Each password is followed by the terminator", arguments: SmallRecipe.typical,
    [UInt8(ascii: "\n"), 0, UInt8(ascii: ",")])
  func terminator(recipe: SmallRecipe, terminator: UInt8) throws {
    // A comma can be part of a word or segment nowhere in these recipes.
    var generator = try recipe.generator(seed: 1)
    let (count, bytes) = try generator.appended(5, capacity: 50_000, terminator: terminator)
    #expect(count == 5)
    #expect(bytes.last == terminator)
    let drawn = lines(bytes, terminator: terminator)
    #expect(drawn.count == 5)
    let language = Language(recipe.oracle)
    #expect(drawn.allSatisfy { !language.parses(of: $0).isEmpty })
  }

  @Test("The terminator is a line feed by default")
  func defaultTerminator() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 1)
    let text = try [UInt8](capacity: 100) { output throws(GeneratorError) in
      try generator.append(2, to: &output)
    }
    #expect(text.count == 42)
    #expect(text[20] == UInt8(ascii: "\n"))
    #expect(text[41] == UInt8(ascii: "\n"))
  }

  @Test("Without a terminator nothing separates passwords")
  func noTerminator() throws {
    var generator = try SmallRecipe("") { $0.pattern = "un" }.generator(seed: 1)
    let (count, bytes) = try generator.appended(50, capacity: 1000, terminator: nil)
    #expect(count == 50)
    #expect(bytes.count == 100)
    #expect(
      stride(from: 0, to: 100, by: 2).allSatisfy { string([bytes[$0]]).first?.isUppercase == true })
    #expect(
      stride(from: 1, to: 100, by: 2).allSatisfy { string([bytes[$0]]).first?.isNumber == true })
  }

  @Test("The terminator changes nothing else", arguments: SmallRecipe.typical)
  func terminatorAlone(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 2)
    var same = try recipe.generator(seed: 2)
    let bytes = try generator.appended(4, capacity: 50_000, terminator: 0).bytes
    let sameBytes = try same.appended(4, capacity: 50_000, terminator: 0x7F).bytes
    #expect(lines(bytes, terminator: 0) == lines(sameBytes, terminator: 0x7F))
  }

  @Test("It appends after existing contents")
  func appends() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 3)
    let text = try [UInt8](capacity: 100) { output throws(GeneratorError) in
      output.append(UInt8(ascii: ">"))
      try generator.append(1, to: &output)
      output.append(UInt8(ascii: "<"))
      try generator.append(1, to: &output)
    }
    #expect(text.count == 44)
    #expect(text[0] == UInt8(ascii: ">"))
    #expect(text[22] == UInt8(ascii: "<"))
  }

  @Test("A count of 0 appends nothing, and draws no random bytes")
  func none() throws {
    for recipe in SmallRecipe.typical {
      var generator = try Generator(recipe.compiled(), source: ScriptedByteSource(bytes: []))
      let (count, bytes) = try generator.appended(0, capacity: 5000)
      #expect(count == 0 && bytes.isEmpty, "\(recipe)")
    }
  }

  @Test("Without memory no passwords are appended")
  func noMemory() throws {
    var generator = try SmallRecipe.typical[0].generator(seed: 4)
    let (count, bytes) = try generator.appended(5, capacity: 0)
    #expect(count == 0 && bytes.isEmpty)
  }

  @Test(
    "It stops when the longest password and its terminator might not fit",
    arguments: SmallRecipe.typical, [nil, UInt8(ascii: "\n")])
  func exactRoom(recipe: SmallRecipe, terminator: UInt8?) throws {
    let compiled = try recipe.compiled()
    let longest = compiled.maximumBytes + (terminator == nil ? 0 : 1)
    for (room, expected) in [(longest - 1, 0), (longest, 1)] {
      var generator = try recipe.generator(seed: 5)
      let (count, bytes) = try generator.appended(1000, capacity: room, terminator: terminator)
      if expected == 0 {
        #expect(count == 0 && bytes.isEmpty)
      } else {
        #expect(count >= 1)
        #expect(bytes.count <= room)
        #expect(room - bytes.count < longest)
      }
    }
  }

  @Test("Passwords of one length fill the room to the last byte", arguments: [1, 2, 3, 5, 17, 70])
  func exactFill(count: Int) throws {
    for length in [1, 7, 16, 20] {
      let recipe = SmallRecipe("", length: length...length) { _ in }
      var generator = try recipe.generator(seed: 6)
      let room = count * (length + 1)
      let drawn = try generator.appended(count + 5, capacity: room)
      #expect(drawn.passwords == count && drawn.bytes.count == room)
      let one = try generator.appended(count + 5, capacity: room - 1)
      #expect(one.passwords == count - 1)
    }
  }

  @Test("It never writes beyond its memory", arguments: SmallRecipe.typical)
  func staysInside(recipe: SmallRecipe) throws {
    let compiled = try recipe.compiled()
    var generator = try recipe.generator(seed: 7)
    for extra in [0, 1, 15, 16, 17, 31, 32, 33] {
      let room = compiled.maximumBytes + 1 + extra
      var memory = [UInt8](repeating: 0xA5, count: room + 64)
      let used = try unsafe memory.withUnsafeMutableBufferPointer { buffer in
        let part = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<room])
        var output = unsafe OutputSpan(buffer: part, initializedCount: 0)
        try generator.append(1000, to: &output)
        return unsafe output.finalize(for: part)
      }
      #expect(used <= room)
      #expect(memory[room...].allSatisfy { $0 == 0xA5 })
    }
  }

  @Test(
    "The count may be the maximum integer", arguments: SmallRecipe.typical)
  func greatestCount(recipe: SmallRecipe) throws {
    var generator = try recipe.generator(seed: 8)
    let (count, bytes) = try generator.appended(.max, capacity: 9000)
    #expect(count >= 1)
    #expect(lines(bytes).count == count)
  }

  @Test(
    "A large block and small ones give passwords of the same language",
    arguments: SmallRecipe.typical)
  func blockSizes(recipe: SmallRecipe) throws {
    let language = Language(recipe.oracle)
    for blockBytes in [1, 100, 5000, 1 << 16] {
      var generator = try recipe.generator(seed: 9)
      let drawn = try generator.passwords(30, blockBytes: blockBytes)
      #expect(drawn.count == 30)
      #expect(drawn.allSatisfy { !language.parses(of: $0).isEmpty })
    }
  }
}
