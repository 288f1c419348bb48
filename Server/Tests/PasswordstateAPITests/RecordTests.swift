import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

private let genericKeys = (1...10).map { "GenericField\($0)" }
private let recordKeys =
  ["PasswordID", "Title", "Username", "Description"] + genericKeys
  + ["AccountTypeID", "Notes", "URL", "Password", "ExpiryDate", "AllowExport"]
private let laterRecordKeys =
  ["PasswordID", "Title", "Domain", "HostName", "UserName", "Description"] + genericKeys
  + ["AccountTypeID", "Notes", "URL", "AccountType", "GenericFieldInfo"]
  + ["Password", "ExpiryDate", "AllowExport"]

@Suite("Records")
struct RecordTests {
  typealias Keys = ServiceFixture.Keys

  @Test("POST answers 201, the location and the whole record in an array")
  func create() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let response = try await client.send(
        .post,
        form: [
          ("PasswordListID", "27"), ("Title", "North American Core Router 1"),
          ("Username", "narouter1"), ("apikey", Keys.list27), ("password", "StenS-Lun#3$2^yc"),
        ])
      #expect(response.status == .created)
      #expect(response.headers[.location]?.hasSuffix("/api/passwords/46411") == true)
      let records = try response.json.elements
      #expect(records.count == 1 && records[0].keys == recordKeys)
      #expect(records[0]["PasswordID"] == 46_411)
      #expect(records[0]["Password"] == "StenS-Lun#3$2^yc")
      #expect(records[0]["ExpiryDate"] == "" && records[0]["AllowExport"] == true)
      let read = try await client.get("/api/passwords/46411", key: Keys.list27)
      #expect(read.status == .ok)
      #expect(try read.json == response.json)
    }
  }

  @Test("a key in the header gets the later shape, and POST a single object")
  func laterGeneration() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let response = try await client.send(
        .post, headerKey: Keys.list30,
        json: [
          "passwordlistid": "30", "Title": "t", "UserName": "u", "GenericField1": "host1",
          "AccountTypeID": 1, "Password": "p",
        ])
      #expect(response.status == .created)
      let record = try response.json
      #expect(record.keys == laterRecordKeys)
      #expect(record["HostName"] == "host1" && record["AccountType"] == "Windows")
      #expect(record["GenericFieldInfo"]?.elements.count == 6)
      let read = try await client.get("/api/passwords/46411", headerKey: Keys.list30)
      #expect(try read.json.elements == [record])
    }
  }

  @Test("PUT changes only what is given, and answers the whole record")
  func update() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let created = try await client.send(
        .post,
        form: [
          ("PasswordListID", "27"), ("Title", "forum4"), ("Notes", "n"), ("apikey", Keys.list27),
          ("password", "old"), ("AllowExport", "FALSE"), ("ExpiryDate", "2012-08-23"),
        ])
      #expect(try created.json.elements[0]["ExpiryDate"] == "23/08/2012")
      let updated = try await client.send(
        .put,
        form: [("PasswordID", "46411"), ("apikey", Keys.list27), ("password", "JENN-ZHn#3+A^yc")])
      #expect(updated.status == .ok)
      let record = try updated.json.elements[0]
      #expect(record.keys == recordKeys)
      #expect(record["Password"] == "JENN-ZHn#3+A^yc" && record["Notes"] == "n")
      #expect(record["AllowExport"] == false && record["ExpiryDate"] == "23/08/2012")
    }
  }

  @Test(
    "the ID of a PUT may stand in the body, the query or the path",
    arguments: [
      ("/api/passwords", "PasswordID=46411"), ("/api/passwords?passwordid=46411", ""),
      ("/API/Passwords/46411/", ""), ("/api/passwords/46411", "PASSWORDID=46411"),
      ("/api/passwords?PasswordID=1", "PasswordID=46411"),
    ])
  func placesOfID(path: String, body: String) async throws {
    let fixture = try await Self.withRecord()
    try await fixture.test { client in
      let form = [("apikey", Keys.list27), ("Title", "new")]
      let pairs = body.split(separator: "=").map(String.init)
      let response = try await client.send(
        .put, path, form: pairs.isEmpty ? form : form + [(pairs[0], pairs[1])])
      #expect(response.status == .ok)
      #expect(try response.json.elements.first?["Title"] == "new")
    }
  }

  @Test("all fields may stand in the query of a POST, and a JSON body wins over it")
  func fieldsInQuery() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let query = "PasswordListID=27&Title=a+b%20c&apikey=\(Keys.list27)"
      let plain = try await client.execute(uri: "/api/passwords?\(query)", method: .post)
      #expect(plain.status == .created)
      #expect(try plain.json.elements[0]["Title"] == "a b c")
      let merged = try await client.send(
        .post, "/api/passwords?\(query)", headerKey: fixture.systemKey, json: ["TITLE": "body"])
      #expect(try merged.json["Title"] == "body")
    }
  }

  @Test(
    "refuses malformed requests with 400, and changes nothing",
    arguments: [
      [("Title", "t")], [("PasswordListID", "27")], [("PasswordListID", "x"), ("Title", "t")],
      [("PasswordListID", "27"), ("Title", String(repeating: "t", count: 256))],
      [("PasswordListID", "27"), ("Title", "t"), ("URL", String(repeating: "t", count: 256))],
      [("PasswordListID", "27"), ("Title", "t"), ("Notes", String(repeating: "t", count: 8001))],
      [("PasswordListID", "27"), ("Title", "t"), ("ExpiryDate", "23/08/2012")],
      [("PasswordListID", "27"), ("Title", "t"), ("ExpiryDate", "2013-02-29")],
      [("PasswordListID", "27"), ("Title", "t"), ("AllowExport", "yes")],
      [("PasswordListID", "27"), ("Title", "t"), ("AccountTypeID", "9")],
      [("PasswordListID", "27"), ("Title", "t"), ("ComplianceRetries", "-1")],
      [("PasswordListID", "27"), ("Title", "t"), ("ComplianceRetries", "many")],
      [("PasswordListID", "27"), ("Title", "t"), ("GeneratePassword", "1")],
      [("PasswordListID", "27"), ("Title", "t"), ("PasswordResetSchedule", "true")],
      [("PasswordListID", "27"), ("Title", "t"), ("PasswordResetSchedule", "25:00")],
      [("PasswordListID", "27"), ("Title", "t\u{0}")],
      [("PasswordListID", "30"), ("Title", "t"), ("GenericField3", "Bronze")],
      [("PasswordListID", "30"), ("Title", "t"), ("GenericField4", "01/01/2012")],
      [("PasswordListID", "30"), ("Title", "t"), ("GenericField5", "East")],
    ])
  func malformed(form: [(String, String)]) async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let response = try await client.send(.post, form: form + [("apikey", fixture.systemKey)])
      #expect(response.status == .badRequest)
      let errors = try #require(try response.json.elements.first?["errors"]?.elements)
      #expect(errors.first?["message"] == "Invalid Request")
      let count = try await fixture.service.store.read {
        try $0.records(inList: nil, after: 0, limit: 10).count
      }
      #expect(count == 0)
    }
  }

  @Test(
    "refuses bodies that are not what their Content-Type says",
    arguments: [
      ("application/json", "PasswordListID=27&Title=t"), ("application/json", "[1]"),
      ("application/json", "{\"Title\": {}}"), ("application/json", "{\"Title\":\"\u{1}\"}"),
      ("application/json", "{\"Title\": \"\\ud800\"}"), ("application/json", "{\"a\":1,\"a\":2}"),
      ("application/x-www-form-urlencoded", "{\"PasswordListID\":27,\"Title\":\"t\"}"),
      ("application/x-www-form-urlencoded", "Title=%"), ("text/plain", "Title=t"),
      ("multipart/form-data; boundary=x", "--x"), ("", "Title=t"),
      ("application/json; charset=utf-16", "{}"),
    ])
  func contentType(type: String, body: String) async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let headers: HTTPFields = type.isEmpty ? [:] : [.contentType: type]
      let response = try await client.execute(
        uri: "/api/passwords?apikey=\(fixture.systemKey)", method: .post, headers: headers,
        body: .init(string: body))
      #expect(response.status == .badRequest)
    }
  }

  @Test("a body on GET is ignored, whatever it is")
  func bodyOfGet() async throws {
    let fixture = try await Self.withRecord()
    try await fixture.test { client in
      for body in ["null", "{\"PasswordID\": 5}", "{"] {
        let response = try await client.execute(
          uri: "/api/passwords/46411?apikey=\(Keys.list27)", method: .get,
          headers: [.contentType: "application/json"], body: .init(string: body))
        #expect(response.status == .ok)
      }
    }
  }

  @Test("QueryAll reads a list, and all shared lists with the system-wide key")
  func queryAll() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      for list in [27, 27, 28, 29] {
        let response = try await client.send(
          .post,
          form: [
            ("PasswordListID", "\(list)"), ("Title", "t\(list)"), ("apikey", fixture.systemKey),
          ])
        #expect(response.status == .created)
      }
      for flag in ["QueryAll", "queryall=TRUE", "QUERYALL="] {
        let list = try await client.get("/api/passwords/27", key: Keys.list27, query: flag)
        #expect(try list.json.elements.map { $0["Title"] } == ["t27", "t27"])
        let all = try await client.get("/api/passwords/", key: fixture.systemKey, query: flag)
        #expect(try all.json.elements.map { $0["Title"] } == ["t27", "t27", "t28"])
        #expect(
          try all.json.elements[0].keys == ["PasswordListID", "PasswordList", "TreePath"]
            + recordKeys)
      }
      let single = try await client.get(
        "/api/passwords/27", key: Keys.list27, query: "QueryAll=false")
      #expect(single.status == .notFound)
      let none = try await client.get("/api/passwords/", key: fixture.systemKey)
      #expect(none.status == .badRequest)
    }
  }

  @Test("ExcludePassword leaves secrets out")
  func excludePassword() async throws {
    let fixture = try await Self.withRecord()
    try await fixture.test { client in
      let response = try await client.get(
        "/api/passwords/46411", key: Keys.list27, query: "ExcludePassword=true")
      #expect(try response.json.elements[0]["Password"] == "")
    }
  }

  @Test("DELETE answers 204, and nothing finds the record any more")
  func delete() async throws {
    for bin in ["true", "false"] {
      let fixture = try await Self.withRecord()
      try await fixture.test { client in
        let response = try await client.execute(
          uri: "/api/passwords/46411?MoveToRecycleBin=\(bin)&apikey=\(Keys.list27)", method: .delete
        )
        #expect(response.status == .noContent)
        for path in ["passwords/46411", "passwordhistory/46411", "searchpasswords/27"] {
          #expect(try await client.get("/api/\(path)", key: Keys.list27).status == .notFound)
        }
      }
    }
  }

  @Test("generic fields hold what their types say, and dates are written as the locale has them")
  func genericFields() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let response = try await client.send(
        .post,
        form: [
          ("PasswordListID", "30"), ("Title", "t"), ("apikey", Keys.list30),
          ("GenericField2", "1234"), ("GenericField3", "Gold"), ("GenericField4", "2012-02-29"),
          ("GenericField5", "South"), ("GenericField7", "any"),
        ])
      let record = try response.json.elements[0]
      #expect(record["GenericField2"] == "1234" && record["GenericField4"] == "29/02/2012")
      let generated = try await client.send(
        .put,
        form: [
          ("PasswordID", "46411"), ("apikey", Keys.list30), ("GenerateGenFieldPassword", "true"),
        ])
      let fields = try generated.json.elements[0]
      #expect(fields["GenericField2"]?.string?.count == 6 && fields["GenericField2"] != "1234")
      #expect(fields["GenericField6"]?.string?.count == 12 && fields["GenericField3"] == "Gold")
      let stored = try await fixture.service.store.read { try $0.record(46_411) }
      #expect(stored?.contents.texts[.genericField2] == "")
      let found = try await client.get(
        "/api/searchpasswords/30", key: Keys.list30, query: "search=1234")
      #expect(found.status == .notFound)
    }
  }

  @Test("history has a row for each update, newest first")
  func history() async throws {
    let fixture = try await Self.withRecord()
    try await fixture.test { client in
      #expect(
        try await client.get("/api/passwordhistory/46411", key: Keys.list27).json.elements == [])
      for title in ["second", "third"] {
        fixture.clock.advance(hours: 1)
        _ = try await client.send(
          .put, form: [("PasswordID", "46411"), ("apikey", Keys.list27), ("Title", title)])
      }
      let rows = try await client.get("/api/passwordhistory/46411/", key: Keys.list27).json.elements
      #expect(rows.map { $0["Title"] } == ["third", "second"])
      #expect(
        rows[0].keys
          == ["PasswordHistoryID", "Title", "UserName", "Description"] + genericKeys
          + ["AccountTypeID", "Notes", "URL", "Password", "ExpiryDate", "DateChanged"]
          + ["PasswordList", "UserID", "FirstName", "Surname", "PasswordID"])
      #expect(rows[0]["DateChanged"] == "10/03/2026 2:00:00 PM")
      #expect(rows[0]["UserID"] == "WebAPI" && rows[0]["PasswordList"] == "Web Site's")
    }
  }

  @Test("a list is an array of one, with every field in the vendor's order")
  func list() async throws {
    let fixture = try await Self.withRecord()
    try await fixture.test { client in
      let response = try await client.get("/api/passwordlists/27/", key: Keys.list27)
      let list = try response.json.elements[0]
      #expect(
        list.keys == [
          "PasswordListID", "PasswordList", "Description", "ImageFileName", "Guide", "AllowExport",
          "PrivatePasswordList", "TimeBasedAccessRequired", "HandshakeApprovalRequired",
          "PasswordStrengthPolicyID", "PasswordGeneratorID", "CodePage", "PreventPasswordReuse",
          "AuthenticationType", "AuthenticationPerSession", "PreventExpiryDateModification",
          "ResetExpiryDate", "PreventDragDrop", "PreventBadPasswordUse", "ProvideAccessReason",
          "TreePath", "TotalPasswords", "GeneratorName", "PolicyName",
        ])
      #expect(list["TreePath"] == "\\ISP Accounts" && list["TotalPasswords"] == 1)
      #expect(list["GeneratorName"] == "Default Password Generator")
      #expect(response.text.contains(#""TreePath":"\\ISP Accounts""#))
      let all = try await client.get("/api/passwordlists", key: fixture.systemKey)
      #expect(try all.json.elements.map { $0["PasswordListID"] } == [27, 28, 30, 31])
      let found = try await client.get(
        "/api/searchpasswordlists/", key: fixture.systemKey, query: "PasswordList=web")
      #expect(try found.json.elements.count == 1)
    }
  }

  @Test(
    "routes and methods that do not exist are the vendor's 404",
    arguments: [
      ("/api/folders/", HTTPRequest.Method.get), ("/api", .get), ("/", .get),
      ("/api/passwords/46411", .patch), ("/api/passwords/46411", .post),
      ("/api/generatepassword", .post), ("/api/passwordlists/27", .delete),
    ])
  func unknown(path: String, method: HTTPRequest.Method) async throws {
    let fixture = try await Self.withRecord()
    try await fixture.test { client in
      let response = try await client.execute(uri: path, method: method)
      #expect(response.status == .notFound)
      #expect(try response.json.elements[0]["errors"]?.elements[0]["message"] == "Not Found")
    }
  }

  /// The standard fixture with a record in list 27.
  static func withRecord() async throws -> ServiceFixture {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      _ = try await client.send(
        .post,
        form: [
          ("PasswordListID", "27"), ("Title", "first"), ("apikey", Keys.list27), ("password", "p"),
        ])
    }
    return fixture
  }
}
