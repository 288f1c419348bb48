// swift-tools-version: 6.3
import PackageDescription

let benchmark: Target.Dependency = .product(name: "Benchmark", package: "benchmark")
let passwright: Target.Dependency = .product(name: "Passwright", package: "passwright")
let plugin: Target.PluginUsage = .plugin(name: "BenchmarkPlugin", package: "benchmark")

let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "passwright", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "CAllocationCounter"),
    .systemLibrary(
      name: "CBareSodium", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(
      name: "BenchmarkSupport", dependencies: ["CAllocationCounter", "CBareSodium", benchmark]),
    .executableTarget(
      name: "RandomnessBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Randomness", plugins: [plugin]),
    .executableTarget(
      name: "GenerationBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Generation", plugins: [plugin]),
  ],
  cLanguageStandard: .gnu2x
)
