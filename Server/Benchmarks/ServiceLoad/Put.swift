import ArgumentParser
import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import TextTools

/// Clients that each generate passwords of a record of their own; prints the changes a second.
struct Put: AsyncParsableCommand {
  @Option var url: String
  @Option var key: String
  @Option var clients = 16
  @Option var seconds = 10

  struct Refused: Error {
    let status: UInt
  }

  func run() async throws {
    let client = HTTPClient(
      configuration: HTTPClient.Configuration(
        connectionPool: .init(
          idleTimeout: .seconds(60), concurrentHTTP1ConnectionsPerHostSoftLimit: clients)))
    let end = ContinuousClock.now + .seconds(seconds)
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<clients {
        group.addTask {
          let id = try await create(client)
          var count = 0
          while ContinuousClock.now < end {
            let form = "PasswordID=\(id)&GeneratePassword=true&apikey=\(key)"
            _ = try await send(client, .PUT, form)
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    try await client.shutdown()
    print(count / seconds)
  }

  private func create(_ client: HTTPClient) async throws -> Int {
    let form = "PasswordListID=27&Title=load&GeneratePassword=true&apikey=\(key)"
    let answer = try JSON(parsing: try await send(client, .POST, form))
    guard case .array(let records) = answer, case .integer(let id)? = records.first?["PasswordID"]
    else { throw Refused(status: 0) }
    return id
  }

  private func send(
    _ client: HTTPClient, _ method: HTTPMethod, _ form: String
  ) async throws -> [UInt8] {
    var request = HTTPClientRequest(url: "\(url)/api/passwords")
    request.method = method
    request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
    request.body = .bytes(ByteBuffer(string: form))
    let response = try await client.execute(request, timeout: .seconds(60))
    let body = try await response.body.collect(upTo: 1 << 20)
    guard response.status.code < 300 else { throw Refused(status: response.status.code) }
    return Array(body.readableBytesView)
  }
}
