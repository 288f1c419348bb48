import HTTPTypes
import PasswordService
import ServiceHTTP
import TextTools

extension PasswordstateAPI {
  /// The vendor's name for changes through the API.
  private static let author = Author(
    userID: "WebAPI", firstName: "Passwordstate", surname: "Web API")

  /// The retries of a request that does not say.
  private static let defaultRetries = 10

  func createPassword(_ call: Call) async throws(ServiceError) -> Answer {
    let parameters = call.parameters
    var missing: [String] = []
    let listID = try parameters.integer("PasswordListID")
    if listID == nil { missing.append("PasswordListID is missing.") }
    if parameters.text("Title") == nil { missing.append("Title is missing.") }
    guard missing.isEmpty, let listID else { throw .invalid(missing) }
    let record = try await service.createRecord(
      inList: listID, try change(parameters), author: Self.author, by: call.caller)
    let json = writer(call).record(record)
    return Answer(
      status: .created, json: call.generation == .later ? json : .array([json]),
      location: location(of: record.record.id, call))
  }

  func updatePassword(_ call: Call) async throws(ServiceError) -> Answer {
    let pathID = try call.idInPath("PasswordID")
    let givenID = try call.parameters.integer("PasswordID")
    guard let id = givenID ?? pathID else { throw .invalid(["PasswordID is missing."]) }
    if let pathID, pathID != id {
      throw .invalid(["PasswordID in the path is not the one in the request."])
    }
    let record = try await service.updateRecord(
      id, try change(call.parameters), author: Self.author, by: call.caller)
    return Answer(json: .array([writer(call).record(record)]))
  }

  /// The URL of a record; without its host where the request does not say one.
  private func location(of id: Int, _ call: Call) -> String {
    let path = "/api/passwords/\(id)"
    let allowed = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._:[]".utf8)
    guard let authority = call.authority, !authority.isEmpty,
      authority.utf8.allSatisfy(allowed.contains)
    else { return path }
    return "\(settings.scheme)://\(authority)\(path)"
  }

  private func change(_ parameters: RequestParameters) throws(ServiceError) -> RecordChange {
    var change = RecordChange()
    for field in RecordField.allCases { change.texts[field] = parameters[field.wireName] }
    change.accountTypeID = try parameters.integer("AccountTypeID")
    change.expiryDate = try parameters.date("ExpiryDate")
    change.resetSchedule = try schedule(parameters)
    change.allowExport = try parameters.boolean("AllowExport")
    change.generatesGenericFields = try parameters.boolean("GenerateGenFieldPassword") ?? false
    change.handsOver = try parameters.boolean("SyncWindowsAccount") ?? false
    let retries = try parameters.integer("ComplianceRetries").map {
      min($0, settings.maximumRetries)
    }
    if try parameters.boolean("GeneratePassword") == true {
      change.password = .generated(retries: retries ?? Self.defaultRetries)
    } else if let password = parameters["Password"] {
      change.password = .given(password)
    }
    return change
  }

  private func schedule(_ parameters: RequestParameters) throws(ServiceError) -> ResetSchedule?? {
    guard let text = parameters["PasswordResetSchedule"] else { return nil }
    if text.isEmpty { return .some(nil) }
    guard let schedule = ResetSchedule(text.trimmingSpaces()) else {
      throw .invalid(["PasswordResetSchedule must be a time HH:mm, or d:H:m:s."])
    }
    return schedule
  }
}
