import Foundation
import Testing

@Suite("Formats")
struct FormatTests {
  /// The characters, but the space, of passwords full of what formats escape.
  private static let hostile = #""\<>,'&/;#="#
  private static let hostileOptions = [
    "-l", "12", "--no-lower", "--no-upper", "--no-digits", "--symbol-set", #""\<>,'&/;#= "#,
  ]

  private func isHostile(_ password: String) -> Bool {
    password.count == 12 && password.allSatisfy { (Self.hostile + " ").contains($0) }
  }

  /// A word of the list of hostile words, with letters outside ASCII.
  private static let words = #"""
    "quoted"
    back\slash
    com,ma
    <tag>&amp;
    grün
    日本
    """# + "\n"

  private func entropy(_ options: [String]) async throws -> [String: Any] {
    let outcome = try await Command.run(["entropy"] + options)
    return try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  @Test("json is one document, with the figures of `entropy` once")
  func json() async throws {
    let outcome = try await Command.run(
      ["generate", "-n", "500", "--format", "json"] + Self.hostileOptions)
    #expect(outcome.status == 0)
    let document = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(Set(document.keys) == ["entropyBits", "minEntropyBits", "isExact", "passwords"])
    let figures = try await entropy(Self.hostileOptions)
    #expect(document["entropyBits"] as? Double == figures["shannonBits"] as? Double)
    #expect(document["minEntropyBits"] as? Double == figures["minEntropyBits"] as? Double)
    #expect(document["isExact"] as? Bool == true)
    let objects = try #require(document["passwords"] as? [[String: String]])
    #expect(objects.count == 500)
    #expect(objects.allSatisfy { Set($0.keys) == ["password"] })
    #expect(objects.allSatisfy { isHostile($0["password"] ?? "") })
  }

  @Test("json without passwords is still a document")
  func emptyJSON() async throws {
    let outcome = try await Command.run("generate", "-n", "0", "--format", "json")
    let document = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect((document["passwords"] as? [Any])?.isEmpty == true)
  }

  @Test("ndjson is one object per line, each with the figures")
  func ndjson() async throws {
    let outcome = try await Command.run(
      ["generate", "-n", "500", "--format", "ndjson"] + Self.hostileOptions)
    let figures = try await entropy(Self.hostileOptions)
    let lines = try outcome.lines
    #expect(lines.count == 500)
    for line in lines {
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(Set(object.keys) == ["password", "entropyBits", "minEntropyBits", "isExact"])
      #expect(isHostile(object["password"] as? String ?? ""))
      #expect(object["entropyBits"] as? Double == figures["shannonBits"] as? Double)
      #expect(object["minEntropyBits"] as? Double == figures["minEntropyBits"] as? Double)
      #expect(object["isExact"] as? Bool == true)
    }
  }

  @Test("csv has a header and one record per line, each with the figures")
  func csv() async throws {
    let outcome = try await Command.run(
      ["generate", "-n", "500", "--format", "csv"] + Self.hostileOptions)
    let figures = try await entropy(Self.hostileOptions)
    let records = CSV.records(outcome.text)
    #expect(records.count == 501)
    #expect(records[0] == ["password", "entropyBits", "minEntropyBits", "isExact"])
    for record in records.dropFirst() {
      #expect(record.count == 4)
      #expect(isHostile(record[0]))
      #expect(Double(record[1]) == figures["shannonBits"] as? Double)
      #expect(Double(record[2]) == figures["minEntropyBits"] as? Double)
      #expect(record[3] == "true")
    }
  }

  @Test("report when the figures are bounds", arguments: ["json", "ndjson", "csv"])
  func bounds(format: String) async throws {
    // Words inside a segment that can hold their letters, with nothing between: too long to be
    // counted.
    let options = ["-l", "20", "-w", "2", "--word-placement", "insert", "--separator", "none"]
    #expect(try await entropy(options)["isExact"] as? Bool == false)
    let text = try await Command.run(["generate", "--format", format] + options).text
    #expect(text.contains(format == "csv" ? /,false\n$/ : /"isExact":false[,}]/))
  }

  @Test(
    "contain words of the caller's own list unchanged",
    arguments: ["text", "json", "ndjson", "csv"])
  func words(format: String) async throws {
    let outcome = try await Command.run(
      [
        "generate", "-n", "300", "-w", "1", "--no-characters", "--wordlist", "-", "--format",
        format,
      ], input: Self.words)
    let passwords: [String] =
      switch format {
      case "json":
        try #require(
          (JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])?["passwords"]
            as? [[String: String]]
        ).compactMap { $0["password"] }
      case "ndjson":
        try outcome.lines.compactMap {
          (try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])?["password"]
            as? String
        }
      case "csv": CSV.records(outcome.text).dropFirst().map { $0[0] }
      default: try outcome.lines.map { String($0) }
      }
    #expect(passwords.count == 300)
    #expect(Set(passwords) == Set(Self.words.split(separator: "\n").map { String($0) }))
  }

  @Test("text has nothing but passwords on standard output, whatever is reported elsewhere")
  func verboseText() async throws {
    let outcome = try await Command.run("generate", "-n", "50", "-v", "-l", "9", "--no-symbols")
    #expect(try outcome.lines.count == 50)
    #expect(try outcome.lines.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9]{9}/) != nil })
    #expect(!outcome.errors.isEmpty)
  }
}

/// RFC 4180, as far as a reader of our own output needs it.
enum CSV {
  static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var rest = text[...]
    while let character = rest.popFirst() {
      switch (character, isQuoted) {
      case ("\"", true) where rest.first == "\"":
        rest.removeFirst()
        field.append("\"")
      case ("\"", _): isQuoted.toggle()
      case (",", false), ("\n", false):
        record.append(field)
        field = ""
        if character == "\n" {
          records.append(record)
          record = []
        }
      default: field.append(character)
      }
    }
    return records
  }
}
