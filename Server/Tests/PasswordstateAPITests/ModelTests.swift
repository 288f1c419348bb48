import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import PasswordServiceSQLite
import ServiceTestSupport
import Testing
import TextTools

/// What the service should hold, as plain values.
private struct Model {
  struct Entry: Equatable {
    var list: Int
    var title: String
    var notes = ""
    var password = ""
    var expiry = ""
  }

  var entries: [Int: Entry] = [:]
  /// What each update left behind, newest first.
  var history: [Int: [Entry]] = [:]
  /// The passwords of each record, newest first, repeats included.
  var passwords: [Int: [String]] = [:]
  var nextID = 46_411

  static let good = (1...5).map { "good-password-\($0)" }
  static let refused = ["abc", "summer2012!SUMMER", "correct horse 1"]

  /// Whether list 28 takes a password: by its words, its strength, and its newest three.
  func isAccepted(_ password: String, record: Int) -> Bool {
    var newest: [String] = []
    for used in passwords[record] ?? [] where !newest.contains(used) { newest.append(used) }
    return !Self.refused.contains(password) && !newest.prefix(3).contains(password)
  }
}

@Suite("Random requests against a model in memory")
struct ModelTests {
  enum StoreKind: String, CaseIterable, Sendable { case memory, sqlite }

  @Test("every answer is the model's", arguments: StoreKind.allCases, [1, 2] as [UInt64])
  func randomSteps(kind: StoreKind, seed: UInt64) async throws {
    let folder = try TemporaryFolder()
    let sqlite =
      kind == .sqlite
      ? try SQLiteServiceStore(path: folder.file("store.db"), opening: .new) : nil
    let fixture = try await ServiceFixture.standard(store: sqlite ?? InMemoryStore())
    let key = fixture.systemKey
    try await fixture.test { client in
      var random = SeededGenerator(seed: seed)
      var model = Model()
      for number in 1...cases(300, long: 10_000) {
        let isRight: Bool
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: isRight = try await Self.post(client, key, &model, &random)
        case 2, 3, 4: isRight = try await Self.put(client, key, &model, &random)
        case 5, 6: isRight = try await Self.get(client, key, model, &random)
        case 7: isRight = try await Self.history(client, key, model, &random)
        default: isRight = try await Self.search(client, key, model, &random)
        }
        try #require(isRight, "step \(number)")
      }
    }
    let verdict = try await Administration(fixture.service, command: "test").verifyAudit()
    if case .broken = verdict { Issue.record("the chain of the audit is broken") }
    try await sqlite?.close()
  }

  private static let titles = ["alpha", "Beta", "ALPHABET", "gamma ray"]

  private static func post(
    _ client: any TestClientProtocol, _ key: String, _ model: inout Model,
    _ random: inout SeededGenerator
  ) async throws -> Bool {
    var entry = Model.Entry(
      list: Bool.random(using: &random) ? 27 : 28,
      title: titles.randomElement(using: &random) ?? "")
    entry.password = (Model.good + Model.refused).randomElement(using: &random) ?? ""
    let response = try await client.send(
      .post,
      form: [
        ("apikey", key), ("PasswordListID", "\(entry.list)"), ("Title", entry.title),
        ("Password", entry.password),
      ])
    let id = model.nextID
    guard entry.list == 27 || model.isAccepted(entry.password, record: id) else {
      return response.status == .forbidden
    }
    if entry.list == 28 { entry.expiry = "09/04/2026" }
    model.nextID += 1
    model.entries[id] = entry
    model.passwords[id] = [entry.password]
    return try response.status == .created && matches(response.json.elements.first, id, entry)
  }

  private static func put(
    _ client: any TestClientProtocol, _ key: String, _ model: inout Model,
    _ random: inout SeededGenerator
  ) async throws -> Bool {
    let id = anyID(model, &random)
    var form = [("apikey", key), ("PasswordID", "\(id)")]
    let title = Bool.random(using: &random) ? titles.randomElement(using: &random) : nil
    let notes = Bool.random(using: &random) ? "note \(Int.random(in: 1...3, using: &random))" : nil
    let password =
      Bool.random(using: &random)
      ? (Model.good + Model.refused).randomElement(using: &random) : nil
    if let title { form.append(("Title", title)) }
    if let notes { form.append(("Notes", notes)) }
    if let password { form.append(("Password", password)) }
    let response = try await client.send(.put, form: form)
    guard var entry = model.entries[id] else { return response.status == .notFound }
    if let password, entry.list == 28, !model.isAccepted(password, record: id) {
      return response.status == .forbidden
    }
    entry.title = title ?? entry.title
    entry.notes = notes ?? entry.notes
    if let password {
      entry.password = password
      model.passwords[id, default: []].insert(password, at: 0)
      if entry.list == 28 { entry.expiry = "09/04/2026" }
    }
    model.entries[id] = entry
    model.history[id, default: []].insert(entry, at: 0)
    return try response.status == .ok && matches(response.json.elements.first, id, entry)
  }

  private static func get(
    _ client: any TestClientProtocol, _ key: String, _ model: Model,
    _ random: inout SeededGenerator
  ) async throws -> Bool {
    let id = anyID(model, &random)
    let response = try await client.get("/api/passwords/\(id)", key: key)
    guard let entry = model.entries[id] else { return response.status == .notFound }
    return matches(try response.json.elements.first, id, entry)
  }

  private static func history(
    _ client: any TestClientProtocol, _ key: String, _ model: Model,
    _ random: inout SeededGenerator
  ) async throws -> Bool {
    let id = anyID(model, &random)
    let response = try await client.get("/api/passwordhistory/\(id)", key: key)
    guard model.entries[id] != nil else { return response.status == .notFound }
    let rows = try response.json.elements
    let entries = model.history[id] ?? []
    return rows.count == entries.count
      && zip(rows, entries).allSatisfy { matches($0, id, $1) }
  }

  private static func search(
    _ client: any TestClientProtocol, _ key: String, _ model: Model,
    _ random: inout SeededGenerator
  ) async throws -> Bool {
    let list = [27, 28].randomElement(using: &random) ?? 27
    let text = ["alpha", "BETA", "note 2", "nothing"].randomElement(using: &random) ?? ""
    let response = try await client.get(
      "/api/searchpasswords/\(list)", key: key, query: "search=\(text.percentEncoded)")
    let found = model.entries.filter { _, entry in
      entry.list == list
        && (entry.title.lowercased().contains(text.lowercased())
          || entry.notes.lowercased().contains(text.lowercased()))
    }.sorted { $0.key < $1.key }
    if found.isEmpty { return response.status == .notFound }
    let records = try response.json.elements
    return records.count == found.count
      && zip(records, found).allSatisfy { matches($0, $1.key, $1.value) }
  }

  private static func anyID(_ model: Model, _ random: inout SeededGenerator) -> Int {
    // Now and then one past the last.
    Int.random(in: 46_411...model.nextID, using: &random)
  }

  private static func matches(_ json: JSON?, _ id: Int, _ entry: Model.Entry) -> Bool {
    json?["PasswordID"] == .integer(id) && json?["Title"] == .string(entry.title)
      && json?["Notes"] == .string(entry.notes) && json?["Password"] == .string(entry.password)
      && json?["ExpiryDate"] == .string(entry.expiry)
  }
}
