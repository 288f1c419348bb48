import FoundationEssentials
import Passwright
import TextTools

extension GeneratorDefinition {
  /// The generator as an object of a document.
  var json: JSON {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // A recipe is a plain value, which always encodes to JSON.
    let recipe = (try? JSON(parsing: Array(encoder.encode(recipe)))) ?? .null
    return .object([
      .init("id", .integer(id)), .init("name", .string(name)),
      .init("default", .boolean(isDefault)),
      .init("recipe", recipe),
    ])
  }

  /// Reads a generator of a document: a recipe as the engine writes it, or a `query` as
  /// Passwordstate's `generatepassword` takes it.
  init?(_ reader: inout ObjectReader) {
    let id = reader.require(reader.integer("id", in: 1...Int(Int32.max)), "id")
    let name = reader.require(reader.string("name"), "name")
    let isDefault = reader.boolean("default") ?? false
    let query = reader.string("query")
    let value = reader.value("recipe")
    var recipe: PasswordRecipe?
    switch (value, query) {
    case (let value?, nil): recipe = Self.recipe(value, &reader)
    case (nil, let query?): recipe = Self.recipe(query: query, &reader)
    case (nil, nil): reader.report("neither “recipe” nor “query”; add one of them")
    case (_?, _?): reader.report("both “recipe” and “query”; remove one of them")
    }
    guard let id, let name, let recipe else { return nil }
    do {
      _ = try CompiledRecipe(recipe)
    } catch {
      for problem in error.problems { reader.report(problem.description) }
    }
    self.init(id: id, name: name, isDefault: isDefault, recipe: recipe)
  }

  private static func recipe(_ value: JSON, _ reader: inout ObjectReader) -> PasswordRecipe? {
    do {
      return try JSONDecoder().decode(PasswordRecipe.self, from: Data(value.bytes))
    } catch DecodingError.typeMismatch(_, let context), DecodingError.dataCorrupted(let context),
      DecodingError.keyNotFound(_, let context), DecodingError.valueNotFound(_, let context)
    {
      let path = context.codingPath.map { ".\($0.stringValue)" }.joined()
      reader.report(context.debugDescription, at: "recipe\(path)")
    } catch {
      reader.report("not a recipe", at: "recipe")
    }
    return nil
  }

  private static func recipe(query: String, _ reader: inout ObjectReader) -> PasswordRecipe? {
    do {
      return try PasswordstateQuery(parsing: query).recipe
    } catch {
      for problem in error.problems { reader.report(problem.description, at: "query") }
      return nil
    }
  }
}

extension StrengthPolicy {
  /// The policy as an object of a document.
  var json: JSON {
    var policy = Policy()
    policy.strength = rule
    let strength = (try? JSON(parsing: Array(policy.json.utf8)))?["strength"] ?? .null
    return .object([
      .init("id", .integer(id)), .init("name", .string(name)),
      .init("default", .boolean(isDefault)),
      .init("strength", strength),
    ])
  }

  /// Reads a policy of a document, its `strength` being that of a policy file.
  init?(_ reader: inout ObjectReader) {
    let id = reader.require(reader.integer("id", in: 1...Int(Int32.max)), "id")
    let name = reader.require(reader.string("name"), "name")
    let isDefault = reader.boolean("default") ?? false
    guard let strength = reader.require(reader.value("strength"), "strength") else { return nil }
    do {
      let policy = try Policy(json: JSON.object([.init("strength", strength)]).bytes)
      _ = try CompiledPolicy(policy)
      guard let id, let name, let rule = policy.strength else { return nil }
      self.init(id: id, name: name, isDefault: isDefault, rule: rule)
    } catch {
      for problem in error.problems { reader.report(problem.description) }
      return nil
    }
  }
}

extension AccountType {
  /// The type as an object of a document.
  var json: JSON { ["id": .integer(id), "name": .string(name)] }

  /// Reads a type of a document.
  init?(_ reader: inout ObjectReader) {
    let id = reader.require(reader.integer("id", in: 1...Int(Int32.max)), "id")
    let name = reader.require(reader.string("name"), "name")
    guard let id, let name else { return nil }
    self.init(id: id, name: name)
  }
}

extension ServiceKey.Scope {
  /// The name of the scope in a document.
  package var name: String {
    switch self {
    case .system: "system"
    case .list: "list"
    case .generator: "generator"
    }
  }

  /// The list that it opens, when it opens one only.
  package var listID: Int? { if case .list(let id) = self { id } else { nil } }

  /// Makes a scope of its name and the list that it opens; `nil` when they do not go together.
  package init?(name: String, list: Int?) {
    switch (name, list) {
    case ("system", nil): self = .system
    case ("generator", nil): self = .generator
    case ("list", let id?): self = .list(id)
    default: return nil
    }
  }
}
