import AsyncHTTPClient
import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import NIOSSL
import PasswordService
import ServiceTestSupport
import Testing
import TextTools

@Suite("serve")
struct ServeTests {
  private static func get(_ url: String) async throws -> (
    response: HTTPClientResponse, body: String
  ) {
    try await send(HTTPClientRequest(url: url))
  }

  private static func send(
    _ request: HTTPClientRequest
  ) async throws -> (response: HTTPClientResponse, body: String) {
    let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
    let body = try await response.body.collect(upTo: 1 << 20)
    return (response, String(buffer: body))
  }

  private static func post(_ url: String, _ form: String) async throws -> String {
    var request = HTTPClientRequest(url: url)
    request.method = .POST
    request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
    request.body = .bytes(ByteBuffer(string: form))
    return try await send(request).body
  }

  @Test("answers over a socket, stops in good order, and writes no secret to log or metrics")
  func serve() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let server = try RunningServer(folder, ["--log-level", "trace"])
    let generated = try await Self.get(server.url("/api/generatepassword?apikey=\(key)&Qty=3"))
    #expect(generated.response.status == .ok)
    #expect(generated.response.headers.first(name: "X-Request-Id")?.isEmpty == false)
    let created = try await Self.post(
      server.url("/api/passwords?apikey=\(key)"),
      "PasswordListID=27&Title=t&Password=the-secret-password")
    #expect(created.contains("the-secret-password"))
    let read = try await Self.get(server.url("/api/passwords/1?apikey=\(key)"))
    #expect(read.body.contains("the-secret-password"))
    // Raw signs in a query, as clients send them.
    let range = "ExpiryDate>=2012-07-06,ExpiryDate<=2013-01-01"
    let found = try await RawConnection.get(
      "/api/searchpasswords/27?apikey=\(key)&ExpiryDateRange=\(range)", port: server.port)
    #expect(found.hasPrefix("HTTP/1.1 404") && found.contains("No password was found"))
    let failed = try await Self.get(server.url("/api/passwords/1?apikey=wrong-secret-key"))
    #expect(failed.response.status == .unauthorized)

    #expect(try await Self.get(server.url("/healthz")).body == "ok\n")
    #expect(try await Self.get(server.url("/readyz")).body == "ok\n")
    let metrics = try await Self.get(server.url("/metrics")).body
    #expect(metrics.contains(#"route="/api/generatepassword",status="200"} 1"#))
    let limits = try String(
      contentsOfFile: "/proc/\(server.process.processIdentifier)/limits", encoding: .utf8)
    #expect(limits.contains(#/Max core file size +0 /#))

    let (status, log) = server.stop()
    #expect(status == 0)
    #expect(log.contains(#""route":"/api/generatepassword""#))
    let passwords = try JSON(parsing: Array(generated.body.utf8)).elements
      .compactMap { $0["Password"]?.string }
    for secret in [key, "the-secret-password", "wrong-secret-key"] + passwords {
      #expect(!log.contains(secret) && !metrics.contains(secret))
    }
    let events = try folder.run("audit", "list", "--format", "ndjson").output
    #expect(events.contains("password.read") && !events.contains("the-secret-password"))
    #expect(try folder.run("audit", "verify").status == 0)
  }

  @Test("a key that another process makes opens, and one that it revokes does not")
  func otherProcess() async throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let server = try RunningServer(folder)
    let key = try folder.run("key", "create", "new", "--list", "27").output
      .trimmingCharacters(in: .newlines)
    let url = server.url("/api/passwordlists/27?apikey=\(key)")
    #expect(try await Self.get(url).response.status == .ok)
    #expect(try folder.run("rekey").status == 0)
    #expect(try await Self.get(url).response.status == .ok)
    _ = try folder.run("key", "revoke", "new")
    #expect(try await Self.get(url).response.status == .unauthorized)
    #expect(server.stop().status == 0)
  }

  @Test(
    "refuses to start without what is needed, and says what to do",
    arguments: [
      (["--host", "0.0.0.0"], "--insecure-plaintext"), (["--tls-key", "x"], "--tls-certificate"),
      (["--log-level", "loud"], "log level"), (["--date-format", "yyyy"], "date format"),
      (["--hand-over-url", "http://example.com"], "--hand-over-secret-file"),
      (["--tls-certificate", "/none", "--tls-key", "/none"], "certificate"),
    ])
  func refusals(arguments: [String], word: String) throws {
    let folder = try CommandFolder()
    _ = try folder.prepare()
    let process = folder.process(["serve", "--port", "0"] + arguments)
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus != 0)
    #expect(text.contains(word), "\(text)")
  }

  static let opensslPath = "/usr/bin/openssl"

  @Test(
    "speaks TLS with a certificate, on any address",
    .enabled(if: FileManager.default.isExecutableFile(atPath: opensslPath)))
  func tls() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let (certificate, privateKey) = (folder.folder.file("cert.pem"), folder.folder.file("key.pem"))
    let openssl = Process()
    openssl.executableURL = URL(filePath: Self.opensslPath)
    openssl.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "2",
      "-subj", "/CN=localhost", "-keyout", privateKey, "-out", certificate,
    ]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
    let server = try RunningServer(
      folder, ["--host", "0.0.0.0", "--tls-certificate", certificate, "--tls-key", privateKey])
    var tls = TLSConfiguration.makeClientConfiguration()
    tls.certificateVerification = .none
    let client = HTTPClient(configuration: HTTPClient.Configuration(tlsConfiguration: tls))
    var request = HTTPClientRequest(
      url: "https://127.0.0.1:\(server.port)/api/passwords?apikey=\(key)&PasswordListID=27&Title=t")
    request.method = .POST
    let response = try await client.execute(request, timeout: .seconds(60))
    #expect(response.status == .created)
    #expect(response.headers.first(name: "Location")?.hasPrefix("https://127.0.0.1:") == true)
    try await client.shutdown()
    #expect(server.stop().status == 0)
  }

  @Test("hands a password over to a URL, signed, and again until it is confirmed")
  func webhook() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let secret = folder.folder.file("secret")
    try Data("the webhook's secret".utf8).write(to: URL(filePath: secret))
    let (requests, continuation) = AsyncStream.makeStream(of: WebhookRequest.self)
    try await WebhookReceiver.run(continuation) { port in
      let server = try RunningServer(
        folder,
        ["--hand-over-url", "http://127.0.0.1:\(port)/hook", "--hand-over-secret-file", secret])
      _ = try await Self.post(
        server.url("/api/passwords"),
        "apikey=\(key)&PasswordListID=30&Title=t&Password=handed-over&AccountTypeID=1"
          + "&GenericField1=server1&SyncWindowsAccount=true")
      var iterator = requests.makeAsyncIterator()
      let request = try #require(await iterator.next())
      #expect(try JSON(parsing: request.body)["newPassword"] == "handed-over")
      #expect(request.idempotencyKey == "1")
      let code = HMAC<SHA256>.authenticationCode(
        for: request.body, using: SymmetricKey(data: Data("the webhook's secret".utf8)))
      let digits = code.map { String(format: "%02x", $0) }.joined()
      #expect(request.signature == "sha256=\(digits)")
      #expect(server.stop().status == 0)
    }
  }

  @Test("hands a password over to a program, on its standard input and nowhere else")
  func handOver() async throws {
    let folder = try CommandFolder()
    let key = try folder.prepare()
    let program = folder.folder.file("hand-over")
    let received = folder.folder.file("received")
    // Reading the pipe waits for the program.
    let made = unsafe mkfifo(received, 0o600)
    #expect(made == 0)
    let script = "#!/bin/sh\n{ cat; env; } >\"\(received)\"\n"
    try Data(script.utf8).write(to: URL(filePath: program))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let server = try RunningServer(
      folder, ["--hand-over-program", program], environment: ["CREDENTIALS_DIRECTORY": "/nowhere"])
    _ = try await Self.post(
      server.url("/api/passwords"),
      "apikey=\(key)&PasswordListID=30&Title=t&Password=handed-over&AccountTypeID=1"
        + "&GenericField1=server1&Username=admin&SyncWindowsAccount=true")
    let pipe = try #require(FileHandle(forReadingAtPath: received))
    let lines = String(decoding: pipe.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n")
    let json = try JSON(parsing: Array((lines.first ?? "").utf8))
    // It gets the environment, without what opens the store.
    #expect(lines.contains { $0.hasPrefix("PATH=") })
    #expect(!lines.contains { $0.hasPrefix("CREDENTIALS_DIRECTORY=") })
    #expect(!lines.contains { $0.hasPrefix("PASSWRIGHT_MASTER_KEY=") })
    #expect(json["newPassword"] == "handed-over" && json["host"] == "server1")
    #expect(json["userName"] == "admin" && json["action"] == "synchronize" && json["job"] == 1)
    #expect(server.stop().status == 0)
  }
}
