internal import TextTools

/// Splits a pattern into its positions and collects what is wrong with it.
struct MaskParser {
  /// What one position of a pattern requires.
  enum Element: Equatable {
    /// A character of the set that the letter stands for.
    case draw(Character)
    /// This character.
    case literal(UInt8)
  }

  private(set) var problems: [RecipeProblem] = []

  mutating func parse(_ pattern: String) -> [Element] {
    var elements: [Element] = []
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      guard scalar.isPrintableASCII else {
        problems.append(
          .patternUnsupportedCharacter(position: elements.count + 1, scalar: scalar.notation))
        isEscaped = false
        continue
      }
      if !isEscaped && scalar == "\\" {
        isEscaped = true
        continue
      }
      let isDraw = !isEscaped && "lunsba".unicodeScalars.contains(scalar)
      elements.append(isDraw ? .draw(Character(scalar)) : .literal(UInt8(scalar.value)))
      isEscaped = false
    }
    if isEscaped { problems.append(.patternEndsInEscape) }
    return elements
  }
}

extension CharacterRecipe {
  /// The minimum number of characters of a segment, as the recipe requires it.
  var shortestLength: Int {
    guard let pattern, !pattern.isEmpty else { return minLength }
    var parser = MaskParser()
    return parser.parse(pattern).count
  }
}

extension Unicode.Scalar {
  /// Whether this is in the range from space to tilde.
  var isPrintableASCII: Bool { (0x20...0x7E).contains(value) }
}
