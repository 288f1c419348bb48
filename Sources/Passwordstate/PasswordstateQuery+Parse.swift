import PasswordGeneration
import TextTools

extension PasswordstateQuery {
  /// Reads a query string, with or without the leading `?` or a URL before it.
  ///
  /// A `#` is rejected: in a URL it begins the fragment, and a text value would end elsewhere than
  /// in a browser.
  ///
  /// Keys are recognized in any order and casing; values are percent- and plus-decoded; booleans
  /// are read in any casing. An absent or empty boolean is `false`, an absent or empty number or
  /// text unset; `maxLength=0` and `Pattern=null` are unset too. Options of a part that is switched
  /// off are ignored. `Pattern` counts unless `GeneratePattern` is `false`.
  ///
  /// - Throws: ``QueryError`` with every ``QueryProblem``. Whether the recipe is valid is left to
  ///   `CompiledRecipe`.
  /// - Complexity: O(*n*), where *n* is the length of the string in bytes.
  public init(parsing string: String) throws(QueryError) {
    // A byte order mark, which a file may begin with and a shell passes on with its text.
    let isMarked = string.unicodeScalars.first == "\u{FEFF}"
    var reader = try QueryReader(
      isMarked ? String(string.unicodeScalars.dropFirst()) : string)
    try self.init(&reader)
  }

  /// Reads options whose names and values are already decoded, as a server does that serves any
  /// client: unknown options are ignored, and of an option given twice the last one counts.
  ///
  /// Everything else is as in ``init(parsing:)``.
  ///
  /// - Throws: ``QueryError`` with every ``QueryProblem``.
  public init(lenientlyReading options: [(name: String, value: String)]) throws(QueryError) {
    var reader = QueryReader(options)
    try self.init(&reader)
  }

  /// Whether an option of this name, in any casing, affects the recipe.
  public static func isRecipeOption(_ name: String) -> Bool {
    switch QueryKey(name: name) {
    case nil, .quantity, .complianceRetries: false
    default: true
    }
  }

  private init(_ reader: inout QueryReader) throws(QueryError) {
    var recipe = PasswordRecipe()
    if reader.boolean(.includeAlphaSpecial) { recipe.characters = reader.characterRecipe() }
    if reader.boolean(.includeWordPhrases) { recipe.phrase = reader.phraseRecipe() }
    let quantity = reader.number(.quantity, in: 1...Self.maximumQuantity) ?? 1
    let retries = reader.number(.complianceRetries, in: 0...Self.maximumComplianceRetries)
    guard reader.problems.isEmpty else { throw QueryError(problems: reader.problems) }
    self.init(recipe: recipe, quantity: quantity, complianceRetries: retries)
  }
}

/// Splits a query into its options and collects what is wrong with it.
private struct QueryReader {
  private var values: [QueryKey: String] = [:]
  private(set) var problems: [QueryProblem] = []

  init(_ string: String) throws(QueryError) {
    // By bytes, since a combining character would form one `Character` with the sign before it.
    var query = string.utf8[...]
    // What comes before a `?` is a URL unless it contains a pair: `a=b?c` has its `?` in a value.
    if let mark = query.firstIndex(of: UInt8(ascii: "?")),
      !query[..<mark].contains(UInt8(ascii: "="))
    {
      query = query[query.index(after: mark)...]
    }
    var seen: Set<QueryKey> = []
    let pairs = query.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
    for (index, pair) in pairs.enumerated() where !pair.isEmpty {
      guard !pair.contains(UInt8(ascii: "#")) else {
        // It is unknown whether what follows counts, and what would be missing without it.
        throw QueryError(problems: problems + [.fragment(pair: index + 1)])
      }
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decode(parts[0]),
        let value = parts.count > 1 ? Self.decode(parts[1]) : ""
      else {
        problems.append(.badEncoding(pair: index + 1))
        continue
      }
      guard let key = QueryKey(name: name) else {
        let isGenerator = name.lowercased() == QueryKey.generatorID.lowercased()
        problems.append(isGenerator ? .serverGenerator : .unknownKey(Self.printable(name)))
        continue
      }
      guard seen.insert(key).inserted else {
        problems.append(.duplicateKey(key.rawValue))
        continue
      }
      values[key] = value.isEmpty ? nil : value
    }
  }

  /// Takes the known ones of options that are already decoded.
  init(_ options: [(name: String, value: String)]) {
    for (name, value) in options {
      if let key = QueryKey(name: name) { values[key] = value.isEmpty ? nil : value }
    }
  }

  /// Returns a name as it may appear in a message: short, and without control characters.
  private static func printable(_ name: String) -> String {
    String(name.unicodeScalars.prefix(40)).printable
  }

  /// Decodes percent-encoding, and `+` as a space.
  private static func decode(_ text: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(hexadecimalDigit),
          let low = rest.popFirst().flatMap(hexadecimalDigit)
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  // MARK: Values

  mutating func boolean(_ key: QueryKey) -> Bool {
    switch values[key]?.lowercased() {
    case nil, "false": return false
    case "true": return true
    default:
      problems.append(.notBoolean(key: key.rawValue))
      return false
    }
  }

  mutating func number(_ key: QueryKey, in range: ClosedRange<Int>) -> Int? {
    guard let value = values[key] else { return nil }
    guard let number = Int(value), range.contains(number) else {
      problems.append(.notNumber(key: key.rawValue, range: range))
      return nil
    }
    return number
  }

  mutating func choice<Value>(_ key: QueryKey, _ choices: [(String, Value)]) -> Value? {
    guard let value = values[key] else { return nil }
    let choice = choices.first { $0.0.lowercased() == value.lowercased() }
    if choice == nil {
      problems.append(.notOneOf(key: key.rawValue, values: choices.map(\.0)))
    }
    return choice?.1
  }

  // MARK: Parts

  /// The range of a length or count, wide enough for the recipe to report what is wrong with it.
  private static let anyCount = 0...1_000_000

  mutating func characterRecipe() -> CharacterRecipe {
    var recipe = CharacterRecipe()
    recipe.lowercase = boolean(.lowerCaseChars)
    recipe.uppercase = boolean(.upperCaseChars)
    recipe.digits = boolean(.numericChars)
    recipe.symbols = boolean(.specialChars)
    recipe.symbolSet = recipe.symbols ? values[.specialCharsText] : nil
    recipe.brackets = boolean(.bracketChars)
    recipe.bracketSet = recipe.brackets ? values[.bracketCharsText] : nil
    recipe.includesAmbiguous = boolean(.ambiguousChars)
    recipe.higherAlphaRatio = boolean(.higherAlphaRatio)
    recipe.excluded = values[.excludeChars] ?? ""
    let usesPattern = values[.generatePattern] == nil || boolean(.generatePattern)
    if usesPattern, let pattern = values[.pattern], pattern.lowercased() != "null" {
      recipe.pattern = pattern
      // Kept, but ignored: a pattern has its own length.
      recipe.minLength = values[.minLength].flatMap { Int($0) } ?? recipe.minLength
      recipe.maxLength = values[.maxLength].flatMap { Int($0) }.flatMap { $0 == 0 ? nil : $0 }
      return recipe
    }
    if values[.minLength] == nil {
      problems.append(.missing(key: QueryKey.minLength.rawValue))
    }
    recipe.minLength = number(.minLength, in: Self.anyCount) ?? recipe.minLength
    recipe.maxLength = number(.maxLength, in: Self.anyCount).flatMap { $0 == 0 ? nil : $0 }
    return recipe
  }

  mutating func phraseRecipe() -> PhraseRecipe {
    var recipe = PhraseRecipe(wordCount: 1)
    if values[.numberOfWords] == nil {
      problems.append(.missing(key: QueryKey.numberOfWords.rawValue))
    }
    recipe.wordCount = number(.numberOfWords, in: Self.anyCount) ?? recipe.wordCount
    recipe.maxWordLength = number(.maxWordLength, in: Self.anyCount)
    recipe.placement =
      choice(.prefixAppend, [("P", .prefix), ("A", .append), ("I", .insert)]) ?? recipe.placement
    recipe.separator =
      choice(.separateWords, [("S", .space), ("D", .dash), ("N", .none)]) ?? recipe.separator
    return recipe
  }
}
