import TextTools

extension PasswordList {
  /// The list as an object of a document.
  var json: JSON {
    var members: [JSON.Member] = [
      .init("id", .integer(id)), .init("name", .string(name)),
      .init("description", .string(description)), .init("imageFileName", .string(imageFileName)),
      .init("guide", .string(guide)), .init("treePath", .string(treePath)),
      .init("allowExport", .boolean(allowExport)), .init("private", .boolean(isPrivate)),
      .init("timeBasedAccessRequired", .boolean(timeBasedAccessRequired)),
      .init("handshakeApprovalRequired", .boolean(handshakeApprovalRequired)),
      .init("strengthPolicy", .integer(strengthPolicyID)),
      .init("generator", .integer(generatorID)), .init("codePage", .string(codePage)),
      .init("preventPasswordReuse", .integer(preventPasswordReuse)),
      .init("authentication", .string(authentication.rawValue)),
      .init("authenticationPerSession", .boolean(authenticationPerSession)),
      .init("preventExpiryDateModification", .boolean(preventExpiryDateModification)),
      .init("resetExpiryDays", .integer(resetExpiryDays)),
      .init("preventDragDrop", .boolean(preventDragDrop)),
      .init("preventBadPasswordUse", .boolean(preventBadPasswordUse)),
      .init("provideAccessReason", .boolean(provideAccessReason)),
      .init("hasAccountType", .boolean(hasAccountType)),
      .init("resetsExpiredPasswords", .boolean(resetsExpiredPasswords)),
    ]
    let fields = genericFields.sorted { $0.key.rawValue < $1.key.rawValue }
    members.append(
      .init(
        "genericFields", .array(fields.map { $0.value.json(number: $0.key.genericNumber ?? 0) }))
    )
    return .object(members)
  }

  /// Reads a list of a document; absent keys keep their defaults.
  init?(_ reader: inout ObjectReader) {
    guard let id = reader.require(reader.integer("id", in: 1...Int(Int32.max)), "id"),
      let name = reader.require(reader.string("name"), "name")
    else { return nil }
    self.init(id: id, name: name)
    func text(_ key: String, _ path: WritableKeyPath<Self, String>, _ maximum: Int?) {
      self[keyPath: path] = reader.string(key) ?? self[keyPath: path]
      if let maximum, self[keyPath: path].utf16.count > maximum {
        reader.report("longer than \(maximum) characters; shorten it", at: key)
      }
    }
    func flag(_ key: String, _ path: WritableKeyPath<Self, Bool>) {
      self[keyPath: path] = reader.boolean(key) ?? self[keyPath: path]
    }
    func number(_ key: String, _ path: WritableKeyPath<Self, Int>, _ range: ClosedRange<Int>) {
      self[keyPath: path] = reader.integer(key, in: range) ?? self[keyPath: path]
    }
    text("name", \.name, 50)
    text("description", \.description, 255)
    text("imageFileName", \.imageFileName, 50)
    text("guide", \.guide, 8000)
    text("treePath", \.treePath, nil)
    text("codePage", \.codePage, nil)
    flag("allowExport", \.allowExport)
    flag("private", \.isPrivate)
    flag("timeBasedAccessRequired", \.timeBasedAccessRequired)
    flag("handshakeApprovalRequired", \.handshakeApprovalRequired)
    flag("authenticationPerSession", \.authenticationPerSession)
    flag("preventExpiryDateModification", \.preventExpiryDateModification)
    flag("preventDragDrop", \.preventDragDrop)
    flag("preventBadPasswordUse", \.preventBadPasswordUse)
    flag("provideAccessReason", \.provideAccessReason)
    flag("hasAccountType", \.hasAccountType)
    flag("resetsExpiredPasswords", \.resetsExpiredPasswords)
    number("strengthPolicy", \.strengthPolicyID, 0...Int(Int32.max))
    number("generator", \.generatorID, 0...Int(Int32.max))
    number("preventPasswordReuse", \.preventPasswordReuse, 0...1000)
    number("resetExpiryDays", \.resetExpiryDays, 0...36_500)
    authentication = reader.choice("authentication") ?? authentication
    for element in reader.elements("genericFields") {
      var field = ObjectReader(element.value, path: element.path)
      if let (place, value) = GenericField.read(&field) {
        if genericFields.updateValue(value, forKey: place) != nil {
          field.report("the number occurs twice; remove one", at: "number")
        }
      }
      reader.append(field.finish())
    }
  }
}

extension GenericField {
  fileprivate func json(number: Int) -> JSON {
    var members: [JSON.Member] = [
      .init("number", .integer(number)), .init("name", .string(name)),
      .init("type", .string(kind.rawValue)),
    ]
    if !options.isEmpty { members.append(.init("options", .array(options.map { .string($0) }))) }
    if let generatorID { members.append(.init("generator", .integer(generatorID))) }
    return .object(members)
  }

  fileprivate static func read(_ reader: inout ObjectReader) -> (RecordField, GenericField)? {
    let number = reader.require(reader.integer("number", in: 1...10), "number")
    let name = reader.require(reader.string("name"), "name")
    var field = GenericField(name: name ?? "", kind: reader.choice("type") ?? .text)
    field.options = reader.strings("options")
    field.generatorID = reader.integer("generator", in: 0...Int(Int32.max))
    let chooses = field.kind == .select || field.kind == .radio
    if chooses, field.options.isEmpty {
      reader.report("no values to choose from; add some", at: "options")
    } else if !chooses, !field.options.isEmpty {
      reader.report("only select and radio fields have options; remove them", at: "options")
    }
    if field.generatorID != nil, field.kind != .password {
      reader.report("only password fields have a generator; remove it", at: "generator")
    }
    guard name != nil, let place = number.flatMap({ RecordField(genericNumber: $0) }) else {
      return nil
    }
    return (place, field)
  }
}
