public import Passwright

/// A named recipe that lists and callers refer to by number.
public struct GeneratorDefinition: Hashable, Sendable {
  /// The number, from 1.
  public var id: Int
  /// The name.
  public var name: String
  /// Whether it is used where none is named.
  public var isDefault = false
  /// What it draws.
  public var recipe: PasswordRecipe

  /// Makes a generator.
  public init(id: Int, name: String, isDefault: Bool = false, recipe: PasswordRecipe) {
    self.id = id
    self.name = name
    self.isDefault = isDefault
    self.recipe = recipe
  }
}

/// A named measure of strength that lists refer to by number.
public struct StrengthPolicy: Hashable, Sendable {
  /// The number, from 1.
  public var id: Int
  /// The name.
  public var name: String
  /// Whether it is used where none is named.
  public var isDefault = false
  /// How strength is measured, and whether it must be reached.
  public var rule: StrengthRule

  /// Makes a policy.
  public init(id: Int, name: String, isDefault: Bool = false, rule: StrengthRule) {
    self.id = id
    self.name = name
    self.isDefault = isDefault
    self.rule = rule
  }
}

/// What kind of account a record is of.
public struct AccountType: Hashable, Sendable {
  /// The type whose passwords can be handed over to Windows.
  public static let windows = "Windows"

  /// The number, from 1.
  public var id: Int
  /// The name.
  public var name: String

  /// Makes a type.
  public init(id: Int, name: String) {
    self.id = id
    self.name = name
  }
}

/// What holds for the whole service.
public struct ServiceOptions: Hashable, Sendable {
  /// Whether bad passwords are regular expressions; otherwise a password is compared as a whole.
  public var badPasswordsAreRegularExpressions = false
  /// The bad passwords.
  public var badPasswords: [String] = []
  /// Whether generating a password that is not stored needs a key.
  public var generatingNeedsKey = false

  /// Makes the defaults.
  public init() {}
}

/// A key that callers authenticate with.
public struct ServiceKey: Hashable, Sendable {
  /// What a key opens.
  public enum Scope: Hashable, Sendable {
    /// Everything.
    case system
    /// One list and its records.
    case list(Int)
    /// Generating passwords that are not stored.
    case generator
  }

  /// The name, which is unique.
  public var name: String
  /// What it opens.
  public var scope: Scope
  /// The keyed hash of the key.
  public var hash: [UInt8]
  /// The first characters of the key, to tell keys apart.
  public var prefix: String

  /// Makes a key.
  public init(name: String, scope: Scope, hash: [UInt8], prefix: String) {
    self.name = name
    self.scope = scope
    self.hash = hash
    self.prefix = prefix
  }
}

/// Everything that administrators set, records aside.
public struct ServiceConfiguration: Hashable, Sendable {
  /// What holds for the whole service.
  public var options = ServiceOptions()
  /// The generators, by number.
  public var generators: [Int: GeneratorDefinition] = [:]
  /// The strength policies, by number.
  public var strengthPolicies: [Int: StrengthPolicy] = [:]
  /// The account types, by number.
  public var accountTypes: [Int: AccountType] = [:]
  /// The lists, by number.
  public var lists: [Int: PasswordList] = [:]
  /// The keys, by name.
  public var keys: [String: ServiceKey] = [:]

  /// Makes an empty configuration.
  public init() {}

  /// The generator of a number, 0 standing for the default one.
  public func generator(_ id: Int) -> GeneratorDefinition? {
    id == 0 ? generators.values.first(where: \.isDefault) : generators[id]
  }

  /// The strength policy of a number, 0 standing for the default one.
  public func strengthPolicy(_ id: Int) -> StrengthPolicy? {
    id == 0 ? strengthPolicies.values.first(where: \.isDefault) : strengthPolicies[id]
  }
}
