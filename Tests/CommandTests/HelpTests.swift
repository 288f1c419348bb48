import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "matches the snapshots, on standard output, with status 0",
    arguments: [
      (["--help"], "passwright"), (["generate", "--help"], "generate"),
      (["entropy", "--help"], "entropy"), (["history", "--help"], "history"),
      (["history", "key", "--help"], "history-key"), (["history", "add", "--help"], "history-add"),
      (["history", "check", "--help"], "history-check"),
      (["history", "list", "--help"], "history-list"),
      (["history", "prune", "--help"], "history-prune"),
      (["history", "verify", "--help"], "history-verify"),
      (["check", "--help"], "check"),
      (["explain", "--help"], "explain"), (["policy", "--help"], "policy"),
      (["policy", "lint", "--help"], "policy-lint"), (["policy", "show", "--help"], "policy-show"),
      (["policy", "schema", "--help"], "policy-schema"),
      (["policy", "presets", "--help"], "policy-presets"),
      (["policy", "feasible", "--help"], "policy-feasible"),
      (["policy", "convert", "--help"], "policy-convert"),
    ])
  func snapshot(arguments: [String], name: String) async throws {
    let outcome = try await Command.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    try Snapshots.expect(
      outcome.text, equals: "Tests/CommandTests/Snapshots/\(name)-help.txt")
  }

  @Test("names every option")
  func options() async throws {
    let text = try await Command.run("generate", "-h").text
    for name in [
      "-n, --count, --qty", "-l, --length", "--lower/--no-lower", "--upper/--no-upper",
      "--digits/--no-digits", "--symbols/--no-symbols", "--brackets/--no-brackets", "--symbol-set",
      "--bracket-set", "--ambiguous/--no-ambiguous", "--higher-alpha-ratio",
      "--require-each/--no-require-each", "-x, --exclude", "--pattern", "-w, --words",
      "--no-characters", "--max-word-length", "--word-placement", "--separator", "--wordlist",
      "--min-lower", "--max-letters", "--min-types", "--max-run", "--max-sequence",
      "--sequences/--no-sequences", "--first", "--last", "--safe",
      "--query", "--format", "-o, --output", "--force", "--threads", "-v, --verbose",
    ] {
      #expect(text.contains(name))
    }
  }

  @Test("prints the version")
  func version() async throws {
    let outcome = try await Command.run("--version")
    #expect(outcome.status == 0)
    #expect(try outcome.lines.count == 1)
    #expect(outcome.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("that cannot be written is an error")
  func fullDisk() async throws {
    let outcome = try await Command.shell(#""$PASSWRIGHT" --help >/dev/full"#)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: cannot write standard output: No space left on device; free some space \
        or write elsewhere

        """)
  }
}
