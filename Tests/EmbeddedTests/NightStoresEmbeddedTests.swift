import Embedded
import Finance
import Foundation
import GRDB
import Ports
import TestKit
import Testing

@testable import Embedded

@Suite("The night shift over the embedded store")
struct NightStoresEmbeddedTests {
    @Test("remembers as promised", arguments: PersonalStateConformance.checks)
    func state(_ check: ConformanceCheck<PersonalState>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test("keeps leases as promised", arguments: LeasesConformance.checks)
    func leases(_ check: ConformanceCheck<Leases>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test("keeps runs as promised", arguments: RunsConformance.checks)
    func runs(_ check: ConformanceCheck<Runs>) async throws {
        try await withStore { store in try await check.run(.embedded(store)) }
    }

    @Test("reads as promised", arguments: NightReadsConformance.checks)
    func reads(_ check: ConformanceCheck<NightStores>) async throws {
        try await withStore { store in try await check.run(store.night) }
    }

    @Test("writes as promised", arguments: NightWritesConformance.checks)
    func writes(_ check: ConformanceCheck<NightStores>) async throws {
        try await withStore { store in try await check.run(store.night) }
    }

    @Test("holds and forgets as promised", arguments: HoldingsConformance.checks)
    func holdings(_ check: ConformanceCheck<HeldStores>) async throws {
        try await withStore { store in
            try await check.run(
                HeldStores(
                    store.night, fillOthers: { try await Self.link($0, $1, store) },
                    places: { try await store.places(of: $0) }))
        }
    }

    private static func link(_ user: UserID, _ text: String, _ store: EmbeddedStore) async throws {
        try await ChannelLinks.embedded(store).link("\(text) of \(user.hex)", user)
        let wish = SpendLedgerConformance.request(amounts: 5, person: user)
        _ = try await SpendLedger.embedded(store).reserve(wish, .none)
    }

    @Test("every table that is ours is known, and what belongs to people is filled before it is seen to be empty")
    func everyTable() async throws {
        try await withStore { store in
            let tables = try await store.tables()
            let known = Set(OwnTable.allCases.map(\.rawValue)).union(["documents", "facts", "grdb_migrations"])
            #expect(Set(tables) == known)
            let user = try Fresh.user()
            try await HeldStores(
                store.night, fillOthers: { try await Self.link($0, $1, store) }, places: { _ in [] }
            ).fill(user, "canary")
            let places = try await store.places(of: user.hex)
            for table in OwnTable.allCases {
                switch table {
                case .conversations, .messages, .reports, .tips, .alerts, .triage, .states, .fences, .runs, .links,
                    .spend:
                    #expect(places.contains(table.rawValue), "\(table)")
                // An instance of ours or a call, not a person.
                case .leases, .reservations: #expect(!places.contains(table.rawValue))
                }
            }
        }
    }

    @Test("what was erased is not left in the file or its log, and a lease's fence outlives a restart")
    func restart() async throws {
        try await withDirectory { directory in
            let store = try await EmbeddedStore.open(directory: directory)
            let user = try Fresh.user()
            let canary = Fresh.key("canary")
            try await HeldStores(store.night, places: { _ in [] }).fill(user, canary)
            #expect(try bytes(of: directory, hold: canary))
            _ = try await Holdings.embedded(store).erase(user)
            #expect(try !bytes(of: directory, hold: canary))
            #expect(try !bytes(of: directory, hold: user.hex))
            let now = NamedPeople.now
            let fence = try await Leases.embedded(store).acquire("night", "a", .seconds(10), now)
            try store.close()
            let again = try await EmbeddedStore.open(directory: directory)
            #expect(try await Leases.embedded(again).acquire("night", "b", .seconds(10), now) == nil)
            let next = try await Leases.embedded(again).acquire("night", "b", .seconds(10), now + 10)
            #expect(fence == Fence(1) && next == Fence(2))
            try again.close()
        }
    }

    private func bytes(of directory: String, hold text: String) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: directory).contains { name in
            try Data(contentsOf: URL(filePath: directory + "/" + name)).range(of: Data(text.utf8)) != nil
        }
    }
}

@Suite("The fakes of the night shift keep the promises of their ports")
struct NightFakesTests {
    @Test("what is remembered", arguments: PersonalStateConformance.checks)
    func state(_ check: ConformanceCheck<PersonalState>) async throws { try await check.run(.inMemory()) }

    @Test("leases", arguments: LeasesConformance.checks)
    func leases(_ check: ConformanceCheck<Leases>) async throws { try await check.run(.inMemory()) }

    @Test("runs", arguments: RunsConformance.checks)
    func runs(_ check: ConformanceCheck<Runs>) async throws { try await check.run(.inMemory()) }
}

extension EmbeddedStore {
    /// Every port over this store.
    var night: NightStores {
        NightStores(
            reads: .embedded(self), writes: .embedded(self), state: .embedded(self), reports: .embedded(self),
            triage: .embedded(self), alerts: .embedded(self), runs: .embedded(self), holdings: .embedded(self),
            snapshots: .embedded(self), calculators: .embedded(self), conversations: .embedded(self),
            put: { collection, documents in try await insert(collection: collection, documents: documents) },
            remove: { collection, id in
                try await write { db in
                    try db.execute(
                        sql: "DELETE FROM documents WHERE collection = ? AND id = ?", arguments: [collection, id])
                }
            })
    }

    func tables() async throws -> [String] {
        try await read { db in
            try String.fetchAll(
                db, sql: "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
        }
    }

    /// Tables in which a text stands; a record of ours among the backend's under its collection's name.
    func places(of text: String) async throws -> Set<String> {
        var places: Set<String> = []
        for table in try await tables() {
            let rows = try await read { db in try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map(\.description) }
            if rows.contains(where: { $0.contains(text) }) {
                places.insert(table == "documents" ? PeerGroups.optOuts : table)
            }
        }
        return places
    }
}
