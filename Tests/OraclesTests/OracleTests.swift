import Foundation
import Testing

@testable import Oracles

/// The seeds of `make fuzz`, and all it ever found, through the same oracles and without libFuzzer.
@Suite("What strangers send")
struct OracleTests {
    private static let corpus = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fuzz/Corpus")

    static let seeds: [Seed] = {
        let files = FileManager.default.enumerator(at: corpus, includingPropertiesForKeys: nil)
        let found = (files?.compactMap { $0 as? URL } ?? []).filter { !$0.hasDirectoryPath }
        return found.map(Seed.init).sorted { $0.testDescription < $1.testDescription }
    }()

    struct Seed: Sendable, CustomTestStringConvertible {
        var file: URL
        var oracle: String { file.deletingLastPathComponent().lastPathComponent }
        var testDescription: String { "\(oracle)/\(file.lastPathComponent)" }
    }

    @Test("every seed keeps its oracle's promises", arguments: seeds)
    func replay(_ seed: Seed) async throws {
        let oracle = try #require(try await Oracle.all().first { $0.name == seed.oracle })
        try oracle.check([UInt8](try Data(contentsOf: seed.file)))
    }

    @Test("every oracle has seeds, and every folder an oracle")
    func folders() async throws {
        let named = Set(try await Oracle.all().map(\.name))
        #expect(Set(Self.seeds.map(\.oracle)) == named && named.count == 8)
        #expect(Self.seeds.count > 90)
    }
}
