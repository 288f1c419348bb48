import ExactIntegers
import Passwright
import TextTools

/// What a recipe draws and how hard that is to guess, for people.
struct RecipeDescription {
  private let resolved: RecipeOptions.Resolved
  private var compiled: CompiledRecipe { resolved.compiled }
  private var recipe: PasswordRecipe { compiled.definition }

  init(_ resolved: RecipeOptions.Resolved) {
    self.resolved = resolved
  }

  /// The recipe, then the entropy.
  var lines: [String] {
    segmentLines + phraseLines + lines(of: compiled.entropy())
  }

  // MARK: The recipe

  private var segmentLines: [String] {
    guard let characters = recipe.characters else { return [] }
    let alphabet = compiled.alphabet
    var lines = [
      lengthLine(characters),
      "alphabet: \(String.counting(alphabet.count, "character")): \(alphabet)",
    ]
    if characters.requireEach {
      lines.append(
        "at least one of: \(characters.enabledClasses.map(\.rawValue).joined(separator: ", "))")
    }
    if characters.higherAlphaRatio {
      lines.append(
        "symbols and brackets: at most 1 in \(CharacterRecipe.positionsPerSpecial) on average")
    }
    return lines
  }

  private func lengthLine(_ characters: CharacterRecipe) -> String {
    if let pattern = characters.pattern, !pattern.isEmpty { return "pattern: \(pattern)" }
    let least = characters.minLength
    let greatest = characters.maxLength.flatMap { $0 == 0 ? nil : $0 } ?? least
    return least == greatest
      ? "length: \(String.counting(least, "character"))"
      : "length: \(least) to \(greatest) characters, each equally likely"
  }

  private var phraseLines: [String] {
    guard let phrase = recipe.phrase else { return [] }
    let limit = phrase.maxWordLength.map { " of at most \(String.counting($0, "character"))" } ?? ""
    let separator =
      switch phrase.separator {
      case .space: "spaces"
      case .dash: "dashes"
      case .none: "nothing"
      }
    var lines = [
      """
      words: \(phrase.wordCount) from \(compiled.wordChoices.grouped)\(limit) \
      (\(listName(phrase)))
      """,
      "between words: \(separator)",
    ]
    if recipe.characters != nil {
      let place =
        switch phrase.placement {
        case .prefix: "before"
        case .append: "after"
        case .insert: "inside"
        }
      lines.append("placement: words \(place) the characters")
    }
    return lines
  }

  /// The list that words come from.
  ///
  /// A recipe that names none has the bundled one with the most words.
  private func listName(_ phrase: PhraseRecipe) -> String {
    if let wordlist = resolved.wordlist {
      return InputSource(wordlist.name).shownName
    }
    if let name = phrase.wordlist { return name }
    let maximum = phrase.maxWordLength ?? .max
    let chosen = Wordlist.Bundled.allCases.first {
      Wordlist.bundled($0).words(ofAtMost: maximum).count == compiled.wordChoices
    }
    return chosen?.rawValue ?? "bundled"
  }

  // MARK: The entropy

  /// The figures that `entropy` prints.
  ///
  /// - Parameters:
  ///   - entropy: the figures.
  ///   - method: how they were found; `nil` without a policy.
  /// - Returns: the lines.
  func lines(of entropy: Entropy, _ method: EntropyMethod? = nil) -> [String] {
    let method = method ?? EntropyMethod(entropy)
    var lines = [
      "entropy: \(method.text(entropy.shannonBits, kind: " (Shannon)"))",
      "min-entropy: \(method.text(entropy.minEntropyBits))",
      "different passwords: \(entropy.isExact ? "" : "at most ")\(entropy.count)",
    ]
    if recipe.characters != nil { lines.append("alphabet length: \(compiled.alphabet.count)") }
    if recipe.phrase != nil { lines.append("words to choose from: \(compiled.wordChoices)") }
    return lines + decodabilityLines
  }

  /// Whether words of the caller's own list can be told apart again without a separator.
  private var decodabilityLines: [String] {
    switch resolved.decodability {
    case nil: return []
    case .prefixFree: return ["word list: uniquely decodable: no word begins another"]
    case .uniquelyDecodable:
      return [
        "word list: uniquely decodable: words joined without a separator can be told apart again"
      ]
    case .ambiguous:
      let hint =
        recipe.phrase?.separator == PhraseRecipe.Separator.none ? "; use --separator dash" : ""
      return [
        """
        word list: not uniquely decodable: with nothing between them, different words can give \
        the same text\(hint)
        """
      ]
    }
  }
}
