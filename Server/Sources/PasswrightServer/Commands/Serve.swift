import ArgumentParser
import CServerPlatform
import Configuration
import Hummingbird
import Logging
import PasswordService

/// The command `serve`.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer clients until SIGTERM or SIGINT.",
    discussion: """
      Each option can also stand in the file of --config, as {"tls": {"certificate": "…"}}, or in the \
      environment, as PASSWRIGHT_TLS_CERTIFICATE; an option wins over the environment, the \
      environment over the file.
      """)

  @OptionGroup var store: StoreOptions
  @Option(help: "The address to listen on. (default: 127.0.0.1)") var host: String?
  @Option(help: "The port to listen on. (default: 8080)") var port: Int?
  @Option(help: ArgumentHelp("The certificate chain, PEM.", valueName: "file"))
  var tlsCertificate: String?
  @Option(help: ArgumentHelp("The private key of the certificate, PEM.", valueName: "file"))
  var tlsKey: String?
  @Flag(help: "Allow plain HTTP on an address that others reach: keys and passwords are readable.")
  var insecurePlaintext = false
  @Option(help: "The most connections at once. (default: 10240)") var maximumConnections: Int?
  @Option(help: "The most passwords of one request. (default: 1000)") var maximumQuantity: Int?
  @Option(
    help:
      "The generatepassword requests of one address in a minute, loopback exempt. (default: 6000)")
  var generateLimit: Int?
  @Option(
    help:
      "The seconds that the head or the body of a request, or the next request, may take. (default: 30)"
  )
  var requestTimeout: Int?
  @Option(help: "How dates are written. (default: dd/MM/yyyy)") var dateFormat: String?
  @Option(help: "trace, debug, info, notice, warning, error or critical. (default: info)")
  var logLevel: String?
  @Option(
    help: ArgumentHelp(
      "Hand passwords over to this program: JSON on its standard input, status 0 confirms.",
      valueName: "file"))
  var handOverProgram: String?
  @Option(help: ArgumentHelp("Hand passwords over to this URL by POST.", valueName: "url"))
  var handOverURL: String?
  @Option(
    help: ArgumentHelp("The secret that POSTs to the URL are signed with.", valueName: "file"))
  var handOverSecretFile: String?

  func run() async throws {
    try await reportingErrors {
      let reader = try await store.reader(flags)
      let settings = try ServerSettings(reader)
      let opened = try OpenedStore(reader)
      try await opened.service.checkStore()
      if !passwright_forbid_core_dumps() {
        throw CommandFailure("core dumps cannot be switched off; a dump would hold passwords")
      }
      passwright_raise_open_file_limit()
      try await Server(settings, opened).run()
    }
  }

  /// The options that are given, by the names of their settings.
  private var flags: [AbsoluteConfigKey: ConfigValue] {
    let texts: [(AbsoluteConfigKey, String?)] = [
      ("host", host), ("tls.certificate", tlsCertificate), ("tls.key", tlsKey),
      ("date.format", dateFormat), ("log.level", logLevel),
      ("hand.over.program", handOverProgram), ("hand.over.url", handOverURL),
      ("hand.over.secret.file", handOverSecretFile),
    ]
    let numbers: [(AbsoluteConfigKey, Int?)] = [
      ("port", port), ("maximum.connections", maximumConnections),
      ("maximum.quantity", maximumQuantity), ("generate.limit", generateLimit),
      ("request.timeout", requestTimeout),
    ]
    var flags: [AbsoluteConfigKey: ConfigValue] = [:]
    for (key, text) in texts {
      flags[key] = text.map { ConfigValue(.string($0), isSecret: false) }
    }
    for (key, number) in numbers {
      flags[key] = number.map { ConfigValue(.int($0), isSecret: false) }
    }
    if insecurePlaintext {
      let key: AbsoluteConfigKey = "insecure.plaintext"
      flags[key] = ConfigValue(.bool(true), isSecret: false)
    }
    return flags
  }
}
