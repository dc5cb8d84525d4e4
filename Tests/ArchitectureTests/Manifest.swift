import Foundation

/// The package as SwiftPM understands it: each target with what it declares.
struct Manifest {
    struct Target {
        var name: String
        var kind: String
        var dependencies: Set<String>
        var folder: URL
    }

    var targets: [String: Target] = [:]

    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Asks SwiftPM, in a scratch folder of its own since the running test may hold the usual one.
    static func load() throws -> Manifest {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("manifest-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let text = try run([
            "swift", "package", "--package-path", root.path, "--scratch-path", scratch.path, "dump-package",
        ])
        let dump = try JSONDecoder().decode(Dump.self, from: text)
        var manifest = Manifest()
        for target in dump.targets {
            let path = target.path ?? (target.type == "test" ? "Tests/" : "Sources/") + target.name
            manifest.targets[target.name] = Target(
                name: target.name, kind: target.type, dependencies: Set(target.dependencies.compactMap(\.name)),
                folder: root.appendingPathComponent(path))
        }
        return manifest
    }

    /// Own targets reachable from `name`, itself excluded.
    func reach(of name: String) -> Set<String> {
        var found: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            for dependency in targets[next]?.dependencies ?? [] where targets[dependency] != nil {
                if found.insert(dependency).inserted { open.append(dependency) }
            }
        }
        return found
    }

    private static func run(_ words: [String]) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }

    private struct Dump: Decodable {
        var targets: [Entry]

        struct Entry: Decodable {
            var name: String
            var type: String
            var path: String?
            var dependencies: [Dependency]
        }

        /// `byName: [name, …]` for own targets, `product: [name, package, …]` for the rest.
        struct Dependency: Decodable {
            var byName: [String?]?
            var product: [Part]?
            var name: String? { byName?.first ?? product?.first?.text }

            struct Part: Decodable {
                var text: String?
                init(from decoder: any Decoder) throws {
                    text = try? decoder.singleValueContainer().decode(String.self)
                }
            }
        }
    }
}
