// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
import Glibc
#endif

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error, .when(platforms: [.linux])),
]

// The oracle of the tests of ExactIntegers, and linked by nothing else.
let bigInt: Target.Dependency = .product(name: "BigInt", package: "BigInt")

// Where the compiler finds RE2 by itself, pkg-config is not asked: Debian's re2.pc holds -pthread, of which
// SwiftPM warns at every build, that of a client too.
#if canImport(Glibc)
let re2: String? = access("/usr/include/re2/re2.h", R_OK) == 0 ? nil : "re2"
#else
let re2: String? = "re2"
#endif

let package = Package(
  name: "passwright",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Passwright", targets: ["Passwright"]),
    // Each module by itself too: whoever links one links only what it stands on.
    .library(name: "TextTools", targets: ["TextTools"]),
    .library(name: "SecretMemory", targets: ["SecretMemory"]),
    .library(name: "Randomness", targets: ["Randomness"]),
    .library(name: "CharacterSets", targets: ["CharacterSets"]),
    .library(name: "Wordlists", targets: ["Wordlists"]),
    .library(name: "PasswordGeneration", targets: ["PasswordGeneration"]),
    .library(name: "Passwordstate", targets: ["Passwordstate"]),
    .library(name: "Patterns", targets: ["Patterns"]),
    .library(name: "PasswordPolicy", targets: ["PasswordPolicy"]),
    .library(name: "PolicyFormats", targets: ["PolicyFormats"]),
    .library(name: "SQLite", targets: ["SQLite"]),
    .library(name: "PasswordHistory", targets: ["PasswordHistory"]),
    .library(name: "PasswordHistorySQLite", targets: ["PasswordHistorySQLite"]),
    .library(name: "CompliantDrawing", targets: ["CompliantDrawing"]),
    .library(name: "PasswordCompliance", targets: ["PasswordCompliance"]),
    .library(name: "PasswordMinting", targets: ["PasswordMinting"]),
    .executable(name: "passwright", targets: ["PasswrightMain"]),
  ],
  traits: [
    .trait(
      name: "RE2", description: "Regular expressions in policies, which need the library RE2."),
    .default(enabledTraits: ["RE2"]),
  ],
  dependencies: [
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Lowest layer first; a target depends only on those above it in this table.
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium",
      providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    .target(name: "CWordlists"),
    .target(name: "CKernels"),
    .target(name: "CPolicyData"),
    .target(name: "CUnicodeData"),
    .systemLibrary(
      name: "CRE2Library", pkgConfig: re2, providers: [.apt(["libre2-dev"]), .brew(["re2"])]),
    .target(
      name: "CRE2", dependencies: [.target(name: "CRE2Library", condition: .when(traits: ["RE2"]))],
      cSettings: [.define("CRE2_WITH_RE2", .when(traits: ["RE2"]))],
      cxxSettings: [.define("CRE2_WITH_RE2", .when(traits: ["RE2"]))],
      linkerSettings: [.linkedLibrary("re2", .when(traits: ["RE2"]))]),
    .target(name: "CPlatform"),
    .target(name: "Platform", dependencies: ["CPlatform"], swiftSettings: strict),
    .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
    .target(name: "TextTools", dependencies: ["CUnicodeData", "Platform"], swiftSettings: strict),
    .target(name: "ExactIntegers", dependencies: ["Platform"], swiftSettings: strict),
    .target(name: "SecretMemory", dependencies: ["CSodium", "Platform"], swiftSettings: strict),
    .target(
      name: "Randomness", dependencies: ["CSodium", "Platform", "SecretMemory"],
      swiftSettings: strict),
    .target(name: "CharacterSets", swiftSettings: strict),
    .target(
      name: "Wordlists", dependencies: ["CWordlists", "Platform", "TextTools"],
      swiftSettings: strict),
    .target(
      name: "PasswordGeneration",
      dependencies: [
        "CKernels", "Platform", "TextTools", "SecretMemory", "Randomness", "CharacterSets",
        "Wordlists", "ExactIntegers",
      ],
      swiftSettings: strict),
    .target(
      name: "Passwordstate", dependencies: ["TextTools", "CharacterSets", "PasswordGeneration"],
      swiftSettings: strict),
    .target(name: "TextAutomata", dependencies: ["CharacterSets"], swiftSettings: strict),
    .target(
      name: "Patterns", dependencies: ["CRE2", "CharacterSets", "TextTools"], swiftSettings: strict),
    .target(
      name: "PasswordPolicy",
      dependencies: [
        "Platform", "TextTools", "CharacterSets", "TextAutomata", "Patterns", "CPolicyData",
      ],
      exclude: ["Schema"],
      swiftSettings: strict),
    .target(
      name: "PolicyFormats",
      dependencies: [
        "TextTools", "CharacterSets", "Wordlists", "PasswordGeneration", "Passwordstate",
        "PasswordPolicy",
      ],
      swiftSettings: strict),
    .target(
      name: "CompliantDrawing",
      dependencies: [
        "Platform", "TextTools", "SecretMemory", "Randomness", "CharacterSets", "Wordlists",
        "PasswordGeneration", "TextAutomata", "Patterns", "PasswordPolicy", "ExactIntegers",
      ],
      swiftSettings: strict),
    .target(
      name: "PasswordHistory", dependencies: ["CSodium", "Platform", "TextTools", "SecretMemory"],
      swiftSettings: strict),
    .target(
      name: "PasswordHistorySQLite",
      dependencies: ["CSodium", "Platform", "SQLite", "PasswordHistory"],
      swiftSettings: strict),
    .target(
      name: "PasswordCompliance",
      dependencies: [
        "Platform", "Randomness", "PasswordGeneration", "PasswordPolicy", "CompliantDrawing",
        "PasswordHistory",
      ],
      swiftSettings: strict),
    .target(
      name: "PasswordMinting",
      dependencies: [
        "Platform", "SecretMemory", "Randomness", "PasswordGeneration", "PasswordPolicy",
        "CompliantDrawing", "PasswordHistory", "PasswordCompliance", "TextTools",
      ],
      swiftSettings: strict),
    .target(
      name: "Passwright",
      dependencies: [
        "Platform", "SecretMemory", "Randomness", "CharacterSets", "Wordlists",
        "PasswordGeneration", "Passwordstate", "PasswordPolicy", "PolicyFormats",
        "PasswordHistory", "CompliantDrawing", "PasswordCompliance", "PasswordMinting",
        "ExactIntegers",
      ],
      swiftSettings: strict),
    .target(
      name: "ArgumentParserWithoutFoundation", path: "ThirdParty/swift-argument-parser",
      exclude: ["Changes.patch", "LICENSE.txt", "README.md"]),
    .target(
      name: "PasswrightCommand",
      dependencies: [
        "Passwright", "PasswordHistorySQLite", "SecretMemory", "Platform", "TextTools",
        "ExactIntegers", "ArgumentParserWithoutFoundation",
      ],
      swiftSettings: strict),
    // `main` in C, which gets the arguments from the C library.
    .executableTarget(name: "PasswrightMain", dependencies: ["PasswrightCommand"]),

    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(
      name: "_TestSupport", dependencies: ["CSodium", "CSpawn", "Randomness"],
      path: "Tests/_TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "_TestSupportTests", dependencies: ["CSodium", "Randomness", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: strict),
    .testTarget(
      name: "TextToolsTests", dependencies: ["Platform", "TextTools", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ExactIntegersTests", dependencies: ["ExactIntegers", "_TestSupport", bigInt],
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
    // The kernels for AVX-512 in plain C, so that their logic is tested on any processor.
    .target(
      name: "CEmulatedKernels", dependencies: ["CKernels"], path: "Tests/CEmulatedKernels"),
    .testTarget(
      name: "PasswordGenerationTests",
      dependencies: ["CEmulatedKernels", "ExactIntegers", "PasswordGeneration", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PasswordstateTests",
      dependencies: ["PasswordGeneration", "Passwordstate", "_TestSupport"],
      swiftSettings: strict),
    // RE2 is the oracle.
    .testTarget(
      name: "TextAutomataTests",
      dependencies: ["CharacterSets", "TextAutomata", "Patterns", "_TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "PatternsTests", dependencies: ["Patterns", "_TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PasswordPolicyTests",
      dependencies: [
        "CharacterSets", "TextAutomata", "Patterns", "PasswordPolicy", "_TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PolicyFormatsTests",
      dependencies: [
        "CharacterSets", "CompliantDrawing", "PasswordGeneration", "PasswordPolicy",
        "Passwordstate", "PolicyFormats", "Randomness", "_TestSupport",
      ],
      exclude: ["Corpus"],
      swiftSettings: strict),
    .testTarget(
      name: "PasswordHistoryTests",
      dependencies: ["SecretMemory", "PasswordHistory", "PasswordHistorySQLite", "_TestSupport"],
      swiftSettings: strict),
    // Killed in the middle of its writes by the tests that follow.
    .executableTarget(
      name: "HistoryCrashDriver",
      dependencies: [
        "Platform", "SecretMemory", "PasswordGeneration", "PasswordPolicy", "CompliantDrawing",
        "PasswordHistory", "PasswordHistorySQLite", "PasswordMinting",
      ],
      path: "Tests/HistoryCrashDriver", swiftSettings: strict),
    .testTarget(
      name: "PasswordHistorySQLiteTests",
      dependencies: [
        "Platform", "SecretMemory", "PasswordHistory", "PasswordHistorySQLite",
        "SQLite", "HistoryCrashDriver", "_TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CompliantDrawingTests",
      dependencies: [
        "Platform", "Randomness", "SecretMemory", "CharacterSets", "Wordlists",
        "PasswordGeneration", "PasswordPolicy", "CompliantDrawing", "ExactIntegers",
        "_TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PasswordComplianceTests",
      dependencies: [
        "SecretMemory", "PasswordGeneration", "PasswordPolicy", "CompliantDrawing",
        "PasswordHistory", "PasswordHistorySQLite", "PasswordCompliance", "_TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "PasswordMintingTests",
      dependencies: [
        "CompliantDrawing", "PasswordGeneration", "PasswordHistory", "PasswordHistorySQLite",
        "PasswordMinting", "PasswordPolicy", "SQLite", "_TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "PasswrightCommand", "SecretMemory", "PasswordHistory", "PasswordHistorySQLite",
        "_TestSupport",
      ],
      exclude: ["Snapshots", "AtCall"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)
