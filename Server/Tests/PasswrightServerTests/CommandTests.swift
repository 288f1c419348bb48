import Foundation
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("Commands")
struct CommandTests {
  @Test("init prints a key once, makes both files private, and refuses to do it again")
  func initialize() throws {
    let folder = try CommandFolder()
    let first = try folder.run("init")
    #expect(first.status == 0)
    #expect(first.output.wholeMatch(of: /[0-9a-f]{32}\n/) != nil)
    for name in ["store.db", "master.key"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.folder.file(name))
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    let again = try folder.run("init")
    #expect(again.status != 0 && again.output.isEmpty)
    #expect(again.errors.contains("exists already"))
  }

  @Test("apply prints the differences, then none; export and audit verify agree with it")
  func apply() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let again = try folder.run("apply", folder.folder.file("document.json"))
    #expect(again.status == 0 && again.output.isEmpty)
    let exported = try folder.run("export")
    let document = try ServiceDocument(parsing: Array(exported.output.utf8))
    _ = document
    #expect(!exported.output.contains(ServiceFixture.Keys.list27))
    let verified = try folder.run("audit", "verify")
    #expect(verified.status == 0 && verified.output.contains("all there and unchanged"))
  }

  @Test("apply reports every problem of a document and ends with an error")
  func problems() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let path = folder.folder.file("wrong.json")
    try Data(#"{"lists": [{"id": "x"}], "colour": 1}"#.utf8).write(to: URL(filePath: path))
    let result = try folder.run("apply", path)
    #expect(result.status != 0)
    #expect(result.errors.contains("$.lists[0].id") && result.errors.contains("$.colour"))
  }

  @Test("output that cannot be written is an error, and a reader that is gone is none")
  func output() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let empty = try CommandFolder()
    for arguments in [["init"], ["export"], ["audit", "list"], ["key", "create", "new"]] {
      let process = (arguments == ["init"] ? empty : folder).process(arguments)
      let errors = Pipe()
      process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
      process.standardError = errors
      try process.run()
      let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 2 && text.contains("No space left"), "\(text)")
      #expect(arguments != ["init"] || text.contains("key create"))
    }
    let process = folder.process(["audit", "list"])
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try output.fileHandleForReading.close()
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text.isEmpty)
  }

  @Test("audit list prints the events since a day, as lines of text or of JSON")
  func auditList() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let lines = try folder.run("audit", "list", "--format", "ndjson", "--since", "2020-01-01")
    let events = try lines.output.split(separator: "\n").map { try JSON(parsing: Array($0.utf8)) }
    let actions = events.compactMap { $0["action"]?.string }
    #expect(actions.contains("configuration.apply"))
    let numbers = events.compactMap { $0["sequence"]?.integer }
    #expect(numbers == Array(1...events.count))
    let none = try folder.run("audit", "list", "--since", "2999-01-01")
    #expect(none.status == 0 && none.output.isEmpty)
    #expect(try folder.run("audit", "list", "--since", "yesterday").status == 64)
  }

  @Test("keys are made, listed and revoked")
  func keys() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let created = try folder.run("key", "create", "backup", "--list", "27")
    let key = created.output.trimmingCharacters(in: .newlines)
    #expect(key.count == 32)
    let listed = try folder.run("key", "list")
    #expect(listed.output.contains("backup\tlist 27\t\(key.prefix(4))…"))
    #expect(!listed.output.contains(key))
    #expect(try folder.run("key", "revoke", "backup").status == 0)
    #expect(try folder.run("key", "revoke", "backup").status != 0)
  }

  @Test("a backup opens under the same key, and rekey changes it")
  func backupAndRekey() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let copy = folder.folder.file("copy.db")
    #expect(try folder.run("backup", copy).status == 0)
    let key = try String(contentsOfFile: folder.folder.file("master.key"), encoding: .utf8)
    #expect(try folder.run("rekey").status == 0)
    #expect(try String(contentsOfFile: folder.folder.file("master.key"), encoding: .utf8) != key)
    #expect(try folder.run("audit", "verify").status == 0)
  }

  @Test("a master key that others may read, or that is not the store's, is refused with the remedy")
  func masterKey() throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let path = folder.folder.file("master.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let open = try folder.run("export")
    #expect(open.status != 0 && open.errors.contains("chmod 600"))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try Data((MasterKey().reveal() + "\n").utf8).write(to: URL(filePath: path))
    let other = try folder.run("export")
    #expect(other.status != 0 && other.errors.contains("master key"))
  }

  @Test(
    "every command has help",
    arguments: [
      [], ["serve"], ["init"], ["apply"], ["export"], ["key"], ["key", "create"], ["key", "list"],
      ["key", "revoke"], ["audit"], ["audit", "list"], ["audit", "verify"], ["backup"], ["rekey"],
    ])
  func help(command: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: builtProduct("passwright-server"))
    process.arguments = command + ["--help"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && text.contains("USAGE"))
  }
}
