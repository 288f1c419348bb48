import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

/// Makes requests that are nearly right.
private struct RequestMutator {
  var random: SeededGenerator
  let keys: [String]

  static let paths = [
    "api/passwordlists/27", "api/passwordlists", "api/searchpasswordlists", "api/passwords/46411",
    "api/passwords", "api/passwordhistory/46411", "api/searchpasswords/27", "api/searchpasswords",
    "api/generatepassword", "api/passwords/46411/", "API/PASSWORDS",
  ]
  static let names =
    ["apikey", "format", "QueryAll", "PasswordListID", "PasswordID", "Title", "Username", "Notes"]
    + ["Password", "ExpiryDate", "ExpiryDateRange", "AndOr", "search", "GeneratePassword", "Qty"]
    + ["ComplianceRetries", "SyncWindowsAccount", "GenerateGenFieldPassword", "AccountTypeID"]
    + [
      "PasswordResetSchedule", "AllowExport", "GenericField1", "GenericField4", "URL", "minLength",
    ]
    + ["PasswordGeneratorID", "IncludeAlphaSpecial", "IncludeWordPhrases", "NumberOfWords"]
    + [
      "specialCharsText", "specialChars", "PreventAuditing", "ExcludePassword", "MoveToRecycleBin",
    ]
  static let values = [
    "", "true", "false", "TRUE", "27", "28", "30", "46411", "0", "-1", "1", "2147483648",
    "99999999999999999999", "2012-07-06", "2012-02-30", "ExpiryDate>2012-01-01", "AND", "xml",
    "json",
    "null", "12:00", "a", "é", "\u{202E}", "<>&\"'", "%", "+", "x'; DROP TABLE record; --", "\\",
    "../../etc/passwd", "{\"a\":1}", "[]", "1e3", "0x10", "٣", "abc-Password-1",
  ]

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  mutating func value() -> String {
    if chance(20) {
      return String(repeating: pick(["a", "é", "9", "["]), count: pick([255, 256, 9000]))
    }
    return pick(Self.values)
  }

  mutating func encoded(_ text: String) -> String {
    guard chance(10) else { return text.percentEncoded }
    return text.percentEncoded + pick(["%", "%2", "%ZZ", "%FF", "%00", "%C0%AF", "+", "&&", "=="])
  }

  mutating func pairs() -> String {
    (0..<Int.random(in: 0...6, using: &random)).map { _ in
      "\(encoded(pick(Self.names)))=\(encoded(value()))"
    }.joined(separator: "&")
  }

  mutating func json() -> String {
    let members = (0..<Int.random(in: 0...6, using: &random)).map { _ in
      let value =
        chance(3)
        ? pick(["1", "true", "null", "1.5", "{}", "[]", "\"\\u0000\"", "\"\\ud800\""])
        : JSON.string(value()).text
      return "\(JSON.string(pick(Self.names)).text):\(value)"
    }
    var text = "{\(members.joined(separator: ","))}"
    if chance(10) { text.removeLast() }
    if chance(20) { text = String(repeating: "[", count: pick([1, 100, 5000])) }
    return text
  }

  mutating func path() -> String {
    var path = pick(Self.paths)
    if chance(8) { path += "/" + encoded(value()) }
    if chance(8) {
      path = path.split(separator: "/").dropLast().joined(separator: "/") + "/" + encoded(value())
    }
    return "/" + path
  }

  mutating func headers() -> HTTPFields {
    var headers: HTTPFields = [:]
    if !chance(5) {
      headers[.contentType] = pick([
        "application/json", "application/x-www-form-urlencoded", "application/json; charset=utf-8",
        "text/plain", "application/json; charset=utf-16", ";", "application/json;;=;",
      ])
    }
    if chance(2) { headers[.testAPIKey] = chance(4) ? value() : pick(keys) }
    if chance(10) { headers[.authorization] = value() }
    return headers
  }
}

@Suite("Hostile input")
struct HostileInputTests {
  @Test(
    "no request is answered with a 5xx, and one that is refused has changed nothing",
    arguments: [1, 2, 3, 4] as [UInt64])
  func mutatedRequests(seed: UInt64) async throws {
    let fixture = try await RecordTests.withRecord()
    let keys = [fixture.systemKey, ServiceFixture.Keys.list27, ServiceFixture.Keys.generator]
    try await fixture.test { client in
      var mutator = RequestMutator(random: SeededGenerator(seed: seed), keys: keys)
      var before = try await Self.fingerprint(fixture)
      for number in 1...cases(500, long: 25_000) {
        let method = mutator.pick([
          HTTPRequest.Method.get, .get, .post, .put, .put, .delete, .patch, .options,
        ])
        var query = mutator.pairs()
        if mutator.chance(2) { query += "&apikey=\(mutator.pick(keys))" }
        let headers = mutator.headers()
        let body = mutator.chance(2) ? mutator.json() : mutator.pairs()
        let response = try await client.execute(
          uri: "\(mutator.path())?\(query)", method: method, headers: headers,
          body: method == .get ? nil : ByteBuffer(string: body))
        try #require(response.status.code < 500, "request \(number)")
        guard method != .get else { continue }
        let after = try await Self.fingerprint(fixture)
        if response.status.code >= 400 {
          try #require(after == before, "request \(number), \(response.status)")
          if !response.text.hasPrefix("<?xml") {
            #expect(try response.json.elements.first?["errors"] != nil)
          }
        }
        before = after
      }
    }
    let verdict = try await Administration(fixture.service, command: "test").verifyAudit()
    if case .broken = verdict { Issue.record("the chain of the audit is broken") }
  }

  @Test("a body of more than a mebibyte is 400")
  func largeBody() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      for (size, status) in [(1 << 20, HTTPResponse.Status.created), ((1 << 20) + 1, .badRequest)] {
        let start = "PasswordListID=27&Title=t&apikey=\(ServiceFixture.Keys.list27)&unknown="
        let body = start + String(repeating: "x", count: size - start.utf8.count)
        let response = try await client.execute(
          uri: "/api/passwords", method: .post,
          headers: [.contentType: "application/x-www-form-urlencoded"], body: .init(string: body))
        #expect(response.status == status)
      }
    }
  }

  /// What a change would change.
  private static func fingerprint(_ fixture: ServiceFixture) async throws -> [Int] {
    try await fixture.service.store.read { transaction in
      [
        try transaction.record(46_411).hashValue, try transaction.configurationVersion(),
        try transaction.jobs(in: .pending).count,
        try transaction.recordCount(inList: 27) + 1000 * transaction.recordCount(inList: 28)
          + 1_000_000 * transaction.recordCount(inList: 30),
        try transaction.history(ofRecord: 46_411).count,
      ]
    }
  }
}
