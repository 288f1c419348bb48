import Foundation
import Testing
import _TestSupport

@Suite("Entropy")
struct EntropyTests {
  @Test("is JSON, and exact for a hundred passwords of two digits")
  func json() async throws {
    let outcome = try await Command.run("entropy", "--pattern", "nn")
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let object = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "shannonBits", "minEntropyBits", "count", "isExact", "method", "alphabetLength",
      ])
    let bits = try #require(object["shannonBits"] as? Double)
    #expect(abs(bits - 6.643856189774724) < 1e-9)
    #expect(object["minEntropyBits"] as? Double == bits)
    #expect(object["count"] as? String == "100")
    #expect(object["isExact"] as? Bool == true)
    #expect(object["alphabetLength"] as? Int == 10)
  }

  @Test("reports the number of words to choose from")
  func words() async throws {
    let outcome = try await Command.run(
      "entropy", "-w", "6", "--no-characters", "--wordlist", "english-large")
    let object = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(object["wordChoices"] as? Int == 7776)
    #expect(object["alphabetLength"] as? Int == 0)
    #expect(object["count"] as? String == "221073919720733357899776")
  }

  @Test(
    "reports whether words of the caller's own list can be told apart",
    arguments: [
      ("a\nb\n", [], true), ("a\nab\n", [], true), ("a\nb\nab\n", [], false),
      // Of the words that are short enough alone.
      ("a\nb\nab\n", ["--max-word-length", "1"], true),
    ])
  func decodability(list: String, options: [String], isDecodable: Bool) async throws {
    let outcome = try await Command.run(
      ["entropy", "-w", "2", "--no-characters", "--wordlist", "-"] + options, input: list)
    let object = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(object["isDecodable"] as? Bool == isDecodable)
  }

  @Test("reports the full count of long passwords")
  func largeCount() async throws {
    let outcome = try await Command.run("entropy", "--pattern", String(repeating: "n", count: 400))
    #expect(outcome.text.contains("\"count\":\"1\(String(repeating: "0", count: 400))\""))
  }

  @Test("is the same for a query")
  func query() async throws {
    let flags = try await Command.run("entropy", "-l", "8", "--no-require-each")
    let query = try await Command.run(
      "entropy", "--query",
      "IncludeAlphaSpecial=true&minLength=8&lowerCaseChars=true&upperCaseChars=true&numericChars=true&specialChars=true&ambiguousChars=true&Qty=9"
    )
    #expect(flags.status == 0)
    #expect(flags.output == query.output)
  }

  @Test("is readable text")
  func text() async throws {
    let outcome = try await Command.run(
      "entropy", "--format", "text", "--pattern", "nn", "-w", "1", "--separator", "space",
      "--wordlist", "english-short")
    #expect(
      outcome.text == """
        entropy: 16.98 bits (Shannon)
        min-entropy: 16.98 bits
        different passwords: 129600
        alphabet length: 10
        words to choose from: 1296

        """)
  }
}

@Suite("Verbose")
struct VerboseTests {
  @Test("reports the recipe and its entropy on standard error")
  func segment() async throws {
    let outcome = try await Command.run("generate", "-v", "-l", "4-5", "--brackets", "--no-upper")
    #expect(try outcome.lines.count == 1)
    let lines = outcome.errorLines.map { String($0) }
    #expect(lines[0] == "length: 4 to 5 characters, each equally likely")
    #expect(
      lines[1]
        == "alphabet: 56 characters: !#$%&()*+-/0123456789<=>[]^_abcdefghijklmnopqrstuvwxyz{}")
    #expect(lines[2] == "at least one of: lowercase, digits, symbols, brackets")
    #expect(lines.contains { $0.wholeMatch(of: /entropy: [0-9.]+ bits \(Shannon\)/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /min-entropy: [0-9.]+ bits/) != nil })
    #expect(lines.contains { $0.wholeMatch(of: /different passwords: [0-9]+/) != nil })
  }

  @Test("reports the words, their list and their place")
  func phrase() async throws {
    let outcome = try await Command.run(
      "generate", "--verbose", "-w", "3", "--max-word-length", "3", "--separator", "none",
      "--word-placement", "append", "--pattern", "nn", "--higher-alpha-ratio")
    let lines = outcome.errorLines
    #expect(lines.contains("pattern: nn"))
    #expect(
      lines.contains {
        $0.wholeMatch(of: /words: 3 from [0-9]+ of at most 3 characters \(english-(large|short)\)/)
          != nil
      })
    #expect(lines.contains("between words: nothing"))
    #expect(lines.contains("placement: words after the characters"))
    #expect(lines.contains("symbols and brackets: at most 1 in 7 on average"))
  }

  @Test(
    "reports whether words of the caller's own list can be told apart",
    arguments: [
      ("a\nb\n", "word list: uniquely decodable: no word begins another"),
      (
        "a\nab\n",
        "word list: uniquely decodable: words joined without a separator can be told apart again"
      ),
    ])
  func decodable(list: String, line: Substring) async throws {
    let options = ["-w", "2", "--no-characters", "--wordlist", "-"]
    let generated = try await Command.run(["generate", "-v"] + options, input: list)
    #expect(generated.errorLines.contains(line))
    let entropy = try await Command.run(["entropy", "--format", "text"] + options, input: list)
    #expect(try entropy.lines.contains(line))
  }

  @Test("warns about a list whose words cannot be told apart, and says how to separate them")
  func decodability() async throws {
    let folder = try TemporaryFolder()
    try folder.write("a\nb\nab\n", to: "list")
    let options = ["generate", "-v", "-w", "2", "--no-characters", "--wordlist", "list"]
    let joined = try await Command.run(options + ["--separator", "none"], folder: folder.url)
    #expect(joined.status == 0)
    #expect(joined.errors.contains("words: 2 from 3 (list)"))
    let line =
      "word list: not uniquely decodable: with nothing between them, different words can give the same text"
    #expect(joined.errorLines.contains("\(line); use --separator dash"))
    let separate = try await Command.run(options, folder: folder.url)
    #expect(separate.errorLines.contains("\(line)"))
  }

  @Test("is off by default", arguments: [[], ["-v", "--no-verbose"]])
  func off(options: [String]) async throws {
    #expect(try await Command.run(["generate"] + options).errors == "")
  }
}
