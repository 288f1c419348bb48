import Foundation
import Hummingbird
import HummingbirdTesting
import PasswordService
import PasswordstateAPI
import ServiceHTTP
import ServiceTestSupport
import Testing
import TextTools

@Suite("The OpenAPI description")
struct OpenAPITests {
  private static func description() throws -> JSON {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../OpenAPI/passwordstate.json")
    return try JSON(parsing: Array(Data(contentsOf: file)))
  }

  private static let methods: Set<String> = ["get", "put", "post", "delete", "patch"]

  @Test("describes the routes that there are, and no others")
  func routes() async throws {
    let fixture = try await ServiceFixture.standard()
    let router = Router(context: ServiceContext.self, options: .caseInsensitive)
    PasswordstateAPI(service: fixture.service, guesses: GuessLimiter(clock: fixture.clock.clock))
      .addRoutes(to: router)
    let routes = router.routes.map { "\($0.method.rawValue.lowercased()) \($0.path)" }
    let paths = try #require(try Self.description()["paths"])
    let described = paths.keys.flatMap { path in
      (paths[path]?.keys ?? []).filter(Self.methods.contains).map { "\($0) \(path)" }
    }
    #expect(Set(routes) == Set(described))
    #expect(routes.count == described.count)
  }

  @Test("gives the objects the members that they have, in their order")
  func members() async throws {
    let schemas = try #require(try Self.description()["components"]?["schemas"])
    @Sendable func described(_ name: String) -> [String] {
      schemas[name]?["properties"]?.keys ?? []
    }
    let fixture = try await RecordTests.withRecord()
    try await fixture.test { client in
      let key = ServiceFixture.Keys.list27
      let list = try await client.get("/api/passwordlists/27", key: key).json.elements.first
      #expect(list?.keys == described("PasswordList"))
      let all = "/api/searchpasswords/"
      let first = try await client.get(all, key: fixture.systemKey).json.elements.first
      #expect(first?.keys == described("Record"))
      let later = try await client.get(all, headerKey: fixture.systemKey).json.elements.first
      #expect(later?.keys == described("LaterRecord"))
      _ = try await client.send(
        .put, form: [("PasswordID", "46411"), ("Title", "t"), ("apikey", key)])
      let row = try await client.get("/api/passwordhistory/46411", key: key).json.elements.first
      #expect(row?.keys == described("HistoryRow"))
    }
  }

  @Test("refers to nothing that is missing, and names each operation once")
  func references() throws {
    let description = try Self.description()
    var references: Set<String> = []
    var names: Set<String> = []
    func visit(_ value: JSON) {
      switch value {
      case .object(let members):
        for member in members {
          if member.key == "$ref", let target = member.value.string { references.insert(target) }
          if member.key == "operationId", let name = member.value.string { names.insert(name) }
          visit(member.value)
        }
      case .array(let values): for value in values { visit(value) }
      default: break
      }
    }
    visit(description)
    #expect(!references.isEmpty)
    for reference in references {
      let target = reference.split(separator: "/").dropFirst().reduce(description as JSON?) {
        $0?[String($1)]
      }
      #expect(target != nil, "\(reference)")
    }
    let paths = try #require(description["paths"])
    let operations = paths.keys.flatMap { path in
      Self.methods.compactMap { paths[path]?[$0]?["operationId"]?.string }
    }
    #expect(Set(operations).count == operations.count)
    // The links name operations, too.
    #expect(names == Set(operations))
  }
}
