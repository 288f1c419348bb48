public import TextTools

extension ServiceConfiguration {
  /// The configuration as a document, without the keys themselves.
  public var document: JSON {
    .object([
      .init(
        "options",
        [
          "badPasswordsAreRegularExpressions": .boolean(options.badPasswordsAreRegularExpressions),
          "generatingNeedsKey": .boolean(options.generatingNeedsKey),
        ]),
      .init("badPasswords", .array(options.badPasswords.map { .string($0) })),
      .init("generators", Self.array(generators, \.json)),
      .init("strengthPolicies", Self.array(strengthPolicies, \.json)),
      .init("accountTypes", Self.array(accountTypes, \.json)),
      .init("lists", Self.array(lists, \.json)),
      .init("keys", .array(keys.values.sorted { $0.name < $1.name }.map(\.json))),
    ])
  }

  private static func array<Value>(_ values: [Int: Value], _ json: (Value) -> JSON) -> JSON {
    .array(values.sorted { $0.key < $1.key }.map { json($0.value) })
  }

  /// The lines of two documents that differ, `-` before the old and `+` before the new.
  func differences(to new: ServiceConfiguration) -> [String] {
    var lines: [String] = []
    func compare<Value: Hashable>(
      _ title: String, _ old: [Int: Value], _ new: [Int: Value], _ json: (Value) -> JSON
    ) {
      for id in Set(old.keys).union(new.keys).sorted() where old[id] != new[id] {
        if let value = old[id] { lines.append("- \(title) \(json(value).text)") }
        if let value = new[id] { lines.append("+ \(title) \(json(value).text)") }
      }
    }
    if let old = document["options"], let options = new.document["options"], old != options {
      lines += ["- options \(old.text)", "+ options \(options.text)"]
    }
    let words = (old: options.badPasswords, new: new.options.badPasswords)
    lines += words.old.filter { !words.new.contains($0) }.map {
      "- bad password \(JSON.string($0).text)"
    }
    lines += words.new.filter { !words.old.contains($0) }.map {
      "+ bad password \(JSON.string($0).text)"
    }
    compare("generator", generators, new.generators, \.json)
    compare("strength policy", strengthPolicies, new.strengthPolicies, \.json)
    compare("account type", accountTypes, new.accountTypes, \.json)
    compare("list", lists, new.lists, \.json)
    for name in Set(keys.keys).union(new.keys.keys).sorted() where keys[name] != new.keys[name] {
      if let key = keys[name] { lines.append("- key \(key.json.text)") }
      if let key = new.keys[name] { lines.append("+ key \(key.json.text)") }
    }
    return lines
  }
}

extension ServiceKey {
  /// The key as an object of a document, without the key itself.
  var json: JSON {
    var members: [JSON.Member] = [
      .init("name", .string(name)), .init("scope", .string(scope.name)),
    ]
    if case .list(let id) = scope { members.append(.init("list", .integer(id))) }
    return .object(members)
  }
}
