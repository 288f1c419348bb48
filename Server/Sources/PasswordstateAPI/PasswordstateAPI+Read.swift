import HTTPTypes
import PasswordService
import ServiceHTTP
import TextTools

extension PasswordstateAPI {
  func writer(_ call: Call) -> WireWriter {
    WireWriter(
      generation: call.generation, dateFormat: settings.dateFormat, clock: service.localTime(of:))
  }

  // MARK: Lists

  func readList(_ call: Call) async throws(ServiceError) -> Answer {
    guard let id = try call.idInPath("PasswordListID") else { return try await readLists(call) }
    let list = try await service.list(id, by: call.caller)
    return Answer(json: .array([writer(call).list(list)]), element: "PasswordList")
  }

  func readLists(_ call: Call) async throws(ServiceError) -> Answer {
    let lists = try await service.lists(by: call.caller)
    return Answer(json: .array(lists.map(writer(call).list)), element: "PasswordList")
  }

  /// Lists by parts of their name, description or path; all lists when none is given.
  func searchLists(_ call: Call) async throws(ServiceError) -> Answer {
    let wanted: [(PasswordListText, String)] = [
      (.name, "PasswordList"), (.description, "Description"), (.treePath, "TreePath"),
    ].compactMap { field, name in call.parameters.text(name).map { (field, $0) } }
    let lists = try await service.lists(by: call.caller) { list in
      wanted.allSatisfy { list.contains($0.1, in: $0.0) }
    }
    if lists.isEmpty { throw .notFound("No password list was found.") }
    return Answer(json: .array(lists.map(writer(call).list)), element: "PasswordList")
  }

  // MARK: Records

  func readPasswords(_ call: Call) async throws(ServiceError) -> Answer {
    guard try call.parameters.flag("QueryAll") else {
      throw .invalid([
        "Give the PasswordID in the path, or QueryAll for all passwords of all shared lists."
      ])
    }
    let records = try await service.allRecords(by: call.caller, options: try call.readOptions)
    let writer = writer(call)
    return Answer(json: .array(records.map { writer.record($0, namesList: true) }))
  }

  func readPassword(_ call: Call) async throws(ServiceError) -> Answer {
    let queriesAll = try call.parameters.flag("QueryAll")
    guard let id = try call.idInPath(queriesAll ? "PasswordListID" : "PasswordID") else {
      return try await readPasswords(call)
    }
    let options = try call.readOptions
    let records =
      queriesAll
      ? try await service.records(inList: id, by: call.caller, options: options)
      : [try await service.record(id, by: call.caller, options: options)]
    let writer = writer(call)
    return Answer(json: .array(records.map { writer.record($0) }))
  }

  func readHistory(_ call: Call) async throws(ServiceError) -> Answer {
    guard let id = try call.idInPath("PasswordID") else {
      throw .invalid(["Give the PasswordID in the path."])
    }
    let (rows, list) = try await service.history(ofRecord: id, by: call.caller)
    let writer = writer(call)
    // The vendor's history has a row for each update, and none for the creation.
    let updates = rows.filter { $0.row.change == .updated }
    return Answer(
      json: .array(updates.map { writer.historyRow($0, list: list) }), element: "PasswordHistory")
  }

  func deletePassword(_ call: Call) async throws(ServiceError) -> Answer {
    guard let id = try call.idInPath("PasswordID") else {
      throw .invalid(["Give the PasswordID in the path."])
    }
    let keeping = try call.parameters.boolean("MoveToRecycleBin") ?? true
    try await service.removeRecord(id, keeping: keeping, by: call.caller)
    return Answer(status: .noContent)
  }
}

/// The texts of a list that a search looks at.
private enum PasswordListText {
  case name, description, treePath
}

extension PasswordList {
  fileprivate func contains(_ part: String, in field: PasswordListText) -> Bool {
    let text =
      switch field {
      case .name: name
      case .description: description
      case .treePath: treePath
      }
    return text.lowercased().contains(part.lowercased())
  }
}
