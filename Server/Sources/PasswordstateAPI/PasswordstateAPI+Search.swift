import PasswordService
import ServiceHTTP
import TextTools

extension PasswordstateAPI {
  func searchPasswords(_ call: Call) async throws(ServiceError) -> Answer {
    let id = try call.idInPath("PasswordListID")
    let search = try RecordSearch(call.parameters)
    let records = try await service.search(
      search, inList: id, by: call.caller, options: try call.readOptions)
    let writer = writer(call)
    return Answer(json: .array(records.map { writer.record($0, namesList: id == nil) }))
  }
}

extension RecordField {
  /// The names of the fields in requests.
  var wireName: String {
    switch self {
    case .title: "Title"
    case .userName: "Username"
    case .description: "Description"
    case .notes: "Notes"
    case .url: "URL"
    default: "GenericField\(genericNumber ?? 0)"
    }
  }
}

extension RecordSearch {
  /// Reads the criteria of a request; empty values are none.
  ///
  /// - Throws: ``ServiceError/invalid(_:)``.
  init(_ parameters: RequestParameters) throws(ServiceError) {
    var criteria: [Criterion] = []
    if let text = parameters.text("search") { criteria.append(.anyField(text)) }
    for field in RecordField.allCases {
      if let text = parameters.text(field.wireName) { criteria.append(.field(field, text)) }
    }
    if let date = try parameters.date("ExpiryDate") as? CalendarDate {
      criteria.append(.expiry([ExpiryCondition(.equal, date)]))
    }
    if let range = parameters.text("ExpiryDateRange") {
      criteria.append(.expiry(try Self.conditions(range)))
    }
    self.init(criteria: criteria, requiresAll: try Self.requiresAll(parameters))
  }

  private static func requiresAll(_ parameters: RequestParameters) throws(ServiceError) -> Bool {
    switch parameters.text("AndOr")?.lowercased() {
    case nil, "or": return false
    case "and": return true
    default: throw .invalid(["AndOr must be AND or OR."])
    }
  }

  /// Reads `ExpiryDate>=2012-07-06,ExpiryDate<=2013-01-01`: one comparison or two.
  private static func conditions(_ range: String) throws(ServiceError) -> [ExpiryCondition] {
    let parts = range.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 2 else {
      throw .invalid(["ExpiryDateRange takes one comparison, or two with a comma between them."])
    }
    var conditions: [ExpiryCondition] = []
    for part in parts { conditions.append(try condition(part.trimmingSpaces())) }
    return conditions
  }

  private static func condition(_ text: String) throws(ServiceError) -> ExpiryCondition {
    let name = "expirydate"
    if text.lowercased().hasPrefix(name) {
      let rest = text.dropFirst(name.count).trimmingSpaces()
      let sign = rest.prefix { "<>=".contains($0) }
      if let comparison = Comparison(rawValue: String(sign)),
        let date = CalendarDate(iso: rest.dropFirst(sign.count).trimmingSpaces())
      {
        return ExpiryCondition(comparison, date)
      }
    }
    throw .invalid([
      "A comparison of ExpiryDateRange must be like ExpiryDate>=2012-07-06; it may use >, >=, =, <= and <."
    ])
  }
}
