#if os(Linux)
import Foundation
import Testing

/// What comes in between while a file is being written: the run is held before its first write.
@Suite("Output files of a run that is interrupted")
struct InterruptedOutputTests {
  private let folder: TemporaryFolder
  private let tools: TemporaryFolder
  private let library: AtCall
  private var pipe: String { tools["pipe"].path }

  init() async throws {
    folder = try TemporaryFolder()
    tools = try TemporaryFolder()
    library = try await AtCall()
  }

  /// Holds a run that writes the file `out`, and does something meanwhile; the status is the run's.
  ///
  /// In the script `$!` is the process, and `: >"$pipe"` lets it continue. A shell makes
  /// background processes ignore interrupts; this process does not.
  private func run(
    _ options: String = "", failing: String = "", meanwhile: String
  ) async throws -> Command.Outcome {
    try await Command.shell(
      """
      pipe='\(pipe)'
      mkfifo "$pipe"
      FAIL='\(failing)' \(library.holding(at: pipe)) \
      env --default-signal=INT "$PASSWRIGHT" generate -n 100000 -o out \(options) &
      : <"$pipe"
      \(meanwhile)
      wait $!
      """, folder: folder.url)
  }

  @Test("are not overwritten when they appear in the meantime")
  func appearsMeanwhile() async throws {
    let outcome = try await run(meanwhile: #"printf precious >out; : >"$pipe""#)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("out exists; name another file"))
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out") == "precious")
  }

  @Test(
    "leave nothing when the run is killed, even when they replace others",
    arguments: ["KILL", "INT", "TERM", "HUP"], ["", "--force"])
  func killed(signal: String, option: String) async throws {
    // The file has no name: its link says "deleted".
    let outcome = try await run(
      option,
      meanwhile: #"ls -A; ls -l /proc/$!/fd | grep -c "$PWD.* (deleted)"; kill -\#(signal) $!"#)
    #expect(outcome.text == "1\n")
    #expect(outcome.status == status(signal))
    #expect(try folder.names == [])
  }

  @Test(
    "that have a name from the start leave nothing when a signal ends the run",
    arguments: ["INT", "TERM", "HUP"])
  func signals(signal: String) async throws {
    try folder.write("old", to: "out")
    let outcome = try await run(
      "--force", failing: "unnamed",
      meanwhile: #"ls -A; stat -c %a .passwright-*; kill -\#(signal) $!"#)
    let lines = try outcome.lines
    try #require(lines.count == 3)
    #expect(lines[0].hasPrefix(".passwright-"))
    #expect(lines[1...] == ["out", "600"])
    #expect(outcome.status == status(signal))
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out") == "old")
  }

  @Test("survive a hangup under nohup")
  func ignoredSignal() async throws {
    let outcome = try await Command.shell(
      """
      trap '' HUP
      pipe='\(pipe)'
      mkfifo "$pipe"
      \(library.holding(at: pipe)) "$PASSWRIGHT" generate -n 1000 -o out &
      : <"$pipe"
      kill -HUP $!
      : >"$pipe"
      wait $!
      """, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out").utf8.count == 21_000)
  }

  /// What the shell says of a process that a signal has ended.
  private func status(_ signal: String) -> Int32 {
    128 + ["HUP": SIGHUP, "INT": SIGINT, "KILL": SIGKILL, "TERM": SIGTERM][signal, default: 0]
  }
}
#endif
