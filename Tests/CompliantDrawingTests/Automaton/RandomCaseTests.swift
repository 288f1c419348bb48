import CharacterSets
import CompliantDrawing
import ExactIntegers
import Foundation
import PasswordGeneration
import PasswordPolicy
import Testing
import _TestSupport

/// Random small recipes under random policies of every kind of rule, against the list of all their
/// passwords.
@Suite("Random recipes under random policies")
struct RandomCaseTests {
  private static let batchSize = 25

  @Test(
    "have the listed passwords, their entropy and their distribution", arguments: scaled(0..<160))
  func batch(number: Int) throws {
    var impossible = 0
    for index in 0..<Self.batchSize {
      let seed = UInt64(number * Self.batchSize + index)
      let example = RandomCase(seed: seed)
      let all = example.small.listing
      let compliant = all.filter { example.policy.isCompliant($0.key) }
      if compliant.isEmpty {
        impossible += 1
        try expectConflict(example, all.keys.map { $0 }, seed)
      } else {
        try expectAgreement(example, compliant, share: compliant.values.reduce(0, +), seed)
      }
    }
    // Either kind would show in any batch.
    #expect((1..<Self.batchSize).contains(impossible))
  }

  /// The count and the entropy are those of the list, and draws of both kinds are as likely as it
  /// says.
  private func expectAgreement(
    _ example: RandomCase, _ compliant: [String: Double], share: Double, _ seed: UInt64
  ) throws {
    var limits = PlanLimits()
    let isRejectionSampled = seed % 4 == 0 && share > 0.01
    limits.minimumAcceptance = isRejectionSampled ? 0 : 2
    if seed % 5 == 0 { limits.digits = 2 }
    let recipe = try CompliantRecipe(
      example.small.compiled, policy: example.policy, limits: limits)
    #expect(recipe.strategy == (isRejectionSampled ? .rejection : .automaton), "seed \(seed)")
    // What a rule says of the joints of words and segment is not counted.
    let isCounted = recipe.exactChance != nil
    #expect(isCounted || example.small.recipe.phrase != nil, "seed \(seed)")
    #expect(isCounted == recipe.retriedRules.isEmpty, "seed \(seed)")
    if let chance = recipe.exactChance {
      #expect(abs(chance.value - share) < 1e-9, "seed \(seed)")
      expectEntropy(recipe, compliant, share: share, seed)
    }

    let draws = min(4000, 200 + 20 * compliant.count)
    var generator = try CompliantGenerator(
      recipe, retries: 10_000, source: SeededByteSource(seed: seed))
    let counts = try generator.counts(of: draws)
    CompliantDistribution(compliant).expect(counts, total: draws, "seed \(seed)")
  }

  private func expectEntropy(
    _ recipe: CompliantRecipe, _ compliant: [String: Double], share: Double, _ seed: UInt64
  ) {
    let entropy = recipe.entropy()
    let greatest = compliant.values.max() ?? 1
    let shannonBits = compliant.values.reduce(0) { $0 - $1 / share * log2($1 / share) }
    guard recipe.recipe.isDecodable || entropy.isExact else {
      // Which draws of words make the same password is not known here.
      #expect(entropy.count >= BigUInt(compliant.count), "seed \(seed)")
      #expect(entropy.shannonBits < shannonBits + 1e-9, "seed \(seed)")
      #expect(entropy.minEntropyBits < 1e-9 - log2(greatest / share), "seed \(seed)")
      return
    }
    #expect(entropy.count == BigUInt(compliant.count), "seed \(seed)")
    #expect(abs(entropy.shannonBits - shannonBits) < 1e-9, "seed \(seed)")
    #expect(
      entropy.isExact
        ? abs(entropy.minEntropyBits + log2(greatest / share)) < 1e-9
        : entropy.minEntropyBits < 1e-9 - log2(greatest / share), "seed \(seed)")
  }

  /// It is said to be impossible, for rules of which none can be left out.
  private func expectConflict(
    _ example: RandomCase, _ passwords: [String], _ seed: UInt64
  ) throws {
    let recipe = try example.small.compiled
    do {
      let possible = try CompliantRecipe(recipe, policy: example.policy)
      // Words may make impossible what is not counted.
      #expect(example.small.recipe.phrase != nil, "possible: seed \(seed)")
      #expect(!possible.retriedRules.isEmpty, "possible: seed \(seed)")
    } catch .impossible(let conflict) {
      let broken = passwords.map { Set(example.policy.violations(of: $0).map(\.rule)) }
      let rules = Set(conflict.rules)
      #expect(broken.allSatisfy { !$0.isDisjoint(with: rules) }, "seed \(seed)")
      for rule in rules {
        let others = rules.subtracting([rule])
        #expect(broken.contains { $0.isDisjoint(with: others) }, "seed \(seed): \(rule.code)")
      }
      try expectNearest(example, conflict.nearestLength, seed)
    } catch {
      Issue.record("seed \(seed): \(error)")
    }
  }

  /// A length that is said to be the nearest is met by some password, and none between is; where
  /// none is said, none is met up to six characters.
  private func expectNearest(_ example: RandomCase, _ nearest: Int?, _ seed: UInt64) throws {
    guard let characters = example.small.recipe.characters, characters.pattern == nil else {
      #expect(nearest == nil, "seed \(seed)")
      return
    }
    if example.small.recipe.phrase != nil {
      // Longer ones are too many to list.
      guard let nearest, nearest <= 4 else { return }
      var other = example.small
      other.recipe.characters?.minLength = nearest
      other.recipe.characters?.maxLength = nearest
      let complies = other.listing.keys.contains { example.policy.isCompliant($0) }
      #expect(complies, "seed \(seed)")
      return
    }
    let own = characters.minLength...(characters.maxLength ?? characters.minLength)
    func distance(_ length: Int) -> Int { max(own.lowerBound - length, length - own.upperBound) }
    let limit = nearest.map(distance) ?? .max
    let most = characters.alphabet.count < 5 ? 6 : 4
    // Listed words are not held, and so no length is certain.
    let isCertain = example.policy.definition.badPasswords.words.count <= 100
    for length in 1...most where !own.contains(length) {
      var other = example.small
      other.recipe.characters?.minLength = length
      other.recipe.characters?.maxLength = length
      guard (try? other.compiled) != nil else { continue }
      let isMet = other.listing.keys.contains { example.policy.isCompliant($0) }
      if length == nearest { #expect(isMet, "seed \(seed): \(length)") }
      if distance(length) < limit, isCertain {
        #expect(!isMet, "seed \(seed): \(length) before \(String(describing: nearest))")
      }
    }
  }
}
