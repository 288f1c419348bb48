import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOCore
import NIOSSL
import PasswordService
import PasswordServiceSQLite
import PasswordstateAPI
import ServiceHTTP
import ServiceLifecycle
import UnixSignals

/// All that runs while the service answers.
struct Server {
  /// How long requests that run may take once the service is to stop.
  static let gracePeriod = Duration.seconds(30)
  /// The most bytes of the head of a request.
  static let maximumHeadBytes = 16 * 1024

  private let settings: ServerSettings
  private let opened: OpenedStore
  private let logger: Logger

  init(_ settings: ServerSettings, _ opened: OpenedStore) {
    self.settings = settings
    self.opened = opened
    var logger = Logger(label: "passwright-server") { _ in JSONLogHandler() }
    logger.logLevel = settings.logLevel
    self.logger = logger
  }

  func run() async throws {
    let application = Application(
      responder: TaskPerRequest(responder: router().buildResponder()), server: try channel(),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        backlog: 4096,
        availableConnectionsDelegate: MaximumAvailableConnections(settings.maximumConnections)),
      onServerRunning: { [logger] channel in
        logger.notice(
          "listening", metadata: ["address": "\(channel.localAddress?.description ?? "")"])
      },
      logger: logger)
    var services: [any Service] = [
      RefreshService(service: opened.service, logger: logger), application,
    ]
    if let target = try target() {
      services.insert(
        WorkerService(worker: JobWorker(opened.service, target: target), logger: logger), at: 0)
    } else if try await opened.service.configuration.lists.values.contains(
      where: \.resetsExpiredPasswords)
    {
      logger.warning(
        "passwords expire and are not reset: give --hand-over-program or --hand-over-url")
    }
    var configuration = ServiceGroupConfiguration(
      services: services, gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    configuration.maximumGracefulShutdownDuration = Self.gracePeriod
    try await ServiceGroup(configuration: configuration).run()
    try await opened.store.close()
  }

  private func router() -> Router<ServiceContext> {
    let router = Router(context: ServiceContext.self, options: .caseInsensitive)
    let metrics = RequestMetrics()
    router.add(middleware: ObservationMiddleware(metrics: metrics))
    router.add(middleware: UnknownRouteMiddleware(notFound: passwordstateNotFound))
    router.add(middleware: GenerateLimitMiddleware(limit: settings.generateLimit))
    addHealthRoutes(to: router, service: opened.service, metrics: metrics)
    var api = PasswordstateAPI.Settings()
    api.dateFormat = settings.dateFormat
    api.maximumQuantity = settings.maximumQuantity
    api.bodyTimeLimit = .seconds(settings.requestTimeout)
    api.scheme = settings.tls == nil ? "http" : "https"
    PasswordstateAPI(
      service: opened.service, settings: api, guesses: GuessLimiter(clock: .system)
    ).addRoutes(to: router)
    return router
  }

  private func channel() throws -> HTTPServerBuilder {
    let seconds = Int64(settings.requestTimeout)
    let http = HTTPServerBuilder.http1(
      configuration: HTTP1Channel.Configuration(
        // The routes get to answer first, with half as much.
        additionalChannelHandlers: [
          RequestGuard(
            maximumBodyBytes: 2 * Request.maximumBodyBytes, timeLimit: .seconds(2 * seconds))
        ],
        idleTimeout: .seconds(seconds),
        httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
          maxHeaderFieldSize: Self.maximumHeadBytes, maxHeaderListSize: Self.maximumHeadBytes,
          maxHeaderFieldCount: 100)))
    guard let tls = settings.tls else { return http }
    let configuration: TLSConfiguration
    do {
      configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(tls.certificate)
          .map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: tls.key, format: .pem)))
    } catch {
      throw CommandFailure("the certificate or its key cannot be read: \(error)")
    }
    return try .tls(http, tlsConfiguration: configuration)
  }

  private func target() throws -> (any HandOverTarget)? {
    if let program = settings.handOverProgram { return ProgramTarget(path: program) }
    if let url = settings.handOverURL, let file = settings.handOverSecretFile {
      return try WebhookTarget(url: url, secretFile: file)
    }
    return nil
  }
}
