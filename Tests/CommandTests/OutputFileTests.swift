import Foundation
import Testing
import _TestSupport

@Suite("Output files")
struct OutputFileTests {
  @Test("are made with mode 0600 and all passwords, and nothing is left beside them")
  func newFile() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #"umask 0; "$PASSWRIGHT" generate -n 1000 -o out"#, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors == "")
    #expect(try folder.names == ["out"])
    #expect(try folder.permissions(of: "out") == 0o600)
    let text = try folder.text(of: "out")
    #expect(text.split(separator: "\n").allSatisfy { $0.count == 20 })
    #expect(text.utf8.count == 21_000)
  }

  @Test("may be elsewhere, and in any format")
  func elsewhere() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.run(
      "generate", "-n", "10", "--format", "json", "--output", folder["out.json"].path)
    #expect(outcome.status == 0)
    #expect(try folder.names == ["out.json"])
    #expect(
      try JSONSerialization.jsonObject(with: Data(contentsOf: folder["out.json"])) is [String: Any])
  }

  @Test("are empty for no passwords")
  func empty() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.run("generate", "-n", "0", "-o", "out", folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.text(of: "out") == "")
  }

  @Test("are not overwritten")
  func refusal() async throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "out")
    let outcome = try await Command.run("generate", "-o", "out", folder: folder.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "passwright: error: out exists; name another file, or replace it with --force\n")
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out") == "precious")
  }

  @Test("are replaced with --force, and then have mode 0600")
  func force() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: folder["out"].path)
    let outcome = try await Command.run("generate", "-o", "out", "--force", folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.names == ["out"])
    #expect(try folder.permissions(of: "out") == 0o600)
    #expect(try folder.text(of: "out").utf8.count == 21)
  }

  @Test("may also be new with --force")
  func forceOnNothing() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.run("generate", "-o", "out", "--force", folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.names == ["out"])
  }

  @Test("behind a symbolic link are replaced, not the link")
  func symbolicLink() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "real")
    try FileManager.default.createSymbolicLink(
      atPath: folder["link"].path, withDestinationPath: "real")
    let refused = try await Command.run("generate", "-o", "link", folder: folder.url)
    #expect(refused.status == 2)
    let outcome = try await Command.run("generate", "-o", "link", "--force", folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.names == ["link", "real"])
    #expect(try folder.text(of: "real").utf8.count == 21)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder["link"].path) == "real")
  }

  @Test(
    "that cannot be made are errors with status 2",
    arguments: [
      (".", ". is a directory; name a file in it"),
      (
        "missing/out",
        "cannot create missing/out: No such file or directory; create its directory first"
      ),
      ("file/out", "cannot create file/out: Not a directory; name a file in a writable directory"),
      ("dangling", "dangling is a symbolic link to nothing; remove it or name another file"),
    ])
  func errors(path: String, message: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    try FileManager.default.createSymbolicLink(
      atPath: folder["dangling"].path, withDestinationPath: "nothing")
    let outcome = try await Command.run("generate", "-o", path, folder: folder.url)
    #expect(outcome.status == 2)
    #expect(outcome.errors == "passwright: error: \(message)\n")
    #expect(try folder.names == ["dangling", "file"])
  }

  @Test("that grow too large are removed")
  func fileSizeLimit() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #"ulimit -f 100; "$PASSWRIGHT" generate -n 100000 -o out"#, folder: folder.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors
        == "passwright: error: cannot write out: File too large; free some space or write elsewhere\n"
    )
    #expect(try folder.names == [])
  }

  @Test("of a recipe that cannot be met are not made, nor is an old one touched")
  func recipeError() async throws {
    let folder = try TemporaryFolder()
    try folder.write("old", to: "out")
    let outcome = try await Command.run(
      "generate", "-l", "0", "-o", "out", "--force", folder: folder.url)
    #expect(outcome.status == 3)
    #expect(try folder.names == ["out"])
    #expect(try folder.text(of: "out") == "old")
  }

  @Test("do not get messages when standard error is closed")
  func closedStandardError() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #""$PASSWRIGHT" generate -v -n 10 -o out 2>&- >&- <&-"#, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try folder.text(of: "out").utf8.count == 210)
  }

  // MARK: Devices and pipes

  @Test("may be devices")
  func device() async throws {
    let outcome = try await Command.run("generate", "-o", "/dev/null")
    #expect(outcome.status == 0)
    #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    let full = try await Command.run("generate", "-n", "10", "-o", "/dev/full")
    #expect(full.status == 2)
    #expect(
      full.errors == """
        passwright: error: cannot write /dev/full: No space left on device; free some space or \
        write elsewhere

        """)
  }

  @Test("may be named pipes")
  func namedPipe() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.shell(
      #"mkfifo pipe; "$PASSWRIGHT" generate -n 7 -o pipe & cat pipe; wait $!"#, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(try outcome.lines.count == 7)
    #expect(try folder.names == ["pipe"])
  }

  @Test(
    "named as an open stream are written at its position, whether it is a file, a pipe or a socket",
    arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "/dev/stderr", "/dev/fd/3"])
  func openStream(path: String) async throws {
    let folder = try TemporaryFolder()
    let number = path == "/dev/stderr" ? 2 : path == "/dev/fd/3" ? 3 : 1
    let outcome = try await Command.shell(
      #"""
      { echo before; "$PASSWRIGHT" generate -n 3 -o \#(path) \#(number)>&1; echo after; } >out &&
      "$PASSWRIGHT" generate -n 4 -o \#(path) \#(number)>&1 | cat >piped
      """#, folder: folder.url)
    #expect(outcome.status == 0)
    #expect(outcome.errors == "")
    let lines = try folder.text(of: "out").split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines.first == "before")
    #expect(lines.last == "after")
    #expect(try folder.text(of: "piped").utf8.count == 4 * 21)
    #expect(try folder.names == ["out", "piped"])
  }

  @Test(
    "named as a stream that is not open for writing are errors",
    arguments: [("/dev/stdout", "1>&-"), ("/dev/fd/0", ""), ("/dev/fd/9", "")])
  func noOpenStream(path: String, redirection: String) async throws {
    let outcome = try await Command.shell(
      #""$PASSWRIGHT" generate -o \#(path) \#(redirection)"#)
    #expect(outcome.status == 2)
    #expect(
      outcome.errors == """
        passwright: error: cannot write \(path): Bad file descriptor; open it for writing, or name a \
        file

        """)
  }

  @Test("are never the command's own descriptors, whatever their number")
  func ownDescriptors() async throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "5a", count: 32) + "\n", to: "key")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder["key"].path)
    let outcome = try await Command.shell(
      #"""
      for number in 3 4 5 6 7 8 9; do
        "$PASSWRIGHT" generate --history h.db --history-key key --account a -o /dev/fd/$number &&
          exit 1
      done
      "$PASSWRIGHT" history verify --history h.db
      """#, folder: folder.url)
    #expect(outcome.status == 0)
  }

  @Test("named - mean standard output")
  func dash() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await Command.run("generate", "-n", "3", "-o", "-", folder: folder.url)
    #expect(try outcome.lines.count == 3)
    #expect(try folder.names == [])
  }
}
