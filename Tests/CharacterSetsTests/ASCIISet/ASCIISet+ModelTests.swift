import CharacterSets
import Testing

/// Every operation against the same operation of a plain `Set<UInt8>`.
@Suite("ASCIISet: agreement with a set of codes")
struct ASCIISetModelTests {
  @Test("Count, emptiness and elements", arguments: RandomSets.seeds)
  func elements(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (set, model) = try sets.next()
    #expect(set.count == model.count)
    #expect(set.isEmpty == model.isEmpty)
    #expect(Array(set) == model.sorted())
    #expect((0...255).map { set.contains($0) } == (0...255).map { model.contains($0) })
  }

  @Test("Combining two sets", arguments: RandomSets.seeds)
  func combining(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, modelX) = try sets.next()
    let (y, modelY) = try sets.next()
    #expect(Set(x.union(y)) == modelX.union(modelY))
    #expect(Set(x.intersection(y)) == modelX.intersection(modelY))
    #expect(Set(x.symmetricDifference(y)) == modelX.symmetricDifference(modelY))
    #expect(Set(x.subtracting(y)) == modelX.subtracting(modelY))
  }

  @Test("Combining in place agrees with combining", arguments: RandomSets.seeds)
  func combiningInPlace(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, _) = try sets.next()
    let (y, _) = try sets.next()
    func changed(_ change: (inout ASCIISet) -> Void) -> ASCIISet {
      var set = x
      change(&set)
      return set
    }
    #expect(changed { $0.formUnion(y) } == x.union(y))
    #expect(changed { $0.formIntersection(y) } == x.intersection(y))
    #expect(changed { $0.formSymmetricDifference(y) } == x.symmetricDifference(y))
    #expect(changed { $0.subtract(y) } == x.subtracting(y))
  }

  @Test("Comparing two sets", arguments: RandomSets.seeds)
  func comparing(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (x, modelX) = try sets.next()
    let (z, modelZ) = try sets.next()
    for (y, modelY) in [(z, modelZ), (x, modelX), (x.union(z), modelX.union(modelZ))] {
      #expect((x == y) == (modelX == modelY))
      #expect(x.isSubset(of: y) == modelX.isSubset(of: modelY))
      #expect(x.isStrictSubset(of: y) == modelX.isStrictSubset(of: modelY))
      #expect(y.isSuperset(of: x) == modelY.isSuperset(of: modelX))
      #expect(y.isStrictSuperset(of: x) == modelY.isStrictSuperset(of: modelX))
      #expect(x.isDisjoint(with: y) == modelX.isDisjoint(with: modelY))
    }
  }

  @Test("Inserting and removing every code", arguments: RandomSets.seeds)
  func changing(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    var (set, model) = try sets.next()
    for code in 0..<128 as Range<UInt8> where code % 2 == 0 {
      let inserted = set.insert(code)
      let modelInserted = model.insert(code)
      #expect(inserted == modelInserted)
    }
    for code in 0..<128 as Range<UInt8> where code % 3 == 0 {
      let removed = set.remove(code)
      #expect(removed == model.remove(code))
    }
    for code in 0..<128 as Range<UInt8> where code % 5 == 0 {
      let updated = set.update(with: code)
      #expect(updated == model.update(with: code))
    }
    #expect(Array(set) == model.sorted())
  }

  @Test(
    "Equal sets have equal hashes, whatever the order of insertion", arguments: RandomSets.seeds)
  func hashing(seed: UInt64) throws {
    var sets = RandomSets(seed: seed)
    let (set, model) = try sets.next()
    let backwards = ASCIISet(model.sorted(by: >))
    #expect(set == backwards)
    #expect(set.hashValue == backwards.hashValue)
  }
}
