// swift-tools-version:6.2
import PackageDescription

// The one program that libFuzzer drives. A package of its own: every module is built with coverage for it, and libFuzzer
// is linked, which nothing else may be. `Fuzz/run` knows the flags.

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "reho", path: "..")],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        .executableTarget(
            name: "fuzz", dependencies: ["CLibFuzzer", .product(name: "Oracles", package: "reho")],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    ]
)
