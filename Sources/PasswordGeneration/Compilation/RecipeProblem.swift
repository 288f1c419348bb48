internal import TextTools

/// One thing that is wrong with a recipe.
@nonexhaustive
public enum RecipeProblem: Hashable, Sendable {
  /// The password has neither a segment nor a phrase.
  case noParts
  /// The minimum length is below 1 or above ``CharacterRecipe/maximumLength``.
  case minLengthOutOfRange(Int)
  /// The maximum length is negative or above ``CharacterRecipe/maximumLength``.
  case maxLengthOutOfRange(Int)
  /// The maximum length is below the minimum.
  case maxLengthBelowMinLength(min: Int, max: Int)
  /// No character is left to draw from.
  case emptyAlphabet
  /// Each class must occur, and this enabled one has no character left.
  case emptyRequiredClass(CharacterClass)
  /// A set contains characters other than printable ASCII, named as scalars such as `U+00E9`.
  case unsupportedCharacters(CharacterClass, scalars: [String])
  /// Each class must occur, which takes `needed` characters, and the minimum length is `min`.
  case lengthBelowRequired(min: Int, needed: Int)
  /// The pattern is longer than ``CharacterRecipe/maximumLength``.
  case patternTooLong(Int)
  /// The pattern ends in a `\` that escapes nothing.
  case patternEndsInEscape
  /// The pattern contains a character other than printable ASCII at a position, counted from 1.
  case patternUnsupportedCharacter(position: Int, scalar: String)
  /// The pattern draws from a class with no character left, at a position counted from 1.
  case patternEmptyClass(position: Int, letter: Character)
  /// Each class must occur, and the pattern cannot contain all of these at once.
  case patternBelowRequired([CharacterClass])
  /// The number of words is below 1 or above ``PhraseRecipe/maximumWordCount``.
  case wordCountOutOfRange(Int)
  /// No bundled list has this name.
  case unknownWordlist(String)
  /// No word of the list is short enough.
  case noWordShortEnough(maximumLength: Int, shortest: Int)
  /// A phrase goes inside the segment, which needs two or more characters.
  case insertNeedsTwoCharacters(length: Int)
}

extension RecipeProblem: CustomStringConvertible {
  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .noParts:
      "the password has neither characters nor words; enable one of them"
    case .minLengthOutOfRange(let length):
      "the length \(length) is out of range; use 1 to \(CharacterRecipe.maximumLength)"
    case .maxLengthOutOfRange(let length):
      "the maximum length \(length) is out of range; use at most \(CharacterRecipe.maximumLength), or 0 for the minimum length"
    case .maxLengthBelowMinLength(let min, let max):
      "the maximum length \(max) is below the minimum length \(min); raise it or leave it out"
    case .emptyAlphabet:
      "no character is left to draw from; enable a class or exclude fewer characters"
    case .emptyRequiredClass(let name):
      "each class must occur, but no character of \(name.rawValue) is left; disable that class, exclude fewer characters, or do not require each"
    case .unsupportedCharacters(let name, let scalars):
      "the \(name.rawValue) set contains \(scalars.joined(separator: ", ")); use printable ASCII, space to tilde"
    case .lengthBelowRequired(let min, let needed):
      "one of each class takes \(needed.counted("character")), but the length may be \(min); use \(needed) or more, or do not require each"
    case .patternTooLong(let count):
      "the mask has \(count) positions; use at most \(CharacterRecipe.maximumLength)"
    case .patternEndsInEscape:
      "the mask ends in a single \\; write \\\\ for a backslash"
    case .patternUnsupportedCharacter(let position, let scalar):
      "the mask contains \(scalar) at position \(position); use printable ASCII, space to tilde"
    case .patternEmptyClass(let position, let letter):
      "the mask asks for “\(letter)” at position \(position), but no such character is left; exclude fewer characters or enable a class"
    case .patternBelowRequired(let classes):
      "each class must occur, but the mask has no room for \(classes.map(\.rawValue).joined(separator: ", ")); add a position, disable the class, or do not require each"
    case .wordCountOutOfRange(let count):
      "the number of words \(count) is out of range; use 1 to \(PhraseRecipe.maximumWordCount)"
    case .unknownWordlist(let name):
      "no bundled word list is called “\(name)”; use english-large or english-short, or give your own list"
    case .noWordShortEnough(let maximumLength, let shortest):
      "no word has \(maximumLength.counted("character")) or fewer; the shortest has \(shortest)"
    case .insertNeedsTwoCharacters(let length):
      "words go inside the characters, which takes at least 2, but the length may be \(length)"
    }
  }
}

/// Everything that is wrong with a recipe.
public struct RecipeError: Error, Hashable, Sendable {
  /// The problems, one or more.
  public let problems: [RecipeProblem]

  /// Makes an error of problems.
  public init(problems: [RecipeProblem]) {
    self.problems = problems
  }
}

extension RecipeError: CustomStringConvertible {
  /// One problem per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
