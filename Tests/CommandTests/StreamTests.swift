import Foundation
import Testing
import _TestSupport

@Suite("Streams")
struct StreamTests {
  @Test("contain as many passwords as requested", arguments: ["0", "1", "2", "999"])
  func count(number: String) async throws {
    let outcome = try await Command.run("generate", "--count", number)
    #expect(outcome.status == 0)
    #expect(try outcome.lines.count == Int(number))
  }

  @Test("accept Passwordstate's name for the count")
  func quantity() async throws {
    #expect(try await Command.run("generate", "--qty", "5").lines.count == 5)
  }

  @Test(
    "contain whole lines and the exact count with any number of threads",
    arguments: [
      (["-n", "100000", "--threads", "2"], 100_000), (["-n", "100000"], 100_000),
      (["-n", "12345", "--threads", "7"], 12_345), (["-n", "3", "--threads", "8"], 3),
      (["-n", "100001", "--threads", "1"], 100_001),
    ])
  func threads(options: [String], count: Int) async throws {
    let outcome = try await Command.run(["generate"] + options)
    #expect(outcome.status == 0)
    let lines = try outcome.lines
    #expect(lines.count == count)
    #expect(lines.allSatisfy { $0.utf8.count == 20 })
    #expect(Set(lines).count == count)
  }

  @Test(
    "contain whole records with several threads", arguments: ["json", "ndjson", "csv"])
  func records(format: String) async throws {
    let outcome = try await Command.run(
      "generate", "-n", "20000", "--threads", "3", "--format", format, "-l", "5-30")
    let passwords: [Any] =
      switch format {
      case "json":
        try #require(
          (JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])?["passwords"]
            as? [Any])
      case "ndjson":
        try outcome.lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
      default: Array(CSV.records(outcome.text).dropFirst().filter { $0.count == 4 })
      }
    #expect(passwords.count == 20_000)
  }

  @Test("end silently when the reader is gone", arguments: ["text", "json", "ndjson", "csv"])
  func closedPipe(format: String) async throws {
    let outcome = try await Command.shell(
      """
      { "$PASSWRIGHT" generate -n \(Int.max) --threads 2 --format \(format); echo "status $?" >&2; } \
      | head -n 2
      """)
    #expect(outcome.errors == "status 0\n")
    #expect(try outcome.lines.count == 2)
  }

  @Test("end silently when the reader of one password is gone")
  func closedPipeAtOnce() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #"""
      mkfifo gone
      { : <gone; "$PASSWRIGHT" generate; echo "status $?" >&2; } | { exec <&-; : >gone; }
      """#, folder: folder.url)
    #expect(outcome.errors == "status 0\n")
  }

  @Test(
    "that cannot be written are errors without a password in them",
    arguments: ["generate", "generate -n 100000 --threads 2", "entropy", "generate --format json"])
  func fullDisk(arguments: String) async throws {
    // A pattern of fixed characters: the one password is known.
    let outcome = try await Command.shell(
      #""$PASSWRIGHT" \#(arguments) --pattern 'Zq7-Zq7' >/dev/full"#)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: cannot write standard output: No space left on device; free some space \
        or write elsewhere

        """)
  }

  @Test("that are closed are errors")
  func closedOutput() async throws {
    let outcome = try await Command.shell(#""$PASSWRIGHT" generate >&-"#)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.hasPrefix("passwright: error: cannot write standard output: Bad file"))
  }

  @Test("differ from run to run")
  func fresh() async throws {
    #expect(try await Command.run("generate").text != Command.run("generate").text)
  }

  #if os(Linux)
  /// Whether everything is built with the address sanitizer, which takes memory of its own.
  private static let isSanitized = unsafe dlsym(nil, "__asan_init") != nil

  @Test("come from one thread when the process may run on only one processor")
  func oneProcessor() async throws {
    // The first password has come when all threads have been made.
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #"""
      mkfifo pipe
      first=$(awk -F '[:,-]' '/^Cpus_allowed_list/ { print $2 + 0 }' /proc/self/status)
      taskset -c "$first" "$PASSWRIGHT" generate -n 100000000 >pipe &
      exec 3<pipe
      head -n 1 <&3 >/dev/null
      ls /proc/$!/task | wc -l
      kill $!
      """#, folder: folder.url)
    #expect(outcome.text.trimmingCharacters(in: .whitespacesAndNewlines) == "1")
  }

  @Test(
    "take the same memory for any count",
    .disabled(if: isSanitized, "the address sanitizer takes memory of its own"))
  func flatMemory() async throws {
    #if DEBUG
    let megabytes = 20
    #else
    let megabytes = 1000
    #endif
    // The process waits at the full pipe while its peak is read.
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #"""
      mkfifo pipe
      "$PASSWRIGHT" generate -n 100000000 >pipe &
      exec 3<pipe
      for megabytes in 1 \#(megabytes); do
        head -c "${megabytes}000000" <&3 >/dev/null
        awk '/^VmHWM/ { print $2 }' /proc/$!/status
      done
      kill $!
      """#, folder: folder.url)
    let kibibytes = try outcome.lines.map { try #require(Int($0)) }
    try #require(kibibytes.count == 2)
    #expect(kibibytes[0] > 1024)
    // The buffers of all threads have been used by then; what was held of each password would
    // show, 1 byte in each included.
    #expect(kibibytes[1] - kibibytes[0] < megabytes * 1000 / 21)
    #expect(kibibytes[1] < 32 * 1024)
  }
  #endif
}
