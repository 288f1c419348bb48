import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("Declarative documents")
struct DocumentTests {
  @Test("apply is idempotent, and what export writes applies without a difference")
  func idempotent() async throws {
    let fixture = try await ServiceFixture.standard()
    let administration = Administration(fixture.service, command: "test")
    let again = try ServiceDocument(parsing: Array(ServiceFixture.standardDocument.utf8))
    #expect(try await administration.apply(again) == [])
    let exported = try await administration.export()
    #expect(try await administration.apply(ServiceDocument(parsing: exported.bytes)) == [])
    for key in [ServiceFixture.Keys.list27, fixture.systemKey] {
      #expect(!exported.text.contains(key))
    }
  }

  @Test("a dry run shows the differences and changes nothing")
  func dryRun() async throws {
    let fixture = try await ServiceFixture.standard()
    let administration = Administration(fixture.service, command: "test")
    let document = try ServiceDocument(
      parsing: Array(
        #"{"badPasswords": ["new"], "accountTypes": [{"id": 1, "name": "Windows"}]}"#.utf8))
    let before = try await fixture.service.configuration
    let differences = try await administration.apply(document, isDryRun: true)
    #expect(
      differences == [
        #"- bad password "Summer2012!Summer""#, #"- bad password "correct horse 1""#,
        #"+ bad password "new""#, #"- account type {"id":2,"name":"Linux"}"#,
      ])
    #expect(try await fixture.service.configuration == before)
    #expect(try await administration.apply(document) == differences)
    #expect(try await administration.apply(document) == [])
  }

  @Test("reports all that is wrong at once, and changes nothing")
  func problems() throws {
    let text = """
      {"lists": [{"id": 0, "name": "x"}, {"name": 5, "colour": "red"}, {"id": 3, "name": "l",
         "genericFields": [{"number": 11, "name": "n"}, {"number": 1, "name": "n", "type": "select"}]}],
       "generators": [{"id": 1, "name": "g"}, {"id": 2, "name": "h", "query": "IncludeAlphaSpecial=true&minLength=x"},
         {"id": 3, "name": "i", "recipe": {"characters": {"minLength": 0}}}],
       "strengthPolicies": [{"id": 1, "name": "s", "strength": {"weights": [1, 2]}}],
       "keys": [{"name": "k", "scope": "list"}, {"name": "m", "scope": "system", "key": "short"}],
       "colour": "red"}
      """
    let error = #expect(throws: ServiceDocument.Problems.self) {
      try ServiceDocument(parsing: Array(text.utf8))
    }
    let problems = error?.problems ?? []
    for place in [
      "$.lists[0].id", "$.lists[1].id", "$.lists[1].name", "$.lists[1].colour",
      "$.lists[2].genericFields[0].number", "$.lists[2].genericFields[1].options",
      "$.generators[0]", "$.generators[1].query", "$.generators[2]", "$.strengthPolicies[0]",
      "$.keys[0].scope", "$.keys[1].key", "$.colour",
    ] {
      #expect(
        problems.contains { $0.hasPrefix(place + ":") || $0.hasPrefix(place + ".") }, "\(place)")
    }
  }

  @Test(
    "refuses what does not go together",
    arguments: [
      (#"{"generators": []}"#, "generator 1"), (#"{"strengthPolicies": []}"#, "strength policy"),
      (#"{"lists": []}"#, "list 27"),
      (
        #"{"options": {"badPasswordsAreRegularExpressions": true}, "badPasswords": ["(?=x)"]}"#,
        "RE2"
      ),
      (#"{"keys": [{"name": "unknown", "scope": "system"}]}"#, "unknown"),
      (
        #"{"keys": [{"name": "k", "scope": "list", "list": 99, "key": "0123456789abcdef"}]}"#,
        "list 99"
      ),
    ])
  func contradictions(text: String, word: String) async throws {
    let fixture = try await ServiceFixture.standard()
    let before = try await fixture.service.configuration
    let document = try ServiceDocument(parsing: Array(text.utf8))
    let error = await #expect(throws: ServiceError.self) {
      try await Administration(fixture.service, command: "test").apply(document)
    }
    guard case .invalid(let problems)? = error else {
      Issue.record("not refused as invalid")
      return
    }
    #expect(problems.contains { $0.contains(word) }, "\(problems)")
    #expect(try await fixture.service.configuration == before)
  }

  @Test("a list that has records stays")
  func listWithRecords() async throws {
    let fixture = try await ServiceFixture.standard()
    _ = try await fixture.service.createRecord(
      inList: 29, RecordChange(), author: Author(userID: "", firstName: "", surname: ""),
      by: Caller(key: fixture.systemKey, origin: "o"))
    let document = try ServiceDocument(parsing: Array(#"{"lists": []}"#.utf8))
    await #expect(throws: ServiceError.self) {
      try await Administration(fixture.service, command: "test").apply(document)
    }
  }

  @Test("a field that becomes a password field is encrypted, and stays readable")
  func sealing() async throws {
    let fixture = try await ServiceFixture.standard(nextRecord: 1)
    let caller = Caller(key: fixture.systemKey, origin: "o")
    var change = RecordChange()
    change.texts = [.genericField1: "in the clear"]
    _ = try await fixture.service.createRecord(
      inList: 27, change, author: Author(userID: "", firstName: "", surname: ""), by: caller)
    let text = ServiceFixture.standardDocument.replacing(
      #""treePath": "\\ISP Accounts""#,
      with: #""genericFields": [{"number": 1, "name": "PIN", "type": "password"}]"#)
    _ = try await Administration(fixture.service, command: "test")
      .apply(ServiceDocument(parsing: Array(text.utf8)))
    let stored = try await fixture.service.store.read {
      (try $0.record(1)?.contents, try $0.history(ofRecord: 1).first?.contents)
    }
    #expect(stored.0?.texts[.genericField1] == "" && stored.1?.texts[.genericField1] == "")
    #expect(try await fixture.service.record(1, by: caller).texts[.genericField1] == "in the clear")
  }
}
