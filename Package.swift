// swift-tools-version:6.2
import PackageDescription

// The rings, inside out. A target may import what its line names and nothing else; Tests/ArchitectureTests reads this
// file's dump and every import line and fails on an arrow that is not declared here.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func own(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func library(_ name: String, _ module: String, _ pkgConfig: String, _ package: String) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

extension Target.Dependency {
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdCore = product(name: "HummingbirdCore", package: "hummingbird")
    static let nioCore = product(name: "NIOCore", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let nioLocks = product(name: "NIOConcurrencyHelpers", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioWebSocket = product(name: "NIOWebSocket", package: "swift-nio")
    static let nioEmbedded = product(name: "NIOEmbedded", package: "swift-nio")
    static let nioHTTPTypes = product(name: "NIOHTTPTypes", package: "swift-nio-extras")
    static let nioHTTPTypesHTTP1 = product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let collections = product(name: "DequeModule", package: "swift-collections")
    static let logging = product(name: "Logging", package: "swift-log")
    static let metrics = product(name: "Metrics", package: "swift-metrics")
    static let coreMetrics = product(name: "CoreMetrics", package: "swift-metrics")
    static let jwt = product(name: "JWTKit", package: "jwt-kit")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let configuration = product(name: "Configuration", package: "swift-configuration")
    static let arguments = product(name: "ArgumentParser", package: "swift-argument-parser")
}

let package = Package(
    name: "reho",
    products: [
        .executable(name: "reho", targets: ["reho"]),
        // For Benchmarks/, which counts instructions of hot paths.
        .library(
            name: "RehoParts",
            targets: ["Finance", "Analyses", "Prompts", "Mongo", "OpenAI", "TestKit"]),
        // For Fuzz/, which is a package of its own because libFuzzer brings another `main`.
        .library(name: "Oracles", targets: ["Oracles"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", .upToNextMinor(from: "2.28.1")),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Pure: no async, no clock, no I/O.
        own("Finance"),
        own("Analyses", ["Finance"]),
        own("Prompts", ["Finance", "Analyses"]),
        own("Flows", ["Finance", "Analyses"]),
        own("Drafts", ["Finance", "Analyses"]),

        // Work: what the product does, over ports.
        own("Ports", ["Finance", "Analyses", "Prompts", "Drafts"]),
        own("Tools", ["Finance", "Analyses", "Prompts", "Drafts"]),
        own("Inbox", ["Finance", "Analyses", "Ports", .logging]),
        own("Coaching", ["Finance", "Analyses", "Flows", "Ports"]),
        own("Proposals", ["Finance", "Analyses", "Drafts", "Ports"]),
        own(
            "Chat",
            [
                "Finance", "Analyses", "Prompts", "Ports", "Tools", "Inbox", "Flows", "Coaching", "Drafts", "Proposals",
                .logging, .metrics,
                .nioLocks, .collections,
            ]),
        own("Jobs", ["Finance", "Analyses", "Prompts", "Ports", .logging, .metrics, .nioLocks]),

        // C libraries.
        library("CMongo", "CMongo", "libmongoc-1.0", "libmongoc-dev"),
        library("CHiredis", "CHiredis", "hiredis", "libhiredis-dev"),
        library("CCurl", "CCurl", "libcurl", "libcurl4-openssl-dev"),
        library("CZlib", "CZlib", "zlib", "zlib1g-dev"),

        // Clients: one Swift face for each outside thing.
        own("Threads", [.nioLocks]),
        own("Mongo", ["CMongo", "Threads", .logging, .metrics, .nioLocks]),
        own("Redis", ["CHiredis", "Threads", .logging, .metrics, .nioLocks, .collections]),
        own("Curl", ["CCurl", "Threads", .logging, .metrics, .nioLocks, .nioCore]),
        own("OpenAI", ["Curl", .logging, .nioCore]),
        own("Backend", ["Analyses", "Drafts", "Curl", .logging, .metrics, .nioLocks]),
        own("Telegram", ["Curl", .crypto, .logging, .metrics, .nioLocks]),
        own("Embedded", ["Finance", "Analyses", "Prompts", "Drafts", "Ports", .grdb, .nioLocks]),

        // Adapters: ports made of clients.
        own(
            "Adapters",
            [
                "Finance", "Analyses", "Prompts", "Drafts", "Ports", "Threads", "Mongo", "Redis", "Curl", "OpenAI",
                "Backend", .logging, .metrics, .nioLocks,
            ]
        ),

        // Edge: how the outside comes in.
        own(
            "Server",
            [
                "CZlib", .hummingbird, .hummingbirdCore, .nioCore, .nioPosix, .nioHTTP1, .nioWebSocket, .nioHTTPTypes,
                .nioHTTPTypesHTTP1, .nioLocks, .httpTypes, .crypto, .logging, .metrics, .lifecycle,
            ]),
        own("Auth", ["Finance", "Ports", .jwt, .crypto, .nioLocks]),
        own(
            "Routes",
            [
                "Finance", "Analyses", "Prompts", "Flows", "Drafts", "Ports", "Inbox", "Coaching", "Proposals", "Chat",
                "Auth", "Server",
                .hummingbird, .httpTypes, .nioCore, .nioLocks,
                .logging, .metrics,
            ], resources: [.embedInCode("Pages")]),

        own("Terminal", [.nioCore, .nioPosix, .nioHTTP1, .nioWebSocket, .unixSignals]),

        // Top: wiring and commands.
        own(
            "App",
            [
                "Finance", "Analyses", "Prompts", "Drafts", "Ports", "Inbox", "Coaching", "Proposals", "Chat", "Jobs",
                "Mongo", "Redis", "Curl", "Backend", "OpenAI", "Telegram", "Embedded", "Adapters", "Server", "Auth",
                "Routes",
                .hummingbird, .lifecycle, .configuration, .logging,
                .metrics, .coreMetrics, .nioCore, .nioPosix, .nioLocks, .unixSignals,
            ]),
        .executableTarget(
            name: "reho", dependencies: ["App", "Analyses", "Finance", "Ports", "Terminal", .arguments, .logging],
            swiftSettings: strict),

        // A tool of the tests: the product's WebSocket codec alone, for conformance suites.
        .executableTarget(
            name: "ws-echo", dependencies: ["Server", .hummingbird, .nioCore, .logging], path: "Tests/WebSocketEcho",
            swiftSettings: strict),

        // Tests mirror sources; TestKit holds named people and fakes, TestServers real servers and wire clients.
        .target(
            name: "TestKit",
            dependencies: ["Finance", "Analyses", "Prompts", "Drafts", "Ports", .coreMetrics, .nioLocks],
            path: "Tests/TestKit", swiftSettings: strict),
        .target(
            name: "TestServers",
            dependencies: ["Finance", "Analyses", .crypto, .nioCore, .nioPosix, .nioHTTP1, .nioLocks],
            path: "Tests/TestServers", swiftSettings: strict),
        .target(
            name: "Oracles",
            dependencies: [
                "Finance", "Analyses", "Flows", "Inbox", "Ports", "Chat", "Mongo", "OpenAI", "Adapters", "Server",
                "Auth",
                .hummingbird, .httpTypes, .nioCore, .nioEmbedded, .nioHTTPTypes, .crypto, .logging,
            ],
            path: "Tests/Oracles", swiftSettings: strict),
        tests("OraclesTests", ["Oracles"]),
        tests("FinanceTests", ["Finance", "TestKit"]),
        tests("AnalysesTests", ["Finance", "Analyses", "TestKit"]),
        tests("PromptsTests", ["Finance", "Analyses", "Prompts", "TestKit"]),
        tests("FlowsTests", ["Finance", "Analyses", "Flows", "TestKit"]),
        tests("DraftsTests", ["Finance", "Analyses", "Drafts", "TestKit"]),
        tests("ToolsTests", ["Finance", "Analyses", "Prompts", "Tools", "TestKit"]),
        tests("JobsTests", ["Finance", "Analyses", "Prompts", "Ports", "Jobs", "TestKit", .nioLocks, .logging]),
        tests(
            "ProposalsTests", ["Finance", "Analyses", "Drafts", "Ports", "Proposals", "TestKit", .nioLocks]),
        tests("CoachingTests", ["Finance", "Analyses", "Flows", "Ports", "Coaching", "TestKit"]),
        tests("InboxTests", ["Finance", "Analyses", "Ports", "Inbox", "TestKit", .nioLocks, .logging]),
        tests(
            "ChatTests",
            [
                "Finance", "Analyses", "Prompts", "Flows", "Drafts", "Ports", "Inbox", "Coaching", "Proposals", "Chat",
                "TestKit", .nioLocks, .logging,
            ]),
        tests("MongoTests", ["Mongo", "Threads", "TestServers", .nioLocks, .logging]),
        tests("RedisTests", ["Redis", "Threads", "TestKit", "TestServers", .logging, .nioLocks]),
        tests("CurlTests", ["Curl", "OpenAI", "TestServers", .nioLocks, .nioCore, .logging]),
        tests(
            "BackendTests",
            [
                "Finance", "Analyses", "Drafts", "Curl", "Backend", "TestKit", "TestServers", .nioCore, .nioLocks,
                .logging, .coreMetrics,
            ]),
        tests("TelegramTests", ["Curl", "Telegram", "TestKit", "TestServers", .logging, .coreMetrics]),
        tests("EmbeddedTests", ["Finance", "Analyses", "Prompts", "Ports", "Embedded", "TestKit", .grdb, .nioLocks]),
        tests(
            "AdaptersTests",
            [
                "Finance", "Analyses", "Prompts", "Drafts", "Ports", "Mongo", "Redis", "Curl", "OpenAI", "Adapters",
                "TestKit", "TestServers", .nioLocks, .logging,
            ]),
        tests(
            "ServerTests",
            [
                "Server", "TestServers", .hummingbird, .nioEmbedded, .nioCore, .nioHTTP1, .nioLocks, .httpTypes,
                .lifecycle, .logging,
            ]),
        tests("AuthTests", ["Finance", "Ports", "Auth", "TestKit", .nioLocks]),
        tests(
            "RoutesTests",
            [
                "Finance", "Analyses", "Prompts", "Flows", "Drafts", "Ports", "Inbox", "Coaching", "Proposals", "Chat",
                "Auth", "Server", "Routes", "Embedded", "TestKit", "TestServers", .hummingbird, .httpTypes, .logging,
                .nioCore, .nioLocks,
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ]),
        tests(
            "AppTests",
            [
                "App", "reho", "Finance", "Analyses", "Prompts", "Ports", "Mongo", "Adapters", "TestKit", "TestServers",
                .nioLocks,
                .logging, .coreMetrics,
            ]),
        // By itself: its processes take every core.
        tests(
            "KillTests",
            [
                "reho", "Finance", "Analyses", "Ports", "Mongo", "Adapters", "TestKit", "TestServers", .logging,
            ]),
        // By itself: its browsers take every core.
        tests("ConsoleTests", ["reho", "TestKit", "TestServers"]),
        // By itself: its servers and cut lines take every core.
        tests("ProtocolTests", ["reho", "TestServers"]),
        tests("TerminalTests", ["Terminal", .nioCore, .nioWebSocket]),
        tests("ArchitectureTests", []),
    ]
)
