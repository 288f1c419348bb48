#if os(Linux)
import Foundation
import Testing
import _TestSupport

/// What comes in between while a file is being written: the run is held before a call.
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
    _ options: String = "", failing: String = "", heldBefore call: AtCall.Call = .write,
    meanwhile: String
  ) async throws -> Command.Outcome {
    try await Command.shell(
      """
      pipe='\(pipe)'
      mkfifo "$pipe"
      FAIL='\(failing)' \(library.holding(at: pipe, before: call)) \
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
    "leave nothing when the run is killed, even when they replace others, on any file system",
    arguments: ["KILL", "INT", "TERM", "HUP"],
    [("", ""), ("--force", ""), ("", "unnamed"), ("--force", "unnamed")])
  func killed(signal: String, run options: (arguments: String, failing: String)) async throws {
    // The file has no name: its link says "deleted".
    let outcome = try await run(
      options.arguments, failing: options.failing,
      meanwhile: #"ls -A; ls -l /proc/$!/fd | grep -c "$PWD.* (deleted)"; kill -\#(signal) $!"#)
    #expect(outcome.text == "1\n")
    #expect(outcome.status == status(signal))
    #expect(try folder.names == [])
  }

  @Test(
    "that are about to take their names take them before a signal ends the run",
    arguments: ["INT", "TERM", "HUP"], ["", "unnamed", "links"])
  func signalAtTheEnd(signal: String, failing: String) async throws {
    try folder.write("old", to: "out")
    let outcome = try await run(
      "--force", failing: failing, heldBefore: .rename,
      meanwhile: #"cat out; stat -c ' %a' .passwright-*; kill -\#(signal) $!; : >"$pipe""#)
    #expect(outcome.text == "old 600\n")
    #expect(outcome.status == status(signal))
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out").utf8.count == 2_100_000)
  }

  @Test("leave the file that they were about to replace, and a whole one, when the run is killed")
  func killedAtTheEnd() async throws {
    try folder.write("old", to: "out")
    let outcome = try await run("--force", heldBefore: .rename, meanwhile: "kill -KILL $!")
    #expect(outcome.status == status("KILL"))
    #expect(try folder.text(of: "out") == "old")
    let others = try folder.names.filter { $0 != "out" }
    try #require(others.count == 1)
    #expect(others[0].hasPrefix(".passwright-"))
    #expect(try folder.text(of: others[0]).utf8.count == 2_100_000)
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
