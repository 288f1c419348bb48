public import PasswordGeneration

/// The request of a query string for Passwordstate's `generatepassword` call.
///
/// ```swift
/// let query = try PasswordstateQuery(
///   parsing: "IncludeAlphaSpecial=true&minLength=12&lowerCaseChars=true&numericChars=true&Qty=5")
/// var generator = try Generator(query.recipe)
/// for _ in 0..<query.quantity { print(try generator.next().reveal()) }
/// ```
public struct PasswordstateQuery: Hashable, Sendable {
  /// The maximum quantity: 1,000,000,000,000.
  public static let maximumQuantity = 1_000_000_000_000
  /// The maximum number of retries: 1,000,000.
  public static let maximumComplianceRetries = 1_000_000

  /// The recipe to draw from.
  public var recipe: PasswordRecipe
  /// `Qty`: the number of passwords, 1 by default.
  public var quantity: Int
  /// `ComplianceRetries`: how often to draw again to comply with a policy; `nil` if the query does
  /// not specify it.
  public var complianceRetries: Int?

  /// Makes a query from its parts.
  public init(recipe: PasswordRecipe, quantity: Int = 1, complianceRetries: Int? = nil) {
    self.recipe = recipe
    self.quantity = quantity
    self.complianceRetries = complianceRetries
  }
}

/// The options of Passwordstate, by the names that its query uses.
enum QueryKey: String, CaseIterable {
  case includeAlphaSpecial = "IncludeAlphaSpecial"
  case includeWordPhrases = "IncludeWordPhrases"
  case minLength
  case maxLength
  case lowerCaseChars
  case upperCaseChars
  case numericChars
  case higherAlphaRatio
  case ambiguousChars
  case specialChars
  case specialCharsText
  case bracketChars
  case bracketCharsText
  case numberOfWords = "NumberOfWords"
  case maxWordLength = "MaxWordLength"
  case prefixAppend = "PrefixAppend"
  case separateWords = "SeparateWords"
  case excludeChars = "ExcludeChars"
  case generatePattern = "GeneratePattern"
  case pattern = "Pattern"
  case quantity = "Qty"
  case complianceRetries = "ComplianceRetries"

  /// The name of the option that replaces all others.
  static let generatorID = "PasswordGeneratorID"

  private static let byLowercaseName = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.rawValue.lowercased(), $0) })

  /// Looks up the key of a name in any casing.
  init?(name: String) {
    guard let key = Self.byLowercaseName[name.lowercased()] else { return nil }
    self = key
  }
}

/// One thing that is wrong with a query string.
///
/// It names the key and never quotes a value.
@nonexhaustive
public enum QueryProblem: Hashable, Sendable {
  /// No option has this name.
  case unknownKey(String)
  /// `PasswordGeneratorID` names a generator that is kept on the server, not what it draws.
  case serverGenerator
  /// An option is given more than once.
  case duplicateKey(String)
  /// A key or value is not percent-encoded UTF-8; pairs are counted from 1.
  case badEncoding(pair: Int)
  /// A key or value contains an unencoded `#`, which ends the query of a URL; pairs are counted
  /// from 1.
  case fragment(pair: Int)
  /// The value of a boolean is neither `true` nor `false`.
  case notBoolean(key: String)
  /// The value of a number is not an integer in the range.
  case notNumber(key: String, range: ClosedRange<Int>)
  /// The value is not one of those that the option takes.
  case notOneOf(key: String, values: [String])
  /// The part of the password that is switched on needs this option.
  case missing(key: String)
}

extension QueryProblem: CustomStringConvertible {
  /// What is wrong, where, and what to do.
  public var description: String {
    switch self {
    case .unknownKey(let key):
      "unknown option “\(key)”; known options: \(QueryKey.allCases.map(\.rawValue).joined(separator: ", "))"
    case .serverGenerator:
      "\(QueryKey.generatorID) names a generator that only the server has; leave it out and write what it draws, such as IncludeAlphaSpecial=true"
    case .duplicateKey(let key): "\(key) is given more than once; give it once"
    case .badEncoding(let pair):
      "pair \(pair) is not percent-encoded UTF-8; write a literal % as %25"
    case .fragment(let pair):
      "pair \(pair) contains a #, which ends the query of a URL; write %23 for the character, or leave out the fragment"
    case .notBoolean(let key): "\(key) is neither true nor false"
    case .notNumber(let key, let range):
      "\(key) is not a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .notOneOf(let key, let values):
      "\(key) is none of \(values.joined(separator: ", "))"
    case .missing(let key): "\(key) is missing"
    }
  }
}

/// Everything that is wrong with a query string.
public struct QueryError: Error, Hashable, Sendable {
  /// The problems, one or more.
  public let problems: [QueryProblem]
}

extension QueryError: CustomStringConvertible {
  /// One problem per line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension RecipeProblem {
  /// Additional advice for a problem when the recipe comes from a query.
  package var queryAdvice: String? {
    self == .noParts
      ? "Passwordstate would use its default generator, which only the server has" : nil
  }
}
