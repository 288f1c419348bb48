import CompliantDrawing
import Foundation
import PasswordGeneration
import PasswordHistory
import PasswordPolicy
import Randomness
import SecretMemory
import Testing
import _TestSupport

@Suite("Compliant generator")
struct CompliantGeneratorTests {
  /// Policies that leave between a few and most of the passwords, counted or not.
  static let policies: [@Sendable (inout Policy) -> Void] = [
    { _ in },
    { $0.characters.digits.min = 1 },
    { $0.badPasswords.patterns = ["a.*b", "00"] },
    { policy in
      policy.maxSequence = 2
      policy.maxRepeatedRun = 1
      policy.first = .lowercase
    },
    { policy in
      policy.characters.lowercase.min = 1
      policy.characters.uppercase.max = 1
      policy.badPasswords.words = ["ab"]
      policy.badPasswords.match = .substring
    },
  ]

  static let recipes = [
    EnumeratedRecipe.segment("one length", 3...3),
    .segment("lengths", 1...3),
    .segment("ratio", 3...3) { $0.higherAlphaRatio = true },
    .phrase("words inside", 1) { recipe in
      recipe.characters = EnumeratedRecipe.segment("", 2...2).recipe.characters
      recipe.phrase?.placement = .insert
    },
  ]

  private func expectDistribution(
    of drawn: [String], _ small: EnumeratedRecipe, _ policy: CompiledPolicy
  ) {
    var counts: [String: Int] = [:]
    for password in drawn { counts[password, default: 0] += 1 }
    CompliantDistribution(small, policy).expect(counts, total: drawn.count)
  }

  @Test(
    "One at a time, all and only the compliant passwords occur, as often as they should",
    arguments: recipes, policies.indices)
  func single(small: EnumeratedRecipe, policyIndex: Int) throws {
    var policy = Policy()
    Self.policies[policyIndex](&policy)
    let recipe = try CompliantRecipe(small.compiled, policy: CompiledPolicy(policy))
    var generator = try CompliantGenerator(
      recipe, retries: 1000, source: SeededByteSource(seed: 1))
    var drawn: [String] = []
    for _ in 0..<4000 { drawn.append(try generator.next().reveal()) }
    expectDistribution(of: drawn, small, recipe.policy)
  }

  @Test(
    "In bulk, all and only the compliant passwords occur, as often as they should",
    arguments: recipes, policies.indices)
  func bulk(small: EnumeratedRecipe, policyIndex: Int) throws {
    var policy = Policy()
    Self.policies[policyIndex](&policy)
    let recipe = try CompliantRecipe(small.compiled, policy: CompiledPolicy(policy))
    var generator = try CompliantGenerator(
      recipe, retries: 1000, source: SeededByteSource(seed: 2))
    var buffer = try PasswordBuffer(recipe: recipe.recipe)
    var drawn: [String] = []
    while drawn.count < scaled(20_000) {
      let kept = try generator.refill(&buffer, count: 1000)
      let text = unsafe buffer.withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) }
      let lines = text.split(separator: "\n")
      #expect(lines.count == kept)
      drawn += lines.map(String.init)
    }
    expectDistribution(of: drawn, small, recipe.policy)
  }

  /// Two passwords under a policy.
  private func two(
    _ recipe: CompiledRecipe, _ policy: CompiledPolicy, seed: Int
  ) throws(DrawingError) -> [String] {
    let recipe = try CompliantRecipe(recipe, policy: policy)
    var generator = try CompliantGenerator(
      recipe, retries: 50, source: SeededByteSource(seed: UInt64(seed)))
    let first = try generator.next().reveal()
    return [first, try generator.next().reveal()]
  }

  /// Passwords without regard to a policy.
  private func plain(_ recipe: CompiledRecipe, count: Int, seed: Int) throws -> [String] {
    var generator = try Generator(recipe, source: SeededByteSource(seed: UInt64(seed)))
    var passwords: [String] = []
    for _ in 0..<count { passwords.append(try generator.next().reveal()) }
    return passwords
  }

  @Test("Passwords drawn under thousands of random policies break no rule", arguments: 0..<4)
  func randomPolicies(part: Int) throws {
    let small = try EnumeratedRecipe.segment("", 3...5).compiled
    var count = 0
    for seed in 0..<scaled(750) {
      let policy = try RulePolicies.random(seed: UInt64(1000 * (part + 1) + seed))
      guard let compiled = try? CompiledPolicy(policy) else { continue }
      let drawn = Result { () throws(DrawingError) in try two(small, compiled, seed: seed) }
      switch drawn {
      case .success(let passwords):
        #expect(passwords.allSatisfy { compiled.violations(of: $0).isEmpty })
        count += 1
      case .failure(.exhausted(let failures)):
        #expect(!failures.violations.isEmpty)
      case .failure(.impossible(let conflict)):
        for password in try plain(small, count: 20, seed: seed) {
          #expect(compiled.violations(of: password).contains { conflict.rules.contains($0.rule) })
        }
      case .failure(let error):
        Issue.record(error)
      }
    }
    #expect(count > 20)
  }

  @Test("Any number is written to a descriptor, all of them compliant", arguments: [0, 1, 7, 9000])
  func write(count: Int) throws {
    var policy = Policy()
    policy.characters.digits.min = 1
    let recipe = try CompliantRecipe(
      EnumeratedRecipe.segment("", 12...12).compiled, policy: CompiledPolicy(policy))
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent(UUID().uuidString).path
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let file = try #require(FileHandle(forWritingAtPath: path))
    var generator = try CompliantGenerator(recipe, source: SeededByteSource(seed: 8))
    try generator.write(count, to: file.fileDescriptor)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    #expect(bytes.count == 13 * count)
    let lines = bytes.split(separator: 10)
    #expect(lines.count == count)
    #expect(lines.allSatisfy { recipe.policy.isCompliant(String(decoding: $0, as: UTF8.self)) })
  }

  @Test("One attempt and the retries are made and no more, and their violations are counted")
  func exhausted() throws {
    var policy = Policy()
    policy.badPasswords.patterns = ["[\\pL\\pN\\pP\\pS]"]
    policy.characters.digits.max = 3
    policy.length.min = 4
    let recipe = try CompliantRecipe(
      EnumeratedRecipe.segment("", 4...4).compiled, policy: CompiledPolicy(policy),
      limits: .unlisted)
    for retries in [0, 1, 10, 25] {
      var generator = try CompliantGenerator(
        recipe, retries: retries, source: SeededByteSource(seed: 3))
      do {
        _ = try generator.next()
        Issue.record("something complied")
      } catch .exhausted(let failures) {
        #expect(failures.attempts == retries + 1)
        #expect(failures.violations["bad.pattern"] == retries + 1)
        #expect((failures.violations["characters.digits.many"] ?? 0) <= retries + 1)
      } catch {
        Issue.record(error)
      }
      var buffer = try PasswordBuffer(recipe: recipe.recipe)
      do {
        _ = try generator.refill(&buffer, count: 500)
        Issue.record("something complied")
      } catch .exhausted(let failures) {
        #expect(failures.attempts == retries + 1)
        #expect(failures.violations["bad.pattern"] == retries + 1)
        let isEmpty = unsafe buffer.withUnsafeBytes { unsafe $0.isEmpty }
        #expect(isEmpty)
      } catch {
        Issue.record(error)
      }
    }
  }

  @Test("Attempts in bulk continue from one block to the next")
  func exhaustedAcrossBlocks() throws {
    var policy = Policy()
    policy.badPasswords.patterns = ["[\\pL\\pN\\pP\\pS]"]
    let recipe = try CompliantRecipe(
      EnumeratedRecipe.segment("", 4...4).compiled, policy: CompiledPolicy(policy),
      limits: .unlisted)
    var generator = try CompliantGenerator(
      recipe, retries: 10, source: SeededByteSource(seed: 3))
    var buffer = try PasswordBuffer(recipe: recipe.recipe)
    for _ in 0..<3 {
      #expect(try generator.refill(&buffer, count: 3) == 0)
    }
    do {
      _ = try generator.refill(&buffer, count: 3)
      Issue.record("more than eleven attempts")
    } catch .exhausted(let failures) {
      #expect(failures.attempts == 11)
      #expect(failures.violations == ["bad.pattern": 11])
    } catch {
      Issue.record(error)
    }
  }

  @Test("Retries run out as often as the chance predicts")
  func exhaustionRate() throws {
    var policy = Policy()
    policy.badPasswords.patterns = ["[\\pL\\pP]"]
    let small = EnumeratedRecipe.segment("", 1...1)
    let recipe = try CompliantRecipe(
      small.compiled, policy: CompiledPolicy(policy), limits: .unlisted)
    #expect(recipe.retriedRules == [.badPattern])
    // Two of seven characters are digits.
    let chance = 125.0 / 343
    var generator = try CompliantGenerator(
      recipe, retries: 2, source: SeededByteSource(seed: 4))
    var counts = [0, 0]
    for _ in 0..<3000 {
      do {
        _ = try generator.next()
        counts[0] += 1
      } catch .exhausted {
        counts[1] += 1
      }
    }
    let fit = GoodnessOfFit.chiSquare(
      observed: counts, expectedProbabilities: [1 - chance, chance])
    #expect(fit.isPlausible)
  }

  @Test("A failing source is an error, and no password is returned")
  func failingSource() throws {
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(length: 20)), policy: CompiledPolicy(Policy()))
    var generator = try CompliantGenerator(
      recipe, source: FailingByteSource(SeededByteSource(seed: 1), afterBytes: 0))
    do {
      _ = try generator.next()
      Issue.record("drawn from nothing")
    } catch {
      guard case .generator(.source) = error else {
        Issue.record(error)
        return
      }
    }
  }
}
