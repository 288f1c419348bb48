// swift-tools-version: 6.3
import PackageDescription

let benchmark: Target.Dependency = .product(name: "Benchmark", package: "benchmark")
let passwright: Target.Dependency = .product(name: "Passwright", package: "passwright")
let sqlite: Target.Dependency = .product(name: "PasswordHistorySQLite", package: "passwright")
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
    .target(name: "CBareRE2", linkerSettings: [.linkedLibrary("re2")]),
    .target(
      name: "BenchmarkSupport",
      dependencies: ["CAllocationCounter", "CBareSodium", "CBareRE2", benchmark, passwright]),
    // The rows of `make bench-quick` that are measured inside a process; scripts/bench-quick has the
    // others.
    .executableTarget(name: "BenchQuick", dependencies: ["BenchmarkSupport", passwright]),
    .executableTarget(
      name: "RandomnessBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Randomness", plugins: [plugin]),
    .executableTarget(
      name: "GenerationBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Generation", plugins: [plugin]),
    .executableTarget(
      name: "PhrasesBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Phrases", plugins: [plugin]),
    .executableTarget(
      name: "EntropyBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Entropy", plugins: [plugin]),
    .executableTarget(
      name: "PatternsBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Patterns", plugins: [plugin]),
    .executableTarget(
      name: "PolicyBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Policy", plugins: [plugin]),
    .executableTarget(
      name: "ComplianceBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright],
      path: "Benchmarks/Compliance", plugins: [plugin]),
    .executableTarget(
      name: "HistoryBenchmarks", dependencies: ["BenchmarkSupport", benchmark, passwright, sqlite],
      path: "Benchmarks/History", plugins: [plugin]),
  ],
  cLanguageStandard: .gnu2x,
  cxxLanguageStandard: .cxx17
)
