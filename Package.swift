// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(
  name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let serviceLifecycle = Target.Dependency.product(
  name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// Settings of what a whole run of the tests works through by the million.
///
/// Optimised where `VITRINE_QUICK_TESTS` says so, as in CI: that costs the compiler a minute and saves the
/// tests several. Assertions and overflow traps stay.
let librarySettings: [SwiftSetting] =
  settings + (Context.environment["VITRINE_QUICK_TESTS"] == nil ? [] : [.unsafeFlags(["-O"])])

/// What makes the program start sooner: lld, and relocations that take two bits instead of 24 bytes
/// each, which the dynamic linker reads in half the time.
let quickStart: [LinkerSetting] = [
  .unsafeFlags(
    ["-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"],
    .when(platforms: [.linux], configuration: .release))
]

/// A library of the house and its tests, under one name.
func room(
  _ name: String, _ dependencies: [Target.Dependency], testing: [Target.Dependency] = [],
  excluding excluded: [String] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: librarySettings),
    .testTarget(
      name: "\(name)Tests", dependencies: [.target(name: name), "VitrineTestSupport"] + testing,
      exclude: excluded, swiftSettings: settings),
  ]
}

let package = Package(
  name: "vitrine",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "vitrine", targets: ["vitrine"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl.git", from: "2.37.6"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .executableTarget(
      name: "vitrine", dependencies: ["VitrineCommands"], swiftSettings: settings,
      linkerSettings: quickStart),
    // Fills a log for measurements; see Benchmarks/log/main.swift.
    .executableTarget(
      name: "vitrine-log", dependencies: ["VitrineCore", "VitrineStorage"], path: "Benchmarks/log",
      swiftSettings: settings),
    .target(name: "VitrineTestSupport", path: "Tests/VitrineTestSupport", swiftSettings: settings),
  ]
    + room(
      "VitrineCore", [crypto],
      excluding: ["Calendar/check-recurrence.py", "Calendar/check-icalendar.py"])
    + room("VitrineContent", ["VitrineCore", yams], excluding: ["Data"])
    + room("VitrineStorage", ["VitrineCore", grdb, grdbSQLite])
    + room("VitrinePublishing", ["VitrineCore"])
    + room(
      "VitrineService", ["VitrineCore", "VitrineStorage", "VitrinePublishing"],
      testing: [grdb, grdbSQLite])
    + room(
      "VitrineNetworks",
      ["VitrineCore", asyncHTTPClient, crypto, nioCore, nioHTTP1, nioPosix, nioSSL],
      testing: [
        "VitrineCore", "VitrineSandbox", asyncHTTPClient, nioCore, nioHTTP1, nioPosix, nioSSL,
      ],
      excluding: ["Mastodon/mock_server.py"])
    + room(
      "VitrineSandbox", [crypto, hummingbird, logging, nioCore, serviceLifecycle],
      testing: [asyncHTTPClient, logging, nioCore, nioHTTP1, serviceLifecycle],
      excluding: ["sdk_check.py"])
    + room(
      "VitrineCommands",
      [
        "VitrineCore", "VitrineContent", "VitrineStorage", "VitrinePublishing", "VitrineService",
        "VitrineNetworks", "VitrineSandbox", argumentParser, asyncHTTPClient, nioCore,
      ], testing: ["VitrineCore", "VitrineStorage", asyncHTTPClient, nioCore, nioHTTP1],
      excluding: ["Storm/faulty-disk.c"]),
  swiftLanguageModes: [.v6]
)
