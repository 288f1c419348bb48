import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Testing

@Suite("XML")
struct XMLTests {
  @Test(
    "holds any text that a request may carry",
    arguments: ["<&>\"'", "]]>", "é🔑", "a\tb", " a ", "a\r\nb"])
  func texts(text: String) async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let response = try await client.send(
        .post,
        form: [
          ("PasswordListID", "27"), ("Title", text), ("Password", text), ("format", "xml"),
          ("apikey", ServiceFixture.Keys.list27),
        ])
      let record = try #require(try XMLNode.parse(response.text).children.first)
      for name in ["Title", "Password"] {
        #expect(record.children.first { $0.name == name }?.text == text)
      }
    }
  }

  @Test("errors are XML alike")
  func errors() async throws {
    let fixture = try await ServiceFixture.standard()
    try await fixture.test { client in
      let response = try await client.get("/api/passwords/1", key: "wrong", query: "format=xml")
      #expect(response.status == .unauthorized)
      let errors = try XMLNode.parse(response.text)
      #expect(errors.name == "ArrayOfError")
      #expect(errors.children.map { $0.children.map(\.name) } == [["message"], ["phrase"]])
      #expect(errors.children[0].children[0].text == "No Authorization")
    }
  }
}
