import CharacterSets
import TextTools

extension CharacterClass {
  /// The bit of the class in a mask.
  var bit: UInt8 {
    switch self {
    case .lowercase: 1
    case .uppercase: 2
    case .digits: 4
    case .symbols: 8
    case .brackets: 16
    }
  }

  /// The exclusive upper bound of all masks: 2 to the number of classes.
  static let maskCount = 32
}

/// Finds what is wrong with a character recipe and makes its plan.
struct SegmentCompiler {
  let recipe: CharacterRecipe
  private(set) var problems: [RecipeProblem] = []

  /// The enabled classes and their characters, found once, since every character is looked up here.
  private let classes: [(bit: UInt8, characters: ASCIISet)]

  init(recipe: CharacterRecipe) {
    self.recipe = recipe
    classes = recipe.enabledClasses.map { ($0.bit, recipe.characters(of: $0)) }
  }

  /// Returns the plan, or `nil` when there are problems.
  mutating func compile() -> SegmentPlan? {
    checkSets()
    if let pattern = recipe.pattern, !pattern.isEmpty {
      return compilePattern(pattern)
    }
    return compileUniform()
  }

  private func mask(of code: UInt8) -> UInt8 {
    classes.reduce(0) { $1.characters.contains(code) ? $0 | $1.bit : $0 }
  }

  private var requiredMask: UInt8 {
    recipe.requireEach ? recipe.enabledClasses.reduce(0) { $0 | $1.bit } : 0
  }

  private mutating func checkSets() {
    let sets: [(CharacterClass, String?)] = [
      (.symbols, recipe.symbolSet), (.brackets, recipe.bracketSet),
    ]
    for (name, text) in sets where recipe.isEnabled(name) || patternDraws(from: name) {
      let unsupported = (text ?? "").unicodeScalars.filter { !$0.isPrintableASCII }
      if !unsupported.isEmpty {
        problems.append(.unsupportedCharacters(name, scalars: unsupported.map(\.notation)))
      }
    }
    guard recipe.requireEach else { return }
    for name in recipe.enabledClasses where recipe.characters(of: name).isEmpty {
      problems.append(.emptyRequiredClass(name))
    }
  }

  /// Whether the pattern has a position for a set, which it then draws from even if the class is
  /// disabled.
  private func patternDraws(from name: CharacterClass) -> Bool {
    guard let pattern = recipe.pattern else { return false }
    var parser = MaskParser()
    return parser.parse(pattern).contains {
      switch ($0, name) {
      case (.draw("s"), .symbols), (.draw("b"), .brackets): true
      default: false
      }
    }
  }

  private var enabledAlphabet: Alphabet {
    let alphanumerics: ASCIISet = [CharacterClass.lowercase, .uppercase, .digits]
      .filter { recipe.isEnabled($0) }
      .reduce(into: []) { $0.formUnion(recipe.characters(of: $1)) }
    return Alphabet(
      ordinary: alphanumerics, special: recipe.alphabet.subtracting(alphanumerics),
      positionsPerSpecial: recipe.higherAlphaRatio ? CharacterRecipe.positionsPerSpecial : nil,
      mask: mask(of:))
  }

  // MARK: Without a pattern

  private mutating func compileUniform() -> SegmentPlan? {
    let alphabet = enabledAlphabet
    if alphabet.count == 0 { problems.append(.emptyAlphabet) }
    let minLength = recipe.minLength
    let maxLength = recipe.maxLength.flatMap { $0 == 0 ? nil : $0 } ?? minLength
    let allowed = 1...CharacterRecipe.maximumLength
    if !allowed.contains(minLength) { problems.append(.minLengthOutOfRange(minLength)) }
    if maxLength != minLength {
      if !(0...CharacterRecipe.maximumLength).contains(maxLength) {
        problems.append(.maxLengthOutOfRange(maxLength))
      } else if maxLength < minLength {
        problems.append(.maxLengthBelowMinLength(min: minLength, max: maxLength))
      }
    }
    let needed = Coverage(alphabet: alphabet).positionsNeeded(for: requiredMask)
    if let needed, minLength >= 1, minLength < needed {
      problems.append(.lengthBelowRequired(min: minLength, needed: needed))
    }
    guard problems.isEmpty else { return nil }
    return SegmentPlan(
      alphabets: [alphabet], shape: .uniform(minLength...maxLength), requiredMask: requiredMask)
  }

  // MARK: With a pattern

  private mutating func compilePattern(_ pattern: String) -> SegmentPlan? {
    var alphabets: [Alphabet] = []
    var indices: [Character: Int] = [:]
    var slots: [SegmentPlan.Slot] = []
    var parser = MaskParser()
    let elements = parser.parse(pattern)
    problems += parser.problems
    for element in elements {
      let position = slots.count + 1
      switch element {
      case .literal(let code):
        slots.append(.literal(code, mask: mask(of: code)))
      case .draw(let letter):
        let index =
          indices[letter]
          ?? {
            alphabets.append(alphabet(forLetter: letter))
            return alphabets.count - 1
          }()
        indices[letter] = index
        if alphabets[index].count == 0 {
          problems.append(.patternEmptyClass(position: position, letter: letter))
        }
        slots.append(.alphabet(index))
      }
    }
    if slots.count > CharacterRecipe.maximumLength {
      problems.append(.patternTooLong(slots.count))
    }
    let plan = SegmentPlan(
      alphabets: alphabets, shape: .pattern(slots), requiredMask: requiredMask)
    if problems.isEmpty {
      let missing = Coverage.missing(in: plan)
      if missing != 0 {
        problems.append(
          .patternBelowRequired(recipe.enabledClasses.filter { $0.bit & missing != 0 }))
      }
    }
    return problems.isEmpty ? plan : nil
  }

  private func alphabet(forLetter letter: Character) -> Alphabet {
    switch letter {
    case "l": Alphabet(recipe.characters(of: .lowercase), mask: mask(of:))
    case "u": Alphabet(recipe.characters(of: .uppercase), mask: mask(of:))
    case "n": Alphabet(recipe.characters(of: .digits), mask: mask(of:))
    case "s": Alphabet(recipe.characters(of: .symbols), mask: mask(of:))
    case "b": Alphabet(recipe.characters(of: .brackets), mask: mask(of:))
    default: enabledAlphabet
    }
  }
}
