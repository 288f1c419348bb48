import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

/// A request of the vendor's text and the shape of its answer.
struct Example: Sendable, CustomTestStringConvertible {
  let json: JSON

  var testDescription: String { json["name"]?.string ?? "" }

  func text(_ key: String) -> String? { json[key]?.string }

  static let all: [Example] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Examples/passwordstate.json")
    guard let data = try? Data(contentsOf: file), let json = try? JSON(parsing: Array(data)) else {
      return []
    }
    return json.elements.map(Example.init)
  }()
}

@Suite("The examples of the vendor's text")
struct ExampleTests {
  typealias Keys = ServiceFixture.Keys

  @Test("there are all of them")
  func count() {
    #expect(Example.all.count == 28)
  }

  @Test("answer with the documented shape, in JSON and XML", arguments: Example.all)
  func replay(example: Example) async throws {
    for isXML in [false, true] {
      let fixture = try await Self.fixture()
      let keys = ["{list}": Keys.list27, "{windows}": Keys.list30, "{system}": fixture.systemKey]
      let path = Self.path(of: example, keys, isXML: isXML)
      let body = example.text("body").map { Self.filled($0, keys) }
      try await fixture.test { client in
        let headers: HTTPFields =
          example.text("contentType").map { [.contentType: $0] } ?? [:]
        let response = try await client.execute(
          uri: path, method: HTTPRequest.Method(example.text("method") ?? "") ?? .get,
          headers: headers, body: body.map { .init(string: $0) })
        #expect(response.status.code == example.json["status"]?.integer)
        if let pattern = example.text("location") {
          let location = response.headers[.location] ?? ""
          #expect(try location.firstMatch(of: Regex(pattern + "$")) != nil)
        }
        if isXML {
          try Self.checkXML(response.text, example)
        } else {
          Self.check(try response.json, example)
        }
      }
    }
  }

  private static func filled(_ text: String, _ keys: [String: String]) -> String {
    keys.reduce(text) { $0.replacing($1.key, with: $1.value) }
  }

  private static func path(
    of example: Example, _ keys: [String: String], isXML: Bool
  ) -> String {
    let path = filled(example.text("path") ?? "", keys)
    guard isXML else { return path }
    let plain = path.replacing("&format=json", with: "")
    return plain + (plain.contains("?") ? "&" : "?") + "format=xml"
  }

  private static func check(_ json: JSON, _ example: Example) {
    let keys = example.json["keys"]?.elements.compactMap(\.string) ?? []
    #expect(!json.elements.isEmpty)
    for object in json.elements { #expect(object.keys == keys) }
    guard case .object(let values)? = example.json["values"] else { return }
    for member in values { #expect(json.elements.first?[member.key] == member.value) }
  }

  private static func checkXML(_ text: String, _ example: Example) throws {
    let document = try XMLNode.parse(text)
    let element = example.text("element") ?? ""
    #expect(document.name == "ArrayOf\(element)" && !document.children.isEmpty)
    for object in document.children {
      #expect(object.name == element)
      #expect(
        object.children.map(\.name) == example.json["keys"]?.elements.compactMap(\.string))
    }
  }

  /// The record of the vendor's examples with a history, and one of a Windows account.
  private static func fixture() async throws -> ServiceFixture {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      _ = try await client.send(
        .post,
        form: [
          ("PasswordListID", "27"), ("Title", "forum4"), ("Username", "login2"),
          ("apikey", Keys.list27), ("Password", "ZHn#3+A^yc"), ("ExpiryDate", "2012-08-23"),
        ])
      _ = try await client.send(
        .post,
        form: [
          ("PasswordListID", "30"), ("Title", "server"), ("apikey", Keys.list30),
          ("AccountTypeID", "1"), ("GenericField1", "host"),
        ])
      _ = try await client.send(
        .post,
        form: [
          ("PasswordListID", "27"), ("Title", "old"), ("apikey", Keys.list27),
          ("ExpiryDate", "2012-02-01"),
        ])
      _ = try await client.send(
        .put,
        form: [
          ("PasswordID", "46411"), ("apikey", Keys.list27),
          ("Password", "gin-hid-bud-9uXmoJzgdHNp"),
        ])
    }
    return fixture
  }
}
