import CharacterSets
import Testing

/// The semantic requirements of `SetAlgebra`, as its documentation lists them, and the laws of
/// Boolean algebra.
@Suite("ASCIISet: laws of set algebra")
struct ASCIISetLawsTests {
  @Test("The empty set", arguments: RandomSets.seeds)
  func empty(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    #expect(ASCIISet() == [])
    #expect(ASCIISet().isEmpty)
    #expect(x.union([]) == x)
    #expect(x.intersection([]) == [])
    #expect(x.symmetricDifference([]) == x)
    #expect(x.subtracting([]) == x)
  }

  @Test("A set with itself", arguments: RandomSets.seeds)
  func idempotence(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    #expect(x.union(x) == x)
    #expect(x.intersection(x) == x)
    #expect(x.symmetricDifference(x) == [])
    #expect(x.subtracting(x) == [])
    #expect(x.isSubset(of: x) && x.isSuperset(of: x))
    #expect(!x.isStrictSubset(of: x) && !x.isStrictSuperset(of: x))
  }

  @Test("Order and grouping do not matter", arguments: RandomSets.seeds)
  func commutativityAndAssociativity(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    let (y, _) = try sets.next()
    let (z, _) = try sets.next()
    #expect(x.union(y) == y.union(x))
    #expect(x.intersection(y) == y.intersection(x))
    #expect(x.symmetricDifference(y) == y.symmetricDifference(x))
    #expect(x.union(y).union(z) == x.union(y.union(z)))
    #expect(x.intersection(y).intersection(z) == x.intersection(y.intersection(z)))
    #expect(
      x.symmetricDifference(y).symmetricDifference(z)
        == x.symmetricDifference(y.symmetricDifference(z)))
  }

  @Test("Distribution, absorption and De Morgan", arguments: RandomSets.seeds)
  func distribution(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    let (y, _) = try sets.next()
    let (z, _) = try sets.next()
    #expect(x.intersection(y.union(z)) == x.intersection(y).union(x.intersection(z)))
    #expect(x.union(y.intersection(z)) == x.union(y).intersection(x.union(z)))
    #expect(x.union(x.intersection(y)) == x)
    #expect(x.intersection(x.union(y)) == x)
    #expect(x.subtracting(y.union(z)) == x.subtracting(y).intersection(x.subtracting(z)))
    #expect(x.subtracting(y.intersection(z)) == x.subtracting(y).union(x.subtracting(z)))
  }

  @Test(
    "Membership of a combination follows from membership of its parts", arguments: RandomSets.seeds)
  func membership(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    let (y, _) = try sets.next()
    for code in 0...255 as ClosedRange<UInt8> {
      let (inX, inY) = (x.contains(code), y.contains(code))
      #expect(x.union(y).contains(code) == (inX || inY))
      #expect(x.intersection(y).contains(code) == (inX && inY))
      #expect(x.symmetricDifference(y).contains(code) == (inX != inY))
      #expect(x.subtracting(y).contains(code) == (inX && !inY))
    }
  }

  @Test("Being a subset shows in union, intersection and difference", arguments: RandomSets.seeds)
  func subsets(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    let (z, _) = try sets.next()
    for y in [z, x.union(z), x.intersection(z)] {
      #expect(x.isSubset(of: y) == (x.union(y) == y))
      #expect(x.isSubset(of: y) == (x.intersection(y) == x))
      #expect(x.isSubset(of: y) == x.subtracting(y).isEmpty)
      #expect(x.isSubset(of: y) == y.isSuperset(of: x))
      #expect(x.isStrictSubset(of: y) == (x.isSubset(of: y) && x != y))
      #expect(x.isDisjoint(with: y) == x.intersection(y).isEmpty)
    }
  }

  @Test("Counts add up", arguments: RandomSets.seeds)
  func counts(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    let (y, _) = try sets.next()
    #expect(x.count + y.count == x.union(y).count + x.intersection(y).count)
    #expect(x.symmetricDifference(y).count == x.union(y).count - x.intersection(y).count)
  }
}
