// swift-tools-version: 6.3
import PackageDescription

let policy: Target.Dependency = .product(name: "PasswordPolicy", package: "passwright")

let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "passwright", path: "..")],
  // libFuzzer brings the entry point of each; `make fuzz` adds the sanitizers.
  targets: ["PolicyFuzz", "PatternsFuzz", "CheckFuzz"].map { name in
    .executableTarget(name: name, dependencies: [policy])
  }
)
