// swift-tools-version:6.1
import PackageDescription

// Hot paths one at a time, for counting instructions. A package of its own, so that the product is built without it.

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "reho", path: "..")],
    targets: [
        .executableTarget(
            name: "micro", dependencies: [.product(name: "RehoParts", package: "reho")], path: "Micro",
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")])
    ]
)
