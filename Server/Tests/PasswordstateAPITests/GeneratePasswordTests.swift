import HTTPTypes
import Hummingbird
import HummingbirdTesting
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("GET generatepassword")
struct GeneratePasswordTests {
  static let document = """
    {
      "generators": [
        {"id": 1, "name": "Default Password Generator", "default": true,
         "recipe": {"characters": {"minLength": 10}}},
        {"id": 2, "name": "Digits", "query": "IncludeAlphaSpecial=true&minLength=6&numericChars=true"}
      ]
    }
    """

  @Test(
    "answers an array of one password by the default generator",
    arguments: [
      "/api/generatepassword", "/api/generatepassword/", "/API/GeneratePassword",
      "/api/generatepassword?PasswordGeneratorID=0", "/api/generatepassword?unknown=1",
    ])
  func defaultGenerator(path: String) async throws {
    let passwords = try await passwords(path)
    #expect(passwords.map(\.count) == [10])
  }

  @Test(
    "draws as many as Qty says",
    arguments: [
      ("?Qty=5", 5), ("?qty=1000", 1000), ("?Qty=", 1), ("?PasswordGeneratorID=2&QTY=7", 7),
    ])
  func quantity(query: String, count: Int) async throws {
    #expect(try await passwords("/api/generatepassword/\(query)").count == count)
  }

  @Test(
    "draws by the generator of the ID, which wins over manual options",
    arguments: [
      "?PasswordGeneratorID=2", "?passwordgeneratorid=2&IncludeAlphaSpecial=true&minLength=99",
    ])
  func generatorByID(query: String) async throws {
    for password in try await passwords("/api/generatepassword/\(query)&Qty=50") {
      #expect(password.count == 6 && password.allSatisfy(\.isNumber))
    }
  }

  @Test("draws by manual options, lenient where a part is off")
  func manualOptions() async throws {
    let query =
      "IncludeAlphaSpecial=True&IncludeWordPhrases=FALSE&minLength=8&maxLength=0&lowerCaseChars=true"
      + "&upperCaseChars=false&numericChars=false&higherAlphaRatio=true&ambiguousChars=true"
      + "&specialChars=false&specialCharsText=&bracketChars=false&bracketCharsText=[](){}<>"
      + "&NumberOfWords=0&MaxWordLength=&PrefixAppend=&SeparateWords=X&Qty=20&Colour=red"
    for password in try await passwords("/api/generatepassword/?\(query)") {
      #expect(password.count == 8 && password.allSatisfy(\.isLowercase))
    }
  }

  @Test(
    "refuses what is malformed",
    arguments: [
      ("?Qty=0", HTTPResponse.Status.badRequest), ("?Qty=1001", .badRequest),
      ("?Qty=-1", .badRequest), ("?Qty=one", .badRequest),
      ("?Qty=99999999999999999999", .badRequest),
      ("?Qty=%ZZ", .badRequest), ("?Qty=%FF", .badRequest), ("?format=yaml", .badRequest),
      ("?PasswordGeneratorID=x", .badRequest), ("?PasswordGeneratorID=3", .notFound),
      ("?IncludeAlphaSpecial=maybe", .badRequest), ("?IncludeAlphaSpecial=true", .badRequest),
      ("?IncludeAlphaSpecial=true&minLength=9&maxLength=3&lowerCaseChars=true", .badRequest),
      ("?apikey=wrong", .unauthorized),
    ])
  func refused(query: String, status: HTTPResponse.Status) async throws {
    let fixture = try await ServiceFixture(document: Self.document)
    try await fixture.test { client in
      let response = try await client.execute(
        uri: "/api/generatepassword/\(query)", method: .get)
      #expect(response.status == status)
      let errors = try #require(try response.json.elements.first?["errors"]?.elements)
      #expect(errors.count == 2 && errors[0].keys == ["message"] && errors[1].keys == ["phrase"])
    }
  }

  @Test("writes XML when asked to")
  func xml() async throws {
    let fixture = try await ServiceFixture(document: Self.document)
    try await fixture.test { client in
      let response = try await client.execute(
        uri: "/api/generatepassword?format=XML&PasswordGeneratorID=2", method: .get)
      #expect(response.headers[.contentType] == "application/xml; charset=utf-8")
      let pattern =
        /<\?xml version="1.0" encoding="utf-8"\?><ArrayOfPassword><Password><Password>[0-9]{6}<\/Password><\/Password><\/ArrayOfPassword>/
      #expect(response.text.wholeMatch(of: pattern) != nil)
    }
  }

  private func passwords(_ path: String) async throws -> [String] {
    let fixture = try await ServiceFixture(document: Self.document)
    return try await fixture.test { client in
      let response = try await client.execute(uri: path, method: .get)
      #expect(response.status == .ok)
      return try response.json.elements.compactMap { $0["Password"]?.string }
    }
  }
}
