import PasswordGeneration

/// Properties of a recipe that a query of Passwordstate cannot express.
public struct QueryLossError: Error, Hashable, Sendable {
  /// The names of the recipe's properties that have no option.
  public let properties: [String]
}

extension QueryLossError: CustomStringConvertible {
  /// What cannot be expressed and what to do.
  public var description: String {
    "a query has no option for \(properties.joined(separator: ", ")); leave it at its default"
  }
}

extension PasswordstateQuery {
  /// Returns the query string for the same query: it reads back as an equal query except for what
  /// has no effect, such as the set of a class that is off.
  ///
  /// - Throws: ``QueryLossError`` when the recipe requires each class or names a word list, or its
  ///   pattern is the word `null`, which stands for no pattern.
  public func queryString() throws(QueryLossError) -> String {
    let lost = lostProperties
    guard lost.isEmpty else { throw QueryLossError(properties: lost) }
    var pairs: [(QueryKey, String)] = [
      (.includeAlphaSpecial, Self.text(recipe.characters != nil)),
      (.includeWordPhrases, Self.text(recipe.phrase != nil)),
    ]
    if let characters = recipe.characters { pairs += Self.pairs(of: characters) }
    if let phrase = recipe.phrase { pairs += Self.pairs(of: phrase) }
    pairs.append((.quantity, String(quantity)))
    if let complianceRetries { pairs.append((.complianceRetries, String(complianceRetries))) }
    return pairs.map { "\($0.0.rawValue)=\(Self.encode($0.1))" }.joined(separator: "&")
  }

  private var lostProperties: [String] {
    var lost: [String] = []
    if recipe.characters?.requireEach == true { lost.append("requireEach") }
    if recipe.characters?.pattern?.lowercased() == "null" { lost.append("the mask “null”") }
    if recipe.phrase?.wordlist != nil { lost.append("wordlist") }
    return lost
  }

  private static func pairs(of recipe: CharacterRecipe) -> [(QueryKey, String)] {
    var pairs: [(QueryKey, String)] = [
      (.minLength, String(recipe.minLength)),
      (.maxLength, String(recipe.maxLength ?? 0)),
      (.lowerCaseChars, text(recipe.lowercase)),
      (.upperCaseChars, text(recipe.uppercase)),
      (.numericChars, text(recipe.digits)),
      (.higherAlphaRatio, text(recipe.higherAlphaRatio)),
      (.ambiguousChars, text(recipe.includesAmbiguous)),
      (.specialChars, text(recipe.symbols)),
      (.bracketChars, text(recipe.brackets)),
      (.excludeChars, recipe.excluded),
    ]
    if recipe.symbols { pairs.append((.specialCharsText, recipe.symbolSet ?? "")) }
    if recipe.brackets { pairs.append((.bracketCharsText, recipe.bracketSet ?? "")) }
    if let pattern = recipe.pattern, !pattern.isEmpty {
      pairs += [(.generatePattern, text(true)), (.pattern, pattern)]
    }
    return pairs
  }

  private static func pairs(of recipe: PhraseRecipe) -> [(QueryKey, String)] {
    let placement =
      switch recipe.placement {
      case .prefix: "P"
      case .append: "A"
      case .insert: "I"
      }
    let separator =
      switch recipe.separator {
      case .space: "S"
      case .dash: "D"
      case .none: "N"
      }
    return [
      (.numberOfWords, String(recipe.wordCount)),
      (.maxWordLength, recipe.maxWordLength.map { String($0) } ?? ""),
      (.prefixAppend, placement),
      (.separateWords, separator),
    ]
  }

  private static func text(_ boolean: Bool) -> String { boolean ? "true" : "false" }

  /// Percent-encodes everything except the unreserved characters of RFC 3986.
  private static func encode(_ text: String) -> String {
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      if unreserved.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
