import Foundation
import Testing

@Suite("Generated files")
struct GeneratedFilesTests {
  @Test("Completions are what the command prints", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) async throws {
    let outcome = try await Command.run("--generate-completion-script", shell)
    #expect(outcome.status == 0)
    try Snapshots.expect(outcome.text, equals: "completions/passwright.\(shell)")
  }

  /// The command's description of itself, from which the manual page is made.
  private struct Description: Decodable {
    let command: Subcommand

    struct Subcommand: Decodable {
      let abstract: String?
      let discussion: String?
      let subcommands: [Subcommand]?
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      let abstract: String?
      let names: [Name]?
      let shouldDisplay: Bool
    }

    struct Name: Decodable {
      let kind: String
      let name: String
    }
  }

  @Test("The command's description of itself is formatted as Foundation formats JSON")
  func description() async throws {
    let dump = try await Command.run("--experimental-dump-help")
    let encoded = try JSONSerialization.data(
      withJSONObject: JSONSerialization.jsonObject(with: dump.output),
      options: [.prettyPrinted, .sortedKeys])
    #expect(dump.text == String(decoding: encoded, as: UTF8.self) + "\n")
  }

  @Test("The manual page contains every text and option of the command, and no other option")
  func manual() async throws {
    let dump = try await Command.run("--experimental-dump-help")
    let description = try JSONDecoder().decode(Description.self, from: dump.output)
    let file = Snapshots.packageFolder.appendingPathComponent("man/passwright.1")
    let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let words = Self.words(page)

    var texts: [String?] = []
    var names: Set<String> = []
    var pending = [description.command]
    while let command = pending.popLast() {
      pending += command.subcommands ?? []
      texts += [command.abstract, command.discussion]
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        texts.append(argument.abstract)
        names.formUnion((argument.names ?? []).filter { $0.kind == "long" }.map(\.name))
      }
    }
    let missing = texts.compactMap { $0.map(Self.words) }
      .filter { !$0.isEmpty && !words.contains($0) }
    #expect(missing == [])
    let items = page.split(separator: "\n").filter { $0.hasPrefix(".It Fl") }
    // One text for both: the item of a flag names its negation too.
    #expect(items.filter { $0.hasPrefix(".It Fl -no-") } == [])
    #expect(items.contains(".It Fl -lower , -no-lower"))
    #expect(items.contains(".It Fl v , -verbose , -no-verbose"))
    let shown =
      items
      .flatMap { $0.matches(of: /-([a-z][a-z-]+)/).map { String($0.1) } }
    #expect(Set(shown) == names)
  }

  @Test("The text of a flag that can be negated applies to its negation too")
  func negations() async throws {
    let dump = try await Command.run("--experimental-dump-help")
    let description = try JSONDecoder().decode(Description.self, from: dump.output)
    var pending = [description.command]
    var count = 0
    while let command = pending.popLast() {
      pending += command.subcommands ?? []
      for argument in command.arguments ?? []
      where argument.names?.contains(where: { $0.name.hasPrefix("no-") }) == true {
        #expect(argument.abstract?.hasPrefix("Whether ") == true, "\(argument)")
        count += 1
      }
    }
    #expect(count > 20)
  }

  /// A text as the words of it, without what the page's format adds.
  private static func words(_ text: String) -> String {
    text.replacing("\\&", with: "").replacing("\\e", with: "\\")
      .split { $0.isWhitespace || $0 == "\"" }.filter { $0 != ".Pp" }.joined(separator: " ")
  }
}
