import Foundation
import Testing
import _TestSupport

/// A command line, its status, and what standard error says, a line each.
struct ErrorCase: Sendable, CustomTestStringConvertible {
  let arguments: [String]
  let status: Int32
  let errors: [String]
  var testDescription: String { arguments.joined(separator: " ") }

  init(_ arguments: String..., status: Int32, errors: String...) {
    self.arguments = arguments
    self.status = status
    self.errors = errors
  }
}

@Suite("Errors")
struct ErrorTests {
  private static let usage: Int32 = 64
  private static let recipe: Int32 = 3

  static let usageCases: [ErrorCase] = [
    ErrorCase(
      "generate", "-n", "-3", status: usage, errors: "--count -3 is negative; use 0 or more"),
    ErrorCase(
      "generate", "-n", "x", status: usage, errors: "The value 'x' is invalid for '-n <n>'"),
    ErrorCase(
      "generate", "--threads", "0", status: usage,
      errors: "--threads 0 is out of range; use 1 to 256"),
    ErrorCase(
      "generate", "--threads", "257", status: usage,
      errors: "--threads 257 is out of range; use 1 to 256"),
    ErrorCase(
      "generate", "-o", "", status: usage,
      errors: "--output has an empty name; name a file, or - for standard output"),
    ErrorCase(
      "generate", "--force", status: usage,
      errors: "--force has no effect without --output; add --output FILE"),
    ErrorCase(
      "generate", "--force", "-o", "-", status: usage,
      errors: "--force has no effect with --output -, which is never replaced; leave out --force"),
    ErrorCase(
      "generate", "--force", "-o", "/dev/stdout", status: usage,
      errors:
        "--force has no effect with --output /dev/stdout, which is never replaced; leave out --force"
    ),
    ErrorCase(
      "generate", "-l", "abc", status: usage,
      errors:
        "The value 'abc' is invalid for '-l <n|n-m>': write one number, such as 20, or a minimum and a maximum, such as 16-24"
    ),
    ErrorCase(
      "generate", "-l", "-5", status: usage,
      errors:
        "The value '-5' is invalid for '-l <n|n-m>': write one number, such as 20, or a minimum and a maximum, such as 16-24"
    ),
    ErrorCase(
      "generate", "-l", "5-0", status: usage,
      errors: "The value '5-0' is invalid for '-l <n|n-m>': the maximum length must be 1 or more"),
    ErrorCase("generate", "--what", status: usage, errors: "Unknown option '--what'"),
    ErrorCase("generate", "surplus", status: usage, errors: "Unexpected argument 'surplus'"),
    ErrorCase("surplus", status: usage, errors: "Unexpected argument 'surplus'"),
    ErrorCase(
      "generate", "--format", "xml", status: usage,
      errors:
        "The value 'xml' is invalid for '--format <format>'. Please provide one of 'text', 'json', 'ndjson' or 'csv'."
    ),
    ErrorCase(
      "generate", "--separator", "dot", status: usage,
      errors:
        "The value 'dot' is invalid for '--separator <separator>'. Please provide one of 'space', 'dash' or 'none'."
    ),
    ErrorCase(
      "generate", "--max-word-length", "3", "--word-placement", "append", "--separator", "none",
      "--wordlist", "x", status: usage,
      errors:
        "no effect without --words: --max-word-length, --word-placement, --separator, --wordlist; add --words N"
    ),
    ErrorCase(
      "generate", "-w", "2", "--no-characters", "-l", "5", "--no-lower", "--pattern", "u",
      status: usage,
      errors: "no effect with --no-characters: --length, --no-lower, --pattern; leave out either"),
    ErrorCase(
      "generate", "-w", "2", "--no-characters", "--word-placement", "insert", status: usage,
      errors: "--word-placement has no effect with --no-characters; leave out either"),
    ErrorCase(
      "generate", "--pattern", "uuu", "-l", "5", status: usage,
      errors: "--length has no effect with --pattern, which gives the length; leave out either"),
    ErrorCase(
      "generate", "--no-symbols", "--symbol-set", "!", status: usage,
      errors: "--symbol-set has no effect with --no-symbols; leave out either"),
    ErrorCase(
      "generate", "--bracket-set", "()", status: usage,
      errors: "--bracket-set has no effect without --brackets; add --brackets"),
    ErrorCase(
      "generate", "--query", "IncludeAlphaSpecial=true&minLength=3&numericChars=true", "-n", "2",
      "--no-upper", "-w", "3", "--require-each", status: usage,
      errors:
        "--query gives the whole recipe; leave out --count, --no-upper, --require-each, --words"),
    ErrorCase(
      "entropy", "--query", "x=1", "--lower", status: usage,
      errors: "--query gives the whole recipe; leave out --lower"),
    ErrorCase("entropy", "-n", "2", status: usage, errors: "Unknown option '-n'"),
    // All at once.
    ErrorCase(
      "generate", "-n", "-1", "--threads", "0", "--separator", "dash", status: usage,
      errors: "no effect without --words: --separator; add --words N",
      "--count -1 is negative; use 0 or more", "--threads 0 is out of range; use 1 to 256"),
  ]

  @Test("of usage name the options, say what to do, and point to the help", arguments: usageCases)
  func usage(_ example: ErrorCase) async throws {
    let outcome = try await Command.run(example.arguments)
    #expect(outcome.status == example.status)
    #expect(outcome.output.isEmpty)
    let complaints = outcome.errorLines.filter { $0.hasPrefix("passwright: error: ") }
    #expect(complaints.count == example.errors.count)
    for (complaint, expected) in zip(complaints, example.errors) {
      #expect(complaint.dropFirst("passwright: error: ".count).hasPrefix(expected))
    }
    #expect(outcome.errorLines.contains { $0.hasPrefix("Usage: passwright") })
    #expect(outcome.errors.contains("--help' for more information."))
  }

  static let recipeCases: [ErrorCase] = [
    ErrorCase(
      "generate", "--no-characters", status: recipe,
      errors:
        "the password has neither characters nor words; enable one of them (--characters, --words)"
    ),
    ErrorCase(
      "generate", "-l", "0", status: recipe,
      errors: "the length 0 is out of range; use 1 to 4096 (--length)"),
    ErrorCase(
      "generate", "-l", "9-5", status: recipe,
      errors:
        "the maximum length 5 is below the minimum length 9; raise it or leave it out (--length)"),
    ErrorCase(
      "generate", "-l", "5-5000", status: recipe,
      errors:
        "the maximum length 5000 is out of range; use at most 4096, or 0 for the minimum length (--length)"
    ),
    ErrorCase(
      "generate", "--no-lower", "--no-upper", "--no-digits", "--no-symbols", status: recipe,
      errors:
        "no character is left to draw from; enable a class or exclude fewer characters (--lower, --upper, --digits, --symbols, --brackets, --exclude)"
    ),
    ErrorCase(
      "generate", "-x", "0123456789", status: recipe,
      errors:
        "each class must occur, but no character of digits is left; disable that class, exclude fewer characters, or do not require each (--no-digits, --exclude, --no-require-each)"
    ),
    ErrorCase(
      "generate", "--symbol-set", "é", status: recipe,
      errors: "the symbols set contains U+00E9; use printable ASCII, space to tilde (--symbol-set)",
      "each class must occur, but no character of symbols is left; disable that class, exclude fewer characters, or do not require each (--no-symbols, --exclude, --no-require-each)"
    ),
    ErrorCase(
      "generate", "-l", "3", status: recipe,
      errors:
        "one of each class takes 4 characters, but the length may be 3; use 4 or more, or do not require each (--length, --no-require-each)"
    ),
    ErrorCase(
      "generate", "--pattern", "ab\\", status: recipe,
      errors: #"the mask ends in a single \; write \\ for a backslash (--pattern)"#),
    ErrorCase(
      "generate", "--pattern", "aé", status: recipe,
      errors:
        "the mask contains U+00E9 at position 2; use printable ASCII, space to tilde (--pattern)"),
    ErrorCase(
      "generate", "--pattern", "an", "-x", "0123456789", status: recipe,
      errors:
        "the mask asks for “n” at position 2, but no such character is left; exclude fewer characters or enable a class (--pattern, --exclude)"
    ),
    ErrorCase(
      "generate", "--pattern", "ln", "--require-each", status: recipe,
      errors:
        "each class must occur, but the mask has no room for uppercase, symbols; add a position, disable the class, or do not require each (--pattern, --no-require-each)"
    ),
    ErrorCase(
      "generate", "-w", "0", status: recipe,
      errors: "the number of words 0 is out of range; use 1 to 128 (--words)"),
    ErrorCase(
      "generate", "-w", "2", "--max-word-length", "1", status: recipe,
      errors: "no word has 1 character or fewer; the shortest has 3 (--max-word-length)"),
    ErrorCase(
      "generate", "-w", "2", "--word-placement", "insert", "-l", "1", "--no-require-each",
      status: recipe,
      errors:
        "words go inside the characters, which takes at least 2, but the length may be 1 (--word-placement, --length)"
    ),
    ErrorCase(
      "entropy", "-l", "0", status: recipe,
      errors: "the length 0 is out of range; use 1 to 4096 (--length)"),
    ErrorCase(
      "generate", "--query", "Qty=3", status: recipe,
      errors:
        "the password has neither characters nor words; enable one of them; Passwordstate would use its default generator, which only the server has (IncludeAlphaSpecial, IncludeWordPhrases)"
    ),
    ErrorCase(
      "generate", "--query", "IncludeAlphaSpecial=true&minLength=9&maxLength=5&numericChars=true",
      status: recipe,
      errors:
        "the maximum length 5 is below the minimum length 9; raise it or leave it out (minLength, maxLength)"
    ),
    // All at once.
    ErrorCase(
      "generate", "-l", "0", "-w", "200", status: recipe,
      errors: "the length 0 is out of range; use 1 to 4096 (--length)",
      "the number of words 200 is out of range; use 1 to 128 (--words)"),
  ]

  @Test("of a recipe are listed, one per line, with status 3", arguments: recipeCases)
  func recipe(_ example: ErrorCase) async throws {
    let outcome = try await Command.run(example.arguments)
    #expect(outcome.status == example.status)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errorLines.map(String.init) == example.errors.map { "passwright: error: \($0)" })
  }

  static let queryCases: [ErrorCase] = [
    ErrorCase(
      "generate", "--query", "Nonsense=1", status: usage,
      errors: "--query: unknown option “Nonsense”; known options: IncludeAlphaSpecial, "),
    ErrorCase(
      "generate", "--query", "https://example.org/?IncludeAlphaSpecial=true&Qty=5#results",
      status: usage,
      errors: """
        --query: pair 2 contains a #, which ends the query of a URL; write %23 for the character, or \
        leave out the fragment
        """),
    ErrorCase(
      "generate", "--query", "Qty=1&qty=2", status: usage,
      errors: "--query: Qty is given more than once"),
    ErrorCase(
      "generate", "--query", "IncludeAlphaSpecial=maybe&Qty=0", status: usage,
      errors: "--query: IncludeAlphaSpecial is neither true nor false",
      "--query: Qty is not a whole number from 1 to "),
    ErrorCase(
      "generate", "--query", "Pattern=%4", status: usage,
      errors: "--query: pair 1 is not percent-encoded UTF-8; write a literal % as %25"),
  ]

  @Test("of a query are listed, one per line, with status 64", arguments: queryCases)
  func query(_ example: ErrorCase) async throws {
    let outcome = try await Command.run(example.arguments)
    #expect(outcome.status == example.status)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errorLines.count == example.errors.count)
    for (line, expected) in zip(outcome.errorLines, example.errors) {
      #expect(line.hasPrefix("passwright: error: \(expected)"))
    }
  }

  // MARK: Word lists

  @Test("of a word list name the file and every line, with status 64")
  func malformedWordlist() async throws {
    let folder = try TemporaryFolder()
    try folder.write("red\n\nred\ntwo words\n", to: "list")
    let outcome = try await Command.run(
      "generate", "-w", "2", "--wordlist", "list", folder: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        passwright: error: list: line 2: blank; remove the line
        passwright: error: list: line 3: “red” is already on line 1; remove one
        passwright: error: list: line 4: whitespace or a control character inside a word; write \
        one word per line

        """)
  }

  @Test("of a word list stop at a hundred")
  func hundredProblems() async throws {
    let outcome = try await Command.run(
      "generate", "-w", "2", "--wordlist", "-", input: String(repeating: "\n", count: 500))
    #expect(outcome.status == 64)
    #expect(outcome.errorLines.count == 101)
    #expect(
      outcome.errorLines.last
        == "passwright: error: standard input: there may be more; only 100 problems are listed")
  }

  @Test(
    "of reading a word list give the reason and the alternatives, with status 2",
    arguments: [
      ("missing", "No such file or directory"), (".", "Is a directory"),
      ("english-larg", "No such file or directory"),
    ])
  func unreadableWordlist(name: String, reason: String) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.run(
      "generate", "-w", "2", "--wordlist", name, folder: folder.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: cannot read word list \(name): \(reason); name a file or one of \
        english-large, english-short

        """)
  }

  @Test("of a word list above 64 MiB report the limit, with status 2")
  func hugeWordlist() async throws {
    let outcome = try await Command.shell(
      #"head -c 68000000 /dev/zero 2>/dev/null | "$PASSWRIGHT" generate -w 1 --wordlist -"#)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: cannot read word list standard input: File too large; use a word list \
        of at most 64 MiB

        """)
  }

  @Test("show no control characters of a file name")
  func controlCharacters() async throws {
    let outcome = try await Command.run("generate", "-w", "2", "--wordlist", "a\u{1B}[31mb")
    #expect(outcome.errors.contains("a\u{FFFD}[31mb"))
    #expect(!outcome.errors.contains("\u{1B}"))
  }
}
