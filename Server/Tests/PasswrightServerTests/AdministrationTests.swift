import Foundation
import NIOHTTP1
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("Administration while the service answers")
struct AdministrationTests {
  @Test("backup, rekey, apply and export disturb no client, and the copy is whole")
  func whileServing() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let server = try RunningServer(folder)
    let client = TestClient(server)
    let copy = folder.folder.file("copy.db")
    // The backup opens under the key that the store had then.
    let oldKey = folder.folder.file("old.key")
    try FileManager.default.copyItem(atPath: folder.folder.file("master.key"), toPath: oldKey)
    let isDone = Flag()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 1...4 {
        group.addTask { try await Self.work(client, key, number, until: isDone) }
      }
      #expect(try folder.run("backup", copy).status == 0)
      #expect(try folder.run("rekey").status == 0)
      #expect(try folder.run("apply", folder.folder.file("document.json")).status == 0)
      #expect(try folder.run("export").status == 0)
      #expect(try folder.run("rekey").status == 0)
      isDone.set()
      try await group.waitForAll()
    }
    try await client.close()
    #expect(server.stop().status == 0)
    #expect(try folder.run("audit", "verify").status == 0)
    let process = Process()
    process.executableURL = URL(filePath: builtProduct("passwright-server"))
    process.arguments = [
      "audit", "verify", "--database", copy, "--master-key-file", oldKey,
    ]
    #expect(try CommandFolder.result(of: process).status == 0)
  }

  /// Makes a record, and changes and reads it until the flag is set: each answer must be right.
  private static func work(
    _ client: TestClient, _ key: String, _ number: Int, until isDone: Flag
  ) async throws {
    let created = try await client.send(
      .POST, "/api/passwords", form: "PasswordListID=30&Title=t&apikey=\(key)")
    let id = try #require(
      JSON(parsing: Array(created.body.utf8)).elements.first?["PasswordID"]?.integer)
    var round = 0
    repeat {
      round += 1
      let password = "password \(number) \(round)"
      let form = "PasswordID=\(id)&Password=\(password)&GenericField6=\(round)&apikey=\(key)"
      try #require(try await client.send(.PUT, "/api/passwords", form: form).status == 200)
      let read = try await client.send(.GET, "/api/passwords/\(id)?apikey=\(key)")
      let record = try #require(JSON(parsing: Array(read.body.utf8)).elements.first)
      try #require(record["Password"] == .string(password))
      try #require(record["GenericField6"] == .string("\(round)"))
    } while !isDone.isSet
    let history = try await client.send(.GET, "/api/passwordhistory/\(id)?apikey=\(key)")
    #expect(try JSON(parsing: Array(history.body.utf8)).elements.count == round)
  }

  @Test("two services on one file lose no change, and let no reuse through")
  func twoServices() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let servers = [try RunningServer(folder), try RunningServer(folder)]
    let clients = servers.map { TestClient($0) }
    let created = try await clients[0].send(
      .POST, "/api/passwords", form: "PasswordListID=31&Title=t&Password=first&apikey=\(key)")
    let id = try #require(
      JSON(parsing: Array(created.body.utf8)).elements.first?["PasswordID"]?.integer)
    // Each password is asked for by both: whichever comes second is a reuse.
    var taken = 0
    for number in 1...20 {
      let form = "PasswordID=\(id)&Password=number\(number)&apikey=\(key)"
      let statuses = try await withThrowingTaskGroup(of: UInt.self) { group in
        for client in clients {
          group.addTask { try await client.send(.PUT, "/api/passwords", form: form).status }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses.sorted() == [200, 403])
      taken += statuses.count { $0 == 200 }
    }
    for client in clients {
      let history = try await client.send(.GET, "/api/passwordhistory/\(id)?apikey=\(key)")
      #expect(try JSON(parsing: Array(history.body.utf8)).elements.count == taken)
      try await client.close()
    }
    for server in servers { #expect(server.stop().status == 0) }
    #expect(try folder.run("audit", "verify").status == 0)
  }
}
