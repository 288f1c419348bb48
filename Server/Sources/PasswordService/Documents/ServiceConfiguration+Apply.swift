import Passwright

extension ServiceConfiguration {
  /// The configuration once a document is applied, and what is different.
  ///
  /// A section of the document replaces the one of the configuration; keys are added or replaced by
  /// name, and others stay.
  ///
  /// `hash` makes the keyed hash of a key.
  ///
  /// - Throws: ``ServiceDocument/Problems``, when parts of the result do not go together.
  func applying(
    _ document: ServiceDocument, hash: (String) -> [UInt8]
  ) throws(ServiceDocument.Problems) -> ServiceConfiguration {
    var result = self
    if let options = document.options {
      let badPasswords = result.options.badPasswords
      result.options = options
      result.options.badPasswords = badPasswords
    }
    if let badPasswords = document.badPasswords { result.options.badPasswords = badPasswords }
    if let generators = document.generators { result.generators = generators }
    if let policies = document.strengthPolicies { result.strengthPolicies = policies }
    if let types = document.accountTypes { result.accountTypes = types }
    if let lists = document.lists { result.lists = lists }
    var problems: [String] = []
    for key in document.keys {
      if let text = key.key {
        result.keys[key.name] = ServiceKey(
          name: key.name, scope: key.scope, hash: hash(text), prefix: ServiceKey.prefix(of: text))
      } else if var known = result.keys[key.name] {
        known.scope = key.scope
        result.keys[key.name] = known
      } else {
        problems.append(
          "\(key.path): there is no key “\(key.name)” yet; say what it is in “key”, or make it with “key create”"
        )
      }
    }
    problems += result.contradictions
    guard problems.isEmpty else { throw ServiceDocument.Problems(problems: problems) }
    return result
  }

  /// What does not go together.
  var contradictions: [String] {
    var problems: [String] = []
    if generators.values.count(where: \.isDefault) > 1 {
      problems.append("$.generators: more than one is the default; leave one")
    }
    if strengthPolicies.values.count(where: \.isDefault) > 1 {
      problems.append("$.strengthPolicies: more than one is the default; leave one")
    }
    for list in lists.values.sorted(by: { $0.id < $1.id }) {
      let place = "list \(list.id)"
      if list.generatorID != 0, generators[list.generatorID] == nil {
        problems.append("\(place): there is no generator \(list.generatorID)")
      }
      if list.strengthPolicyID != 0, strengthPolicies[list.strengthPolicyID] == nil {
        problems.append("\(place): there is no strength policy \(list.strengthPolicyID)")
      }
      for (field, definition) in list.genericFields.sorted(by: { $0.key.rawValue < $1.key.rawValue }
      ) {
        if let id = definition.generatorID, id != 0, generators[id] == nil {
          problems.append(
            "\(place), generic field \(field.genericNumber ?? 0): there is no generator \(id)")
        }
      }
    }
    for key in keys.values.sorted(by: { $0.name < $1.name }) {
      if case .list(let id) = key.scope, lists[id] == nil {
        problems.append("key “\(key.name)”: there is no list \(id)")
      }
    }
    do {
      _ = try CompiledPolicy(policy(preventBadPasswords: true, strength: nil))
    } catch {
      problems += error.problems.map(\.description)
    }
    return problems
  }

  /// The engine's policy of bad passwords and mandatory strength.
  func policy(preventBadPasswords: Bool, strength: StrengthPolicy?) -> Policy {
    var policy = Policy()
    if preventBadPasswords {
      if options.badPasswordsAreRegularExpressions {
        policy.badPasswords.patterns = options.badPasswords
      } else {
        policy.badPasswords.words = options.badPasswords
      }
    }
    if let strength, strength.rule.mandatory { policy.strength = strength.rule }
    return policy
  }

  /// The engine's policy of a list.
  func policy(of list: PasswordList) -> Policy {
    policy(
      preventBadPasswords: list.preventBadPasswordUse,
      strength: strengthPolicy(list.strengthPolicyID))
  }
}

extension ServiceKey {
  /// How many characters of a key its prefix has.
  static let prefixLength = 4

  /// The first characters of a key.
  static func prefix(of key: String) -> String { String(key.prefix(prefixLength)) }
}
