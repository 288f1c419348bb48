// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error, .when(platforms: [.linux])),
]

func engine(_ module: String) -> Target.Dependency {
  .product(name: module, package: "passwright")
}
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let httpTypes: Target.Dependency = .product(name: "HTTPTypes", package: "swift-http-types")

let package = Package(
  name: "passwright-server",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "PasswordService", targets: ["PasswordService"]),
    .library(name: "PasswordstateAPI", targets: ["PasswordstateAPI"]),
    .executable(name: "passwright-server", targets: ["PasswrightServer"]),
  ],
  dependencies: [
    .package(name: "passwright", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.2")),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON"]),
    .package(url: "https://github.com/apple/swift-crypto", "3.12.3"..<"5.0.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
    .package(url: "https://github.com/apple/swift-async-algorithms", from: "1.0.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
  ],
  targets: [
    // Lowest layer first; a target depends only on those above it in this table.
    .systemLibrary(
      name: "CSodiumAEAD", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(
      name: "PasswordService",
      dependencies: ["CSodiumAEAD", engine("Passwright"), engine("TextTools")],
      swiftSettings: strict),
    .target(
      name: "ServiceHTTP",
      dependencies: ["PasswordService", engine("TextTools"), hummingbird, httpTypes, nioCore],
      swiftSettings: strict),
    .target(
      name: "PasswordstateAPI",
      dependencies: [
        "PasswordService", "ServiceHTTP", engine("Passwright"), engine("TextTools"), hummingbird,
        httpTypes, nioCore, .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),
    .target(
      name: "PasswordServiceSQLite",
      dependencies: ["PasswordService", engine("SQLite"), engine("TextTools"), nioPosix],
      swiftSettings: strict),
    .target(name: "CServerPlatform"),
    .target(name: "CWipingAllocator"),
    .executableTarget(
      name: "PasswrightServer",
      dependencies: [
        "CServerPlatform", "CWipingAllocator", "PasswordService", "PasswordServiceSQLite",
        "ServiceHTTP", "PasswordstateAPI", engine("TextTools"), hummingbird, httpTypes, nioCore,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncAlgorithms", package: "swift-async-algorithms"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),

    // The load that `make bench-server` puts on the service, and its baselines.
    .executableTarget(
      name: "ServiceLoad",
      dependencies: [
        "CServerPlatform", "PasswordService", engine("SQLite"), engine("TextTools"), hummingbird,
        httpTypes, nioCore, nioPosix,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ],
      path: "Benchmarks/ServiceLoad", swiftSettings: strict),

    .target(
      name: "ServiceTestSupport",
      dependencies: [
        "PasswordService", "ServiceHTTP", "PasswordstateAPI", engine("TextTools"), hummingbird,
        httpTypes, nioCore,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ],
      path: "Tests/ServiceTestSupport", swiftSettings: strict),
    .testTarget(
      name: "PasswordServiceTests",
      dependencies: [
        "PasswordService", "PasswordServiceSQLite", "ServiceTestSupport", engine("Passwright"),
        engine("TextTools"),
      ],
      swiftSettings: strict),
    // Killed in the middle of its writes by the tests that follow.
    .executableTarget(
      name: "ServiceCrashDriver", dependencies: ["PasswordService", "PasswordServiceSQLite"],
      path: "Tests/ServiceCrashDriver", swiftSettings: strict),
    .testTarget(
      name: "PasswordServiceSQLiteTests",
      dependencies: [
        "PasswordService", "PasswordServiceSQLite", "ServiceCrashDriver", "ServiceTestSupport",
        engine("SQLite"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PasswordstateAPITests",
      dependencies: [
        "PasswordService", "PasswordServiceSQLite", "PasswordstateAPI", "ServiceHTTP",
        "ServiceTestSupport", hummingbird, httpTypes, nioCore, engine("Passwright"),
        engine("TextTools"),
      ],
      exclude: ["Examples"], swiftSettings: strict),
    .testTarget(
      name: "PasswrightServerTests",
      dependencies: [
        "PasswordService", "PasswrightServer", "ServiceHTTP", "ServiceTestSupport",
        engine("TextTools"), hummingbird,
        httpTypes, nioCore, nioPosix,
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
