import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

/// A route and the status that it answers each kind of key with.
struct AuthorizationRow: Sendable, CustomTestStringConvertible {
  let method: HTTPRequest.Method
  let path: String
  var query = ""
  /// No key, a wrong one, the list's own, another list's, a generator's, the system's.
  let statuses: [HTTPResponse.Status]

  var testDescription: String { "\(method) \(path)?\(query)" }
}

@Suite("Authorization")
struct AuthorizationTests {
  typealias Keys = ServiceFixture.Keys

  private static func usual(_ status: HTTPResponse.Status) -> [HTTPResponse.Status] {
    [.unauthorized, .unauthorized, status, .forbidden, .forbidden, status]
  }

  private static let systemOnly: [HTTPResponse.Status] = [
    .unauthorized, .unauthorized, .forbidden, .forbidden, .forbidden, .ok,
  ]

  static let rows: [AuthorizationRow] = [
    .init(method: .get, path: "/api/passwordlists/27", statuses: usual(.ok)),
    .init(method: .get, path: "/api/passwordlists/", statuses: systemOnly),
    .init(method: .get, path: "/api/searchpasswordlists/", statuses: systemOnly),
    .init(method: .get, path: "/api/passwords/46411", statuses: usual(.ok)),
    .init(method: .get, path: "/api/passwords/27", query: "QueryAll", statuses: usual(.ok)),
    .init(method: .get, path: "/api/passwords/", query: "QueryAll", statuses: systemOnly),
    .init(
      method: .post, path: "/api/passwords", query: "PasswordListID=27&Title=t",
      statuses: usual(.created)),
    .init(
      method: .put, path: "/api/passwords", query: "PasswordID=46411&Title=t", statuses: usual(.ok)),
    .init(method: .put, path: "/api/passwords/46411", query: "Title=t", statuses: usual(.ok)),
    .init(method: .delete, path: "/api/passwords/46411", statuses: usual(.noContent)),
    .init(method: .get, path: "/api/passwordhistory/46411", statuses: usual(.ok)),
    .init(method: .get, path: "/api/searchpasswords/27", query: "search=f", statuses: usual(.ok)),
    .init(
      method: .get, path: "/api/searchpasswords/", query: "search=f",
      // A list's key searches its own list.
      statuses: [.unauthorized, .unauthorized, .ok, .notFound, .forbidden, .ok]),
    .init(
      method: .get, path: "/api/generatepassword",
      statuses: [.ok, .unauthorized, .ok, .ok, .ok, .ok]),
    // Only a good key learns what else is wrong.
    .init(
      method: .get, path: "/api/passwords/x",
      statuses: [.unauthorized, .unauthorized, .badRequest, .badRequest, .badRequest, .badRequest]),
    .init(
      method: .put, path: "/api/passwords", query: "ExpiryDate=never",
      statuses: [.unauthorized, .unauthorized, .badRequest, .badRequest, .badRequest, .badRequest]),
    .init(
      method: .get, path: "/api/generatepassword", query: "Qty=0",
      statuses: [.badRequest, .unauthorized, .badRequest, .badRequest, .badRequest, .badRequest]),
    // What does not exist is no secret for a good key.
    .init(
      method: .get, path: "/api/passwords/1",
      statuses: [.unauthorized, .unauthorized, .notFound, .notFound, .notFound, .notFound]),
    .init(
      method: .get, path: "/api/passwordlists/99",
      statuses: [.unauthorized, .unauthorized, .notFound, .notFound, .notFound, .notFound]),
  ]

  @Test(
    "every route answers each kind of key as it should, in the query and in the header",
    arguments: rows)
  func matrix(row: AuthorizationRow) async throws {
    for inHeader in [false, true] {
      let fixture = try await RecordTests.withRecord()
      let keys: [String?] = [
        nil, "wrong-key-wrong-key", Keys.list27, Keys.list28, Keys.generator, fixture.systemKey,
      ]
      try await fixture.test { client in
        for (key, status) in zip(keys, row.statuses) {
          let query = [row.query, inHeader ? "" : key.map { "apikey=\($0)" } ?? ""]
          let headers: HTTPFields = inHeader ? key.map { [.testAPIKey: $0] } ?? [:] : [:]
          let response = try await client.execute(
            uri: "\(row.path)?\(query.filter { !$0.isEmpty }.joined(separator: "&"))",
            method: row.method, headers: headers)
          #expect(response.status == status, "key \(key ?? "none"), header \(inHeader)")
          // Deleted records are made again for the keys that follow.
          if row.method == .delete, response.status == .noContent {
            try await fixture.service.store.write {
              var record = try #require(try $0.record(46_411))
              record.isRecycled = false
              try $0.put(record)
            }
          }
        }
      }
    }
  }

  @Test("every route is known in capitals and with a slash at its end", arguments: rows)
  func pathVariants(row: AuthorizationRow) async throws {
    for path in [row.path.uppercased(), row.path + (row.path.hasSuffix("/") ? "" : "/")] {
      let fixture = try await RecordTests.withRecord()
      try await fixture.test { client in
        let response = try await client.execute(
          uri: "\(path)?\(row.query.uppercased())&APIKEY=\(fixture.systemKey)", method: row.method)
        #expect(response.status == row.statuses.last)
      }
    }
  }

  @Test("the key may stand in a form or inside a JSON body alone")
  func placesOfKey() async throws {
    let fixture = try await RecordTests.withRecord()
    try await fixture.test { client in
      let json = #"{"PasswordID":"46411","Password":"JENN-ZHn#3+A^yc","APIKey":"\#(Keys.list27)"}"#
      let response = try await client.execute(
        uri: "/api/passwords/", method: .put, headers: [.contentType: "application/json"],
        body: .init(string: json))
      #expect(response.status == .ok)
      #expect(try response.json.elements[0]["Password"] == "JENN-ZHn#3+A^yc")
      #expect(try response.json.elements[0].keys.contains("Username"))
    }
  }

  @Test("a private list is found by its number, and in no search or export of all lists")
  func privateList() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let key = fixture.systemKey
      _ = try await client.send(
        .post, form: [("PasswordListID", "29"), ("Title", "mine"), ("apikey", key)])
      #expect(try await client.get("/api/passwords/46411", key: key).status == .ok)
      let all = try await client.get("/api/passwords/", key: key, query: "QueryAll")
      #expect(try all.json.elements == [])
      let found = try await client.get("/api/searchpasswords/", key: key, query: "title=mine")
      #expect(found.status == .notFound)
    }
  }

  @Test("a switch asks for a key to generate")
  func generatingNeedsKey() async throws {
    let document = """
      {"options": {"generatingNeedsKey": true},
       "generators": [{"id": 1, "name": "g", "default": true, "recipe": {"characters": {}}}],
       "keys": [{"name": "g", "scope": "generator", "key": "\(Keys.generator)"}]}
      """
    let fixture = try await ServiceFixture(document: document)
    try await fixture.test { client in
      #expect(try await client.get("/api/generatepassword").status == .unauthorized)
      let response = try await client.get("/api/generatepassword", key: Keys.generator)
      #expect(response.status == .ok)
    }
  }

  @Test("after ten failures in a minute answers wait, and not before, nor a minute later")
  func guessing() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      for _ in 1...10 { _ = try await client.get("/api/passwords/1", key: "wrong") }
      #expect(fixture.waits.all == [])
      let response = try await client.get("/api/passwords/1", key: "wrong")
      #expect(response.status == .unauthorized)
      #expect(fixture.waits.all == [2000])
      fixture.clock.advance(minutes: 1, seconds: 1)
      _ = try await client.get("/api/passwords/1", key: "wrong")
      #expect(fixture.waits.all == [2000])
    }
  }

  @Test("a key that was revoked opens nothing, and a new one does at once")
  func revocation() async throws {
    let fixture = try await ServiceFixture.standard()
    let administration = Administration(fixture.service, command: "test")
    let key = try await administration.createKey(name: "new", scope: .generator)
    try await fixture.test { client in
      #expect(try await client.get("/api/generatepassword", key: key).status == .ok)
      try await administration.revokeKey(name: "new")
      #expect(try await client.get("/api/generatepassword", key: key).status == .unauthorized)
    }
  }
}
