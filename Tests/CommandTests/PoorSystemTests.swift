#if os(Linux)
import Foundation
import Testing
import _TestSupport

/// File systems that lack calls, and processes that lack descriptors and threads.
@Suite("On a limited system")
struct PoorSystemTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.writePrivately(String(repeating: "5a", count: 32) + "\n", to: "key")
    try folder.write("a\nb\n", to: "ids")
  }

  private static let recording = "generate --history h.db --history-key key"

  @Test(
    "files are published whole, whatever their file system lacks",
    arguments: ["links", "unnamed", "links unnamed", "unnamed renames", "links unnamed renames"],
    [
      ("history key new", "new"), ("generate -o new", "new"), ("generate -o old --force", "old"),
      ("\(recording) --account a", "h.db"),
      ("\(recording) --accounts ids --format csv -o new", "h.db new"),
    ])
  func fileSystem(lacks words: String, command: (arguments: String, files: String)) async throws {
    let library = try await AtCall()
    try folder.write("old", to: "old")
    let outcome = try await Command.shell(
      #"\#(library.failing(words)) "$PASSWRIGHT" \#(command.arguments)"#, folder: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let files = command.files.split(separator: " ").map(String.init)
    #expect(try folder.names == Set(files + ["ids", "key", "old"]).sorted())
    for file in files {
      #expect(try folder.permissions(of: file) == 0o600)
      #expect(try folder.text(of: file) != "old")
    }
  }

  @Test(
    "an existing file is not replaced, whatever its file system lacks",
    arguments: ["links", "unnamed", "links unnamed", "unnamed renames", "links unnamed renames"],
    ["history key old", "generate -o old", "\(recording) --accounts ids --format csv -o old"])
  func taken(lacks words: String, arguments: String) async throws {
    let library = try await AtCall()
    try folder.write("old", to: "old")
    let outcome = try await Command.shell(
      #"\#(library.failing(words)) "$PASSWRIGHT" \#(arguments)"#, folder: folder.url)
    #expect(outcome.status == 2)
    #expect(try folder.text(of: "old") == "old")
  }

  // Of three or fewer the loader of programs has too few already.
  @Test("too few descriptors are either enough or a named error", arguments: 4...12)
  func descriptors(limit: Int) async throws {
    let outcome = try await Command.shell(
      #"ulimit -n \#(limit); exec "$PASSWRIGHT" \#(Self.recording) --account a"#,
      folder: folder.url)
    #expect(!outcome.isSignalled)
    if outcome.status != 0 {
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("Too many open files"))
      #expect(outcome.output.isEmpty)
    }
    #expect(try folder.names.allSatisfy { ["h.db", "ids", "key"].contains($0) })
    let next = try await Command.shell(
      #""$PASSWRIGHT" \#(Self.recording) --account a"#, folder: folder.url)
    #expect(next.status == 0)
  }

  @Test(
    "no other thread is needed to record a password",
    .enabled(
      if: getuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv"),
      "the limit on a user's threads is that of a user of no other process"))
  func threads() async throws {
    for name in [".", "key"] {
      try FileManager.default.setAttributes(
        [.ownerAccountID: 64_321], ofItemAtPath: folder[name].path)
    }
    let outcome = try await Command.shell(
      #"""
      ulimit -u 1
      exec setpriv --reuid 64321 --clear-groups "$PASSWRIGHT" \#(Self.recording) --account a
      """#, folder: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try outcome.lines.count == 1)
  }

  @Test(
    "a name refers to a file, whatever SQLite would make of it",
    arguments: ["file:x.db", ":memory:", "file:x?mode=memory", "a?b#c%20"])
  func names(name: String) async throws {
    let arguments = ["generate", "--history", name, "--history-key", "key", "--account", "a"]
    for _ in 0..<2 {
      #expect(try await Command.run(arguments, folder: folder.url).status == 0)
    }
    #expect(try folder.names == [name, "ids", "key"].sorted())
    #expect(try folder.permissions(of: name) == 0o600)
    let list = try await Command.run("history", "list", "--history", name, folder: folder.url)
    #expect(try list.lines.count == 2)
  }

  @Test("a link to nothing is not a history, and no file is made")
  func danglingLink() async throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder["link"].path, withDestinationPath: "nothing")
    for command in ["generate", "history add"] {
      let outcome = try await Command.run(
        command.split(separator: " ").map(String.init)
          + ["--history", "link", "--history-key", "key", "--account", "a"],
        input: "x\n", folder: folder.url)
      #expect(outcome.status == 2)
      #expect(
        outcome.errors
          == "passwright: error: history link: a symbolic link to nothing; remove it, or name another file\n"
      )
    }
    #expect(try folder.names == ["ids", "key", "link"])
  }
}
#endif
