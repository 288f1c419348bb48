import CompliantDrawing
import ExactIntegers
import Foundation
import PasswordGeneration
import PasswordPolicy
import Testing
import Wordlists
import _TestSupport

@Suite("Answers about recipes and policies")
struct HonestAnswerTests {
  private static func policy(_ change: (inout Policy) -> Void) throws -> CompiledPolicy {
    var policy = Policy()
    change(&policy)
    return try CompiledPolicy(policy)
  }

  private static func bad(_ words: [String]) -> BadPasswords {
    var bad = BadPasswords()
    bad.words = words
    bad.match = .substring
    return bad
  }

  private static func phrase(
    _ words: [String], count: Int, separator: PhraseRecipe.Separator = .dash
  ) throws -> CompiledRecipe {
    var phrase = PhraseRecipe(wordCount: count)
    phrase.separator = separator
    return try CompiledRecipe(
      PasswordRecipe(phrase: phrase),
      wordlist: Wordlist(text: Array(words.joined(separator: "\n").utf8)))
  }

  // MARK: Draws that coincide

  @Test("Different draws of one text count once")
  func coinciding() throws {
    // a + ba and ab + a, and the like: 16 draws of 14 texts, two of which come twice as often.
    let recipe = try CompliantRecipe(
      Self.phrase(["a", "b", "ab", "ba"], count: 2, separator: .none),
      policy: Self.policy { $0.characters.lowercase.min = 1 })
    let entropy = recipe.entropy()
    #expect(entropy.isExact)
    #expect(entropy.count == 14)
    #expect(abs(entropy.shannonBits - 3.75) < 1e-9)
    #expect(abs(entropy.minEntropyBits - 3) < 1e-9)
    let length = try #require(recipe.lengths?.first)
    #expect(length.count == 14)
    #expect(abs(length.minEntropyBits - 3) < 1e-9)
    #expect(length.isExact)
  }

  @Test("When too many draws coincide to list them, the bits of a length are lower bounds")
  func coincidingBounds() throws {
    let recipe = try CompliantRecipe(
      Self.phrase(["a", "b", "ab", "ba"], count: 20, separator: .none),
      policy: Self.policy { $0.characters.lowercase.min = 1 })
    let length = try #require(recipe.lengths?.first)
    #expect(!length.isExact)
    #expect(length.minEntropyBits <= recipe.recipe.entropy().minEntropyBits)
    #expect(length.count == BigUInt(4).power(20))
    #expect(recipe.entropyMethod() == .bounded)
  }

  @Test(
    "Random cases have the entropy that listing finds, whatever cannot be counted",
    arguments: 0..<200)
  func random(seed: UInt64) throws {
    let example = RandomCase(seed: seed)
    let compliant = example.small.passwords.filter { example.policy.isCompliant($0.key) }
    do {
      let recipe = try CompliantRecipe(example.small.compiled, policy: example.policy)
      #expect(try recipe.isFeasible() == true)
      #expect(!compliant.isEmpty)
      let entropy = recipe.entropy()
      #expect(entropy.isExact)
      #expect(entropy.count == BigUInt(compliant.count))
      let total = compliant.values.reduce(0, +)
      let greatest = try #require(compliant.values.max()) / total
      #expect(abs(entropy.minEntropyBits + log2(greatest)) < 1e-9)
    } catch DrawingError.impossible {
      #expect(compliant.isEmpty)
    }
  }

  // MARK: Feasibility

  struct Impossible: Sendable {
    let words: [String]
    let change: @Sendable (inout Policy) -> Void
    let codes: Set<String>
  }

  static let impossible = [
    Impossible(
      words: ["z9", "-"],
      change: { $0.badPasswords = Self.bad(["9", "-"]) },
      codes: ["bad.word"]),
    Impossible(
      words: ["é", "ñu"], change: { $0.characters.uppercase.min = 1 },
      codes: ["characters.upper.few"]),
    Impossible(
      words: ["aab", "bcc"], change: { $0.maxRepeatedRun = 1 }, codes: ["run.long"]),
    Impossible(
      words: ["ä1", "ö2"],
      change: { policy in
        policy.characters.digits.max = 1
        policy.length.min = 2
      }, codes: ["characters.digits.many"]),
  ]

  @Test(
    "Recipes of few draws are listed to find that none complies, and why",
    arguments: impossible.indices)
  func listed(index: Int) throws {
    let example = Self.impossible[index]
    do {
      _ = try CompliantRecipe(
        Self.phrase(example.words, count: 2), policy: Self.policy(example.change))
      Issue.record("no password complies")
    } catch DrawingError.impossible(let conflict) {
      #expect(Set(conflict.rules.map(\.code)) == example.codes)
    }
  }

  @Test("What is neither counted nor found is reported as unknown")
  func unknown() throws {
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(phrase: PhraseRecipe(wordCount: 6))),
      policy: Self.policy { $0.badPasswords = Self.bad(["-"]) })
    #expect(try recipe.isFeasible() == nil)
    let chance = try recipe.estimatedChance()
    #expect(chance.method == .estimated(draws: 500))
    #expect(recipe.entropyMethod(chance) == .notCounted)
  }

  @Test("What is not counted is found by drawing, and its entropy is an estimate")
  func found() throws {
    let recipe = try CompliantRecipe(
      CompiledRecipe(PasswordRecipe(phrase: PhraseRecipe(wordCount: 6))),
      policy: Self.policy { $0.badPasswords = Self.bad(["aard"]) })
    #expect(try recipe.isFeasible() == true)
    let chance = try recipe.estimatedChance()
    #expect(recipe.entropyMethod(chance) == .estimated(draws: 10_000))
  }

  // MARK: Lengths

  @Test("The shortest length is what the counts need", arguments: [20, 30, 700])
  func shortest(count: Int) throws {
    let policy = try Self.policy { policy in
      policy.characters.lowercase.min = count
      policy.characters.uppercase.min = count
    }
    var recipe = PasswordRecipe(length: 8)
    recipe.characters?.requireEach = true
    #expect(policy.shortestLength(of: recipe) == 2 * count + 2)
  }

  @Test("The nearest length is found for large counts, shorter or longer", arguments: [20, 200])
  func nearest(count: Int) throws {
    let policy = try Self.policy { policy in
      policy.characters.digits.min = count
      policy.characters.symbols.min = count
      policy.characters.lowercase = Bounds(min: count + 1, max: 2 * count)
      policy.characters.letters.max = 3 * count
      policy.characters.digits.max = count
      policy.characters.symbols.max = count
    }
    for (length, nearest) in [(3 * count, 3 * count + 2), (5 * count + 1, 5 * count)] {
      do {
        _ = try CompliantRecipe(CompiledRecipe(PasswordRecipe(length: length)), policy: policy)
        Issue.record("no password complies")
      } catch DrawingError.impossible(let conflict) {
        #expect(conflict.nearestLength == nearest)
        #expect(!conflict.rules.isEmpty)
      }
    }
  }

  @Test(
    "The nearest length is found beside words, including the caller's own",
    arguments: [true, false])
  func nearestWithWords(isOwn: Bool) throws {
    var recipe = PasswordRecipe(length: 4)
    recipe.phrase = PhraseRecipe(wordCount: 1)
    let list = isOwn ? try Wordlist(text: Array("abc\nde".utf8)) : nil
    let policy = try Self.policy { $0.length.min = 30 }
    do {
      _ = try CompliantRecipe(CompiledRecipe(recipe, wordlist: list), policy: policy)
      Issue.record("no password complies")
    } catch DrawingError.impossible(let conflict) {
      let nearest = try #require(conflict.nearestLength)
      if isOwn { #expect(nearest == 26) }
      recipe.characters?.minLength = nearest
      _ = try CompliantRecipe(CompiledRecipe(recipe, wordlist: list), policy: policy)
      recipe.characters?.minLength = nearest - 1
      #expect(throws: DrawingError.self) {
        try CompliantRecipe(CompiledRecipe(recipe, wordlist: list), policy: policy)
      }
    }
  }

  // MARK: Bits

  @Test("Large counts have the right bits", arguments: [20, 25])
  func largeCounts(count: Int) throws {
    let policy = try Self.policy { policy in
      for group in CharacterGroup.types { policy.characters[group].min = count }
    }
    let found = try CompliantRecipe(reaching: 80, PasswordRecipe(length: 8), policy: policy)
    #expect(found.recipe.segment?.lengths == 4 * count...4 * count)
    #expect(found.entropy().isExact)
  }

  @Test("Bits that are not counted are not reported as out of reach")
  func uncounted() throws {
    let policy = try Self.policy {
      $0.badPasswords = Self.bad(["-"])
    }
    do {
      _ = try CompliantRecipe(
        reaching: 60, PasswordRecipe(phrase: PhraseRecipe(wordCount: 1)), policy: policy)
      Issue.record("nothing is known to comply")
    } catch DrawingError.uncounted(let bits, _) {
      #expect(bits == 60)
    }
  }
}
