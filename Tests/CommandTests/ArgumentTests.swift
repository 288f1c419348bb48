import Foundation
import PasswrightCommand
import Testing
import _TestSupport

@Suite("Arguments")
struct ArgumentTests {
  /// Reads a vector of C strings as `main` gets it.
  private func read(_ arguments: [[UInt8]], count: Int32? = nil) -> [String]? {
    var vector: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { bytes in
      let text = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
      for (place, byte) in (bytes + [0]).enumerated() {
        unsafe text[place] = CChar(bitPattern: byte)
      }
      return unsafe text
    }
    unsafe vector.append(nil)
    defer { for place in unsafe vector.indices { unsafe vector[place]?.deallocate() } }
    return unsafe vector.withUnsafeMutableBufferPointer {
      unsafe ProgramArguments.read(count: count ?? Int32(arguments.count), vector: $0.baseAddress)
    }
  }

  @Test("are those of main except the name of the program")
  func read() {
    #expect(read(["passwright", "check", "", "-x"].map { Array($0.utf8) }) == ["check", "", "-x"])
    #expect(read([Array("passwright".utf8)]) == [])
    #expect(read([[]]) == [])
    #expect(read([[0x70], [0x61, 0xFF]]) == ["a\u{FFFD}"])
  }

  @Test(
    "that are not UTF-8 are refused, since repaired they would name other files",
    arguments: [
      #"-o "$(printf 'o\377.txt')""#, #"-x "$(printf '\377')""#, #"--policy "$(printf '\302')""#,
    ])
  func notUTF8(options: String) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #""$PASSWRIGHT" generate \#(options)"#, folder: folder.url)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("passwright: error: argument 3 is not UTF-8"))
    #expect(try folder.names.isEmpty)
  }

  @Test("are missing when even the name of the program is missing")
  func missing() {
    #expect(read([], count: 0) == nil)
    #expect(unsafe ProgramArguments.read(count: 1, vector: nil) == nil)
  }

  @Test(
    "without a subcommand are an error, with the help on standard error",
    arguments: [[], ["policy"], ["history"]])
  func noSubcommand(group: [String]) async throws {
    let outcome = try await Command.run(group)
    let help = try await Command.run(group + ["--help"])
    #expect(outcome.status == 64)
    #expect(outcome.text == "")
    #expect(outcome.errors == "passwright: error: a subcommand is missing\n\n\(help.text)")
    #expect(help.status == 0)
  }

  @Test(
    "that only the whole command accepts are accepted after a subcommand, too",
    arguments: [
      (["generate", "--version"], ["--version"]), (["policy", "lint", "--version"], ["--version"]),
      (
        ["check", "--generate-completion-script", "bash"], ["--generate-completion-script", "bash"]
      ),
      (["help", "history", "key"], ["history", "key", "--help"]),
      (["generate", "-n", "3", "-h"], ["help", "generate"]),
    ])
  func ofTheWhole(arguments: [String], same: [String]) async throws {
    let outcome = try await Command.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    #expect(!outcome.text.isEmpty)
    #expect(try await outcome.text == Command.run(same).text)
  }

  @Test(
    "that no command accepts are reported with the usage of the subcommand",
    arguments: [
      (["generate", "generate"], "Unexpected argument 'generate'", "passwright generate"),
      (
        ["policy", "lint", "pci-dss-4", "--nothing"], "Unknown option '--nothing'",
        "passwright policy lint"
      ),
      (["history", "help"], "Unexpected argument 'help'", "passwright history"),
    ])
  func unknown(arguments: [String], problem: String, command: String) async throws {
    let outcome = try await Command.run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.text == "")
    #expect(outcome.errors.contains(problem))
    #expect(outcome.errors.contains("\(command) --help"))
  }

  #if os(Linux)
  /// Whether a mount of its own can hide `/proc` from a process.
  private static let canHideProc: Bool = {
    let script = "unshare -m sh -c 'mount -t tmpfs none /proc' 2>/dev/null"
    let process = try? ChildProcess("/bin/sh", ["-c", script])
    return process?.waitForEnding() == .exited(status: 0)
  }()

  /// A command line, what is passed by standard input, and the status.
  struct Case: CustomTestStringConvertible {
    let arguments: String
    var input = ""
    let status: Int32
    /// The first line of the output.
    var output: Substring?
    var testDescription: String { arguments }
  }

  @Test(
    "arrive where /proc cannot be read", .enabled(if: canHideProc),
    arguments: [
      Case(arguments: "check --policy nist-800-63b-4 -q", input: "a", status: 1),
      Case(arguments: "check --policy pci-dss-4", input: "a", status: 1),
      Case(arguments: "generate -n 1 --pattern 'fixed'", status: 0, output: "fixed"),
      Case(arguments: "generate --pattern 'fixed' -o out", status: 0),
      Case(arguments: "generate -n 3 --policy missing.json -o x.txt", status: 2),
      Case(arguments: "policy lint active-directory", status: 1),
      Case(arguments: "policy feasible --min-digits 5 -l 4", status: 3),
      Case(arguments: "--version", status: 0, output: "0.2.0"),
      Case(arguments: "--help", status: 0),
      Case(arguments: "--generate-completion-script fish", status: 0),
      Case(arguments: "--experimental-dump-help", status: 0, output: "{"),
      Case(arguments: "generate --no-such-option", status: 64),
      Case(arguments: "", status: 64),
    ])
  func withoutProc(given: Case) async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      """
      printf '%s' '\(given.input)' | unshare -m sh -c \
      'mount -t tmpfs none /proc && exec "$PASSWRIGHT" "$@"' sh \(given.arguments)
      """, folder: folder.url)
    #expect(outcome.status == given.status)
    if let output = given.output { #expect(try outcome.lines.first == output) }
    #expect(try folder.names == (given.arguments.hasSuffix("-o out") ? ["out"] : []))
  }
  #endif
}
