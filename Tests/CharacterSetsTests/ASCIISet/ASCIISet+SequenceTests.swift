import CharacterSets
import Testing

@Suite("ASCIISet: iterating and describing")
struct ASCIISetSequenceTests {
  @Test("Codes come in ascending order, each once", arguments: RandomSets.seeds)
  func ascending(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let codes = Array(try sets.next().set)
    #expect(zip(codes, codes.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test("The first and the last code are reached")
  func ends() {
    #expect(Array(ASCIISet([127, 64, 63, 0])) == [0, 63, 64, 127])
  }

  @Test("An iterator at its end stays there")
  func end() {
    var iterator = ASCIISet([5]).makeIterator()
    #expect(iterator.next() == 5)
    #expect(iterator.next() == nil)
    #expect(iterator.next() == nil)
  }

  @Test(
    "The description is the characters in ascending order",
    arguments: [("", ""), ("cab", "abc"), ("z!A0", "!0Az"), ("\"\\ ", " \"\\")])
  func description(characters: String, description: String) throws {
    let set = try #require(ASCIISet(characters))
    #expect(set.description == description)
  }
}
