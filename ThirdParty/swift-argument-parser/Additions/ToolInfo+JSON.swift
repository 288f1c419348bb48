enum JSONEncoder {
  /// The text that Foundation's encoder of this name writes.
  static func encode(_ value: ToolInfoV0) -> String { value.json.text() }
}

extension ToolInfoV0 {
  fileprivate var json: JSON {
    .object(["serializationVersion": .number(serializationVersion), "command": command.json])
  }
}

extension CommandInfoV0 {
  fileprivate var json: JSON {
    .object([
      "superCommands": JSON.strings(superCommands),
      "shouldDisplay": .bool(shouldDisplay),
      "commandName": .string(commandName),
      "aliases": JSON.strings(aliases),
      "abstract": JSON.string(abstract),
      "discussion": JSON.string(discussion),
      "defaultSubcommand": JSON.string(defaultSubcommand),
      "subcommands": subcommands.map { .array($0.map(\.json)) },
      "arguments": arguments.map { .array($0.map(\.json)) },
    ])
  }
}

extension ArgumentInfoV0 {
  fileprivate var json: JSON {
    .object([
      "kind": .string(kind.rawValue),
      "shouldDisplay": .bool(shouldDisplay),
      "sectionTitle": JSON.string(sectionTitle),
      "isOptional": .bool(isOptional),
      "isRepeating": .bool(isRepeating),
      "parsingStrategy": .string(parsingStrategy.rawValue),
      "names": names.map { .array($0.map(\.json)) },
      "preferredName": preferredName?.json,
      "valueName": JSON.string(valueName),
      "defaultValue": JSON.string(defaultValue),
      "allValues": JSON.strings(allValues),
      "allValueDescriptions": allValueDescriptions.map {
        .object($0.mapValues { JSON.string($0) })
      },
      "completionKind": completionKind?.json,
      "abstract": JSON.string(abstract),
      "discussion": JSON.string(discussion),
    ])
  }
}

extension ArgumentInfoV0.NameInfoV0 {
  fileprivate var json: JSON {
    .object(["kind": .string(kind.rawValue), "name": .string(name)])
  }
}

extension ArgumentInfoV0.CompletionKindV0 {
  fileprivate var json: JSON {
    let (name, members): (String, [String: JSON?]) =
      switch self {
      case .list(let values): ("list", ["values": JSON.strings(values)])
      case .file(let extensions): ("file", ["extensions": JSON.strings(extensions)])
      case .directory: ("directory", [:])
      case .shellCommand(let command): ("shellCommand", ["command": .string(command)])
      case .custom: ("custom", [:])
      case .customAsync: ("customAsync", [:])
      case .customDeprecated: ("customDeprecated", [:])
      }
    return .object([name: .object(members)])
  }
}
