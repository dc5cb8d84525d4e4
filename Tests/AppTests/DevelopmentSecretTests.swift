import Foundation
import Testing

@testable import App

@Suite("DevelopmentSecret")
struct DevelopmentSecretTests {
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    @Test("it is made once, long, kept, and readable by its owner only")
    func kept() throws {
        try inFolder { folder in
            let made = try DevelopmentSecret.load(from: folder.path)
            #expect(made.utf8.count >= 32)
            #expect(try DevelopmentSecret.load(from: folder.path) == made)
            let file = folder.appendingPathComponent(DevelopmentSecret.fileName)
            let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test("two installations have two secrets")
    func different() throws {
        try inFolder { one in
            try inFolder { other in
                let first = try DevelopmentSecret.load(from: one.path)
                let second = try DevelopmentSecret.load(from: other.path)
                #expect(first != second)
            }
        }
    }

    @Test("a place that cannot be written is an error")
    func unwritable() {
        #expect(throws: (any Error).self) { try DevelopmentSecret.load(from: "/proc/nowhere") }
    }
}
