// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error, .when(platforms: [.linux])),
]


let package = Package(
  name: "passwright",
  platforms: [.macOS(.v26)],
  products: [
  ],
  dependencies: [
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Lowest layer first; a target depends only on those above it in this table.
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .target(name: "CWordlists"),
    .target(name: "Platform", swiftSettings: strict),
    .target(name: "SecretMemory", dependencies: ["CSodium", "Platform"], swiftSettings: strict),
    .target(
      name: "Randomness", dependencies: ["CSodium", "Platform", "SecretMemory"],
      swiftSettings: strict),
    .target(name: "CharacterSets", swiftSettings: strict),
    .target(name: "Wordlists", dependencies: ["CWordlists"], swiftSettings: strict),

    .target(
      name: "_TestSupport", dependencies: ["CSodium", "Randomness"], path: "Tests/_TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "_TestSupportTests", dependencies: ["CSodium", "Randomness", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "SecretMemoryTests", dependencies: ["SecretMemory", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "RandomnessTests",
      dependencies: ["CSodium", "SecretMemory", "Randomness", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "CharacterSetsTests", dependencies: ["Randomness", "CharacterSets", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WordlistsTests",
      dependencies: ["CSodium", "Platform", "Randomness", "Wordlists", "_TestSupport"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
