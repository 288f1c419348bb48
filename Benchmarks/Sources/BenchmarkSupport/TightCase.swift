public import Passwright

/// A recipe of which few draws comply with a policy, as sites have them.
public struct TightCase: Sendable {
  /// What is asked, in words.
  public let name: String
  /// What is drawn.
  public let recipe: PasswordRecipe
  /// What it complies with.
  public let policy: Policy

  /// Makes a case of characters.
  public init(
    _ name: String, length: Int, _ recipe: (inout CharacterRecipe) -> Void = { _ in },
    _ rules: (inout Policy) -> Void
  ) {
    self.name = name
    self.recipe = characters(length...length, recipe)
    var policy = Policy()
    rules(&policy)
    self.policy = policy
  }

  /// The recipe with its policy, ready to draw.
  public func compiled() throws -> CompliantRecipe {
    try CompliantRecipe(CompiledRecipe(recipe), policy: CompiledPolicy(policy))
  }

  /// The case that the speed budget names.
  public static var twoOfEachClass: TightCase {
    TightCase("8 characters, 2 of each of 4 classes", length: 8) { $0.requireEachClass(2) }
  }

  /// The cases that are measured.
  public static var all: [TightCase] {
    [
      twoOfEachClass,
      TightCase("16 lower and digits, 6 digits", length: 16) {
        $0.uppercase = false
        $0.symbols = false
      } _: {
        $0.characters.digits.min = 6
      },
      TightCase("24 characters, 5 of each of 4 classes", length: 24) { $0.requireEachClass(5) },
      TightCase("PIN of 4, no runs, no sequences", length: 4) {
        $0.lowercase = false
        $0.uppercase = false
        $0.symbols = false
      } _: {
        $0.maxRepeatedRun = 1
        $0.maxSequence = 2
      },
      TightCase("20 characters, exactly one -", length: 20) {
        $0.sets = [
          SetRule(set: CharacterUnion(characters: "-"), bounds: Bounds(min: 1, max: 1))
        ]
      },
    ]
  }
}

extension Policy {
  fileprivate mutating func requireEachClass(_ count: Int) {
    for group in [CharacterGroup.lowercase, .uppercase, .digits, .symbols] {
      characters[group].min = count
    }
  }
}
