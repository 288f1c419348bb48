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
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
  ],
  targets: [
    // Lowest layer first; a target depends only on those above it in this table.
    .systemLibrary(
      name: "CSodiumAEAD", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(
      name: "PasswordService", dependencies: ["CSodiumAEAD", engine("Passwright")],
      swiftSettings: strict),
    .target(
      name: "ServiceHTTP", dependencies: ["PasswordService", hummingbird, httpTypes, nioCore],
      swiftSettings: strict),
    .target(
      name: "PasswordstateAPI",
      dependencies: [
        "PasswordService", "ServiceHTTP", engine("Passwright"), hummingbird, httpTypes, nioCore,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "PasswrightServer",
      dependencies: [
        "PasswordService", "ServiceHTTP", "PasswordstateAPI", hummingbird, engine("Passwright"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "ServiceTestSupport",
      dependencies: [
        "PasswordService", "ServiceHTTP", "PasswordstateAPI", hummingbird, httpTypes,
        nioCore,
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ],
      path: "Tests/ServiceTestSupport", swiftSettings: strict),
    .testTarget(
      name: "PasswordServiceTests",
      dependencies: ["PasswordService", "ServiceTestSupport", engine("Passwright")],
      swiftSettings: strict),
    .testTarget(
      name: "PasswordstateAPITests",
      dependencies: [
        "PasswordService", "PasswordstateAPI", "ServiceHTTP", "ServiceTestSupport", hummingbird,
        httpTypes,
        nioCore, engine("Passwright"),
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
