import PasswordService
import TextTools

/// Writes the vendor's objects.
struct WireWriter: Sendable {
  let generation: Call.Generation
  let dateFormat: DateFormat
  let clock: @Sendable (Int) -> LocalTime

  func list(_ description: ListDescription) -> JSON {
    let list = description.list
    return [
      "PasswordListID": .integer(list.id),
      "PasswordList": .string(list.name),
      "Description": .string(list.description),
      "ImageFileName": .string(list.imageFileName),
      "Guide": .string(list.guide),
      "AllowExport": .boolean(list.allowExport),
      "PrivatePasswordList": .boolean(list.isPrivate),
      "TimeBasedAccessRequired": .boolean(list.timeBasedAccessRequired),
      "HandshakeApprovalRequired": .boolean(list.handshakeApprovalRequired),
      "PasswordStrengthPolicyID": .integer(list.strengthPolicyID),
      "PasswordGeneratorID": .integer(list.generatorID),
      "CodePage": .string(list.codePage),
      "PreventPasswordReuse": .integer(list.preventPasswordReuse),
      "AuthenticationType": .string(list.authentication.rawValue),
      "AuthenticationPerSession": .boolean(list.authenticationPerSession),
      "PreventExpiryDateModification": .boolean(list.preventExpiryDateModification),
      "ResetExpiryDate": .integer(list.resetExpiryDays),
      "PreventDragDrop": .boolean(list.preventDragDrop),
      "PreventBadPasswordUse": .boolean(list.preventBadPasswordUse),
      "ProvideAccessReason": .boolean(list.provideAccessReason),
      "TreePath": .string(list.treePath),
      "TotalPasswords": .integer(description.recordCount),
      "GeneratorName": .string(description.generatorName),
      "PolicyName": .string(description.strengthPolicyName),
    ]
  }

  /// A record; with `namesList`, the list that holds it is named too.
  func record(_ revealed: RevealedRecord, namesList: Bool = false) -> JSON {
    let record = revealed.record
    var members: [JSON.Member] = []
    if namesList {
      members = [
        .init("PasswordListID", .integer(revealed.list.id)),
        .init("PasswordList", .string(revealed.list.name)),
        .init("TreePath", .string(revealed.list.treePath)),
      ]
    }
    members.append(.init("PasswordID", .integer(record.id)))
    members.append(.init("Title", .string(revealed.texts[.title])))
    if generation == .later {
      members.append(.init("Domain", ""))
      members.append(.init("HostName", .string(revealed.host)))
    }
    let userName = generation == .first ? "Username" : "UserName"
    members += contents(record.contents, revealed.texts, revealed.list, userName: userName)
    if generation == .later {
      members.append(.init("AccountType", .string(revealed.accountType)))
      members.append(.init("GenericFieldInfo", genericFieldInfo(revealed)))
    }
    members.append(.init("Password", .string(revealed.password)))
    members.append(.init("ExpiryDate", date(record.contents.expiryDate)))
    members.append(.init("AllowExport", .boolean(record.allowExport)))
    return .object(members)
  }

  func historyRow(_ revealed: RevealedHistoryRow, list: PasswordList?) -> JSON {
    let row = revealed.row
    var members: [JSON.Member] = [
      .init("PasswordHistoryID", .integer(row.id)), .init("Title", .string(revealed.texts[.title])),
    ]
    members += contents(row.contents, revealed.texts, list, userName: "UserName")
    members += [
      .init("Password", .string(revealed.password)),
      .init("ExpiryDate", date(row.contents.expiryDate)),
      .init("DateChanged", .string(dateFormat.text(clock(row.time)))),
      .init("PasswordList", .string(row.listName)),
      .init("UserID", .string(row.author.userID)),
      .init("FirstName", .string(row.author.firstName)),
      .init("Surname", .string(row.author.surname)),
      .init("PasswordID", .integer(row.recordID)),
    ]
    return .object(members)
  }

  /// The members that records and rows of histories share, from the user name to the URL.
  private func contents(
    _ contents: RecordContents, _ texts: RecordTexts, _ list: PasswordList?, userName: String
  ) -> [JSON.Member] {
    var members: [JSON.Member] = [
      .init(userName, .string(texts[.userName])),
      .init("Description", .string(texts[.description])),
    ]
    for field in RecordField.genericFields {
      let text = shown(texts[field], field, list)
      members.append(.init("GenericField\(field.genericNumber ?? 0)", .string(text)))
    }
    members += [
      .init("AccountTypeID", .integer(contents.accountTypeID)),
      .init("Notes", .string(texts[.notes])), .init("URL", .string(texts[.url])),
    ]
    return members
  }

  /// The text of a generic field, dates in the format of the locale.
  private func shown(_ text: String, _ field: RecordField, _ list: PasswordList?) -> String {
    guard list?.genericFields[field]?.kind == .date, let date = CalendarDate(iso: text) else {
      return text
    }
    return dateFormat.text(date)
  }

  private func genericFieldInfo(_ revealed: RevealedRecord) -> JSON {
    let fields = revealed.list.genericFields.sorted { $0.key.rawValue < $1.key.rawValue }
    return .array(
      fields.map { field, definition in
        [
          "GenericFieldID": .string("GenericField\(field.genericNumber ?? 0)"),
          "DisplayName": .string(definition.name),
          "Value": .string(shown(revealed.texts[field], field, revealed.list)),
        ]
      })
  }

  private func date(_ date: CalendarDate?) -> JSON {
    .string(date.map { dateFormat.text($0) } ?? "")
  }
}
