import Foundation
import Testing

/// Arrows between parts are exactly those the manifest declares, and the manifest keeps the rings apart.
@Suite("Layering")
struct LayeringTests {
    static let pure: Set = ["Finance", "Analyses", "Prompts", "Flows", "Drafts"]
    static let islands: Set = ["CMongo", "CHiredis", "CCurl", "CZlib"]
    static let platform: Set = ["Swift", "Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

    @Test("every import is a declared dependency")
    func importsAreDeclared() throws {
        let manifest = try Manifest.load()
        #expect(manifest.targets.count > 15)
        for target in manifest.targets.values where target.kind != "system" {
            let allowed = target.dependencies.union(Self.platform).union(target.kind == "test" ? ["Testing"] : [])
            for file in try SourceFile.all(in: target.folder) {
                let stray = Set(file.imports).subtracting(allowed).subtracting(["Testing"])
                #expect(stray.isEmpty, "\(file.path) imports \(stray.sorted()), which \(target.name) does not declare")
            }
        }
    }

    @Test("the pure rings import Finance, Analyses, Prompts and FoundationEssentials only")
    func pureRingsStayPure() throws {
        let manifest = try Manifest.load()
        for name in Self.pure {
            let target = try #require(manifest.targets[name])
            #expect(target.dependencies.isSubset(of: Self.pure))
            for file in try SourceFile.all(in: target.folder) {
                let allowed = Self.pure.union(["FoundationEssentials"])
                #expect(Set(file.imports).isSubset(of: allowed), "\(file.path) imports more than values need")
                let impure = file.code(matching: #/\basync\b|\bawait\b|\bDate\(\)|\bUUID\(\)|\.random\(|\bClock\b/#)
                #expect(impure.isEmpty, "clock, randomness or concurrency in a pure ring: \(impure)")
            }
        }
    }

    @Test("the edge cannot reach a client, and nobody above the adapters can tell Mongo from SQLite")
    func edgeReachesNoClient() throws {
        let manifest = try Manifest.load()
        let clients: Set = ["Mongo", "Redis", "Curl", "OpenAI", "Backend", "Telegram", "Embedded", "Adapters"]
        for name in ["Routes", "Chat", "Ports", "Auth", "Server"] {
            let reached = manifest.reach(of: name).intersection(clients)
            #expect(reached.isEmpty, "\(name) reaches \(reached.sorted())")
        }
        let own = manifest.reach(of: "Server").subtracting(Self.islands)
        #expect(own.isEmpty, "Server must stand alone but reaches \(own.sorted())")
    }

    @Test("C is imported by the handle and loop files of one client each, and by nobody else")
    func islandsStayIslands() throws {
        let manifest = try Manifest.load()
        for target in manifest.targets.values where target.kind != "system" {
            for file in try SourceFile.all(in: target.folder) {
                let seen = Set(file.imports).intersection(Self.islands)
                let mayImport = file.name.hasSuffix("Handle.swift") || file.name.hasSuffix("Loop.swift")
                #expect(seen.isEmpty || mayImport, "\(file.path) imports \(seen.sorted())")
            }
        }
        for island in Self.islands {
            let users = manifest.targets.values.filter { $0.dependencies.contains(island) }.map(\.name)
            #expect(users.count == 1, "\(island) is used by \(users.sorted())")
        }
    }

    @Test("an import line is read whatever stands before it")
    func importsAreRead() {
        #expect(SourceFile.imported("import Finance") == "Finance")
        #expect(SourceFile.imported("public import struct Foundation.Data") == "Foundation")
        #expect(SourceFile.imported("@testable import App") == "App")
        #expect(SourceFile.imported("    // import Nothing") == nil)
        #expect(SourceFile.imported("let important = 1") == nil)
    }
}
