import Foundation
import Testing

@testable import Adapters

/// Writes of the client take a `WritableCollection` and nothing else. Who conforms is therefore who may be written to,
/// and that can be read off the sources.
@Suite("What may be written to")
struct MongoOwnCollectionTests {
    @Test("own collections are ours by name, and none is the main backend's")
    func names() {
        #expect(
            Set(OwnCollection.allCases.map(\.name)) == [
                "chat_history", "sidecar_conversations", "conversations", "optimization_reports", "admin_alerts",
                "sidecar_triage", "sidecar_peer_cohorts", "sidecar_peer_opt_outs", "calculator_tips", "sidecar_states",
                "sidecar_runs", "sidecar_leases", "sidecar_instances", "sidecar_category_models", "suggestions",
                "savings_tips",
                "sidecar_channel_links", "sidecar_spend",
            ])
        #expect(Set(OwnCollection.allCases.map(\.name)).isDisjoint(with: DemoCollection.allCases.map(\.name)))
    }

    @Test("in all sources only the own collections and those of the demo may be written to")
    func conformances() throws {
        let found = try sources().filter { $0.1.contains("WritableCollection") }.flatMap { file, text in
            text.split(separator: "\n").filter { $0.contains(#/(?:enum|struct|class|extension).*WritableCollection/#) }
                .map { "\(file): \($0.trimmingCharacters(in: .whitespaces))" }
        }
        #expect(
            found.sorted() == [
                "MongoDemoData.swift: enum DemoCollection: String, CaseIterable, WritableCollection {",
                "OwnCollection.swift: enum OwnCollection: String, CaseIterable, WritableCollection {",
            ])
    }

    @Test("the demo's collections are written to in one file only")
    func demoOnly() throws {
        let users = try sources().filter { $0.1.contains(#/DemoCollection[.(]/#) }.map(\.0)
        #expect(users == ["MongoDemoData.swift"])
    }

    private func sources() throws -> [(String, String)] {
        let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let walk = FileManager.default.enumerator(
            at: root.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
        let files = (walk?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
        #expect(files.count > 20)
        return try files.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
    }
}
