import Analyses
import Finance
import FoundationEssentials
import GRDB
import Ports
import Prompts
import TestKit
import Testing

@testable import Embedded

@Suite("Reports, alerts and risk assessments of the embedded store")
struct TriageEmbeddedTests {
    @Test("Every page of the list is read along an index, from its place on, and nothing is sorted")
    func pagesAlongAnIndex() async throws {
        let cursor = try #require(TriageCursor("3142-661f0a1b2c3d4e5f60718293"))
        try await withStore { store in
            for level in [nil, RiskBand.high] {
                for after in [nil, cursor] {
                    let (sql, arguments) = TriagePage(level: level, after: after, limit: 20).query
                    let plan = try await store.read { db in
                        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql, arguments: arguments)
                            .map { $0["detail"] as String }
                    }
                    let index = level == nil ? "triage_in_order" : "triage_of_level"
                    #expect(plan.count == 1 && plan[0].contains("USING INDEX \(index)"), "\(plan)")
                    #expect(after == nil || plan[0].contains("urgency<?"), "\(plan)")
                }
            }
        }
    }

    @Test("A store of the first shape gets the new tables and keeps what it held, and so does a restart")
    func migration() async throws {
        try await withDirectory { directory in
            let user = try Fresh.user()
            let report = StoredReport(
                kind: .debt, summary: "Kept", insights: [], createdAt: NamedPeople.now, inputHash: "h", source: .model)
            try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
            let old = try DatabaseQueue(path: directory + "/" + EmbeddedStore.fileName)
            try EmbeddedSchema.migrator.migrate(old, upTo: "1 documents and conversations")
            try await old.write { db in try db.execute(sql: "INSERT INTO facts VALUES ('demo.origin', '2026-04')") }
            try old.close()
            for saves in [true, false] {
                let store = try await EmbeddedStore.open(directory: directory)
                if saves { try await Reports.embedded(store).save(user, report) }
                #expect(try await Reports.embedded(store).all(user) == [report])
                let fact = try await store.read { try String.fetchOne($0, sql: "SELECT value FROM facts") }
                #expect(fact == "2026-04")
                try store.close()
            }
        }
    }

    @Test("What cannot be read is an error, never an empty list or no night")
    func malformed() async throws {
        try await withStore { store in
            let row = TriageRow(of: RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.maya)))
            let night = RiskAssessment(of: try NamedPeople.snapshot(of: NamedPeople.maya)).night
            try await Triage.embedded(store).save(row, night)
            try await store.write { db in
                try db.execute(sql: "UPDATE triage SET line = '{}', night = ''")
                try db.execute(sql: "INSERT INTO facts (name, value) VALUES ('peers.current', '[')")
                try db.execute(
                    sql: "INSERT INTO reports VALUES (?, 'debt', 's', 'no list', 0, NULL, 'model')",
                    arguments: [row.userID.hex])
            }
            await expect(.malformed) { _ = try await Triage.embedded(store).page(nil, nil, 5) }
            await expect(.malformed) { _ = try await Triage.embedded(store).previous(row.userID) }
            await expect(.malformed) { _ = try await PeerGroups.embedded(store).current() }
            await expect(.malformed) { _ = try await Reports.embedded(store).all(row.userID) }
        }
    }

    @Test("A store that cannot be used is an error of every port, never nothing")
    func closed() async throws {
        let store = try await withStore { $0 }
        let user = try Fresh.user()
        await expect(.unavailable) { _ = try await Reports.embedded(store).all(user) }
        await expect(.unavailable) { _ = try await Alerts.embedded(store).newest(user, 5) }
        await expect(.unavailable) { _ = try await Alerts.embedded(store).page([.open], nil, 5) }
        await expect(.unavailable) { _ = try await Calculators.embedded(store).newest(user) }
        await expect(.unavailable) { _ = try await PeerGroups.embedded(store).current() }
        await expect(.unavailable) { _ = try await PeerGroups.embedded(store).hasOptedOut(user) }
        await expect(.unavailable) { _ = try await Triage.embedded(store).page(nil, nil, 5) }
        await expect(.unavailable) { _ = try await Triage.embedded(store).counts() }
    }

    private func expect(_ code: PortError.Code, _ call: () async throws -> Void) async {
        let error = await #expect(throws: PortError.self) { try await call() }
        #expect(error?.code == code)
    }
}
