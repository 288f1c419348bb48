import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("Search")
struct SearchTests {
  typealias Keys = ServiceFixture.Keys

  @Test(
    "finds records by the vendor's grammar",
    arguments: [
      ("search=ROUTER", [1, 2]), ("search=telerik.com", [3]), ("search=ÉTÉ", [4]),
      ("search=", [1, 2, 3, 4]),
      ("", [1, 2, 3, 4]), ("title=core", [1, 2]), ("Title=Core&Username=admin", [1, 2, 3]),
      ("title=core&username=admin&AndOr=and", [2]),
      ("title=core&username=admin&andor=OR", [1, 2, 3]),
      ("GenericField10=ten", [4]), ("notes=a%26b", [3]), ("notes=a+c", [4]), ("notes=a%20c", [4]),
      ("ExpiryDate=2012-07-06", [1]),
      ("ExpiryDateRange=ExpiryDate>=2012-07-06,ExpiryDate<=2013-01-01", [1, 2]),
      ("ExpiryDateRange=ExpiryDate>2012-07-06,ExpiryDate<2013-01-01", []),
      ("ExpiryDateRange=expirydate%3E2012-07-06", [2, 3]),
      ("ExpiryDateRange=ExpiryDate<=2012-11-30", [1]),
      ("ExpiryDateRange=ExpiryDate%20%3D%202013-01-01", [2]),
      ("ExpiryDateRange=ExpiryDate>2013-01-01&title=core&AndOr=OR", [1, 2, 3]),
      ("ExpiryDateRange=ExpiryDate>2012-01-01&title=core&AndOr=AND", [1, 2]), ("URL=nowhere", []),
    ])
  func grammar(query: String, found: [Int]) async throws {
    let fixture = try await Self.fixture()
    try await fixture.test { client in
      for path in ["/api/searchpasswords/27", "/api/searchpasswords/"] {
        let response = try await client.get(path, key: Keys.list27, query: query)
        #expect(response.status == (found.isEmpty ? .notFound : .ok))
        if !found.isEmpty {
          #expect(try response.json.elements.compactMap { $0["PasswordID"]?.integer } == found)
        }
      }
    }
  }

  @Test(
    "refuses what is no such grammar",
    arguments: [
      "ExpiryDate=06/07/2012", "ExpiryDate=2012-7-6", "ExpiryDateRange=2012-07-06", "AndOr=XOR",
      "ExpiryDateRange=ExpiryDate>=2012-07-06,", "ExpiryDateRange=ExpiryDate=>2012-07-06",
      "ExpiryDateRange=ExpiryDate>2012-07-06,ExpiryDate>2012-07-06,ExpiryDate>2012-07-06",
      "ExpiryDateRange=Title>2012-07-06", "ExpiryDateRange=ExpiryDate>2012-13-06", "search=%E9",
    ])
  func refused(query: String) async throws {
    let fixture = try await Self.fixture()
    try await fixture.test { client in
      let response = try await client.get("/api/searchpasswords/27", key: Keys.list27, query: query)
      #expect(response.status == .badRequest)
    }
  }

  @Test("looks through all shared lists with the system-wide key, and names them")
  func allLists() async throws {
    let fixture = try await Self.fixture()
    try await fixture.test { client in
      let response = try await client.get(
        "/api/searchpasswords/", key: fixture.systemKey, query: "title=core")
      let records = try response.json.elements
      #expect(records.map { $0["PasswordList"] } == ["Web Site's", "Web Site's", "Accounts"])
    }
  }

  /// Records 1 to 4 in list 27, and 5 in list 30.
  private static func fixture() async throws -> ServiceFixture {
    let fixture = try await ServiceFixture.standard(nextRecord: 1)
    let records: [[(String, String)]] = [
      [("Title", "Core Router 1"), ("ExpiryDate", "2012-07-06"), ("Username", "root")],
      [("Title", "core router 2"), ("ExpiryDate", "2013-01-01"), ("Username", "Admin")],
      [
        ("Title", "x"), ("Username", "administrator"), ("URL", "http://www.telerik.com"),
        ("Notes", "a&b"), ("ExpiryDate", "2014-01-01"),
      ],
      [("Title", "été"), ("GenericField10", "fieldTen"), ("Notes", "a c")],
    ]
    try await fixture.test { client in
      for record in records {
        _ = try await client.send(
          .post, form: record + [("PasswordListID", "27"), ("apikey", Keys.list27)])
      }
      _ = try await client.send(
        .post, form: [("Title", "core"), ("PasswordListID", "30"), ("apikey", Keys.list30)])
    }
    return fixture
  }
}
