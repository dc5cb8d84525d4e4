import Analyses
import Finance
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("The night shift over MongoDB")
    struct NightStoresMongoTests {
        @Test("remembers as promised", arguments: PersonalStateConformance.checks)
        func state(_ check: ConformanceCheck<PersonalState>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("keeps leases as promised", arguments: LeasesConformance.checks)
        func leases(_ check: ConformanceCheck<Leases>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("keeps runs as promised", arguments: RunsConformance.checks)
        func runs(_ check: ConformanceCheck<Runs>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("reads as promised", arguments: NightReadsConformance.checks)
        func reads(_ check: ConformanceCheck<NightStores>) async throws {
            try await MongoScene.with { try await check.run($0.night) }
        }

        @Test("writes as promised", arguments: NightWritesConformance.checks)
        func writes(_ check: ConformanceCheck<NightStores>) async throws {
            try await MongoScene.with { try await check.run($0.night) }
        }

        @Test("holds and forgets as promised", arguments: HoldingsConformance.checks)
        func holdings(_ check: ConformanceCheck<HeldStores>) async throws {
            try await MongoScene.with { try await check.run($0.held) }
        }

        @Test("whatever belongs to people is filled before it is seen to be empty")
        func everyCollection() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                try await scene.held.fill(user, "canary")
                let places = try await scene.places(of: user.hex)
                for collection in OwnCollection.allCases {
                    switch collection {
                    case .messages, .titles, .legacyTitles, .reports, .alerts, .triage, .tips, .states, .runs,
                        .legacySuggestions, .legacySavingsTips, .peerOptOuts, .channelLinks, .spend:
                        #expect(places.contains(collection.name), "\(collection)")
                    // An instance of ours, and groups: nobody.
                    case .leases, .instances, .peerCohorts, .categoryModels: #expect(!places.contains(collection.name))
                    }
                }
            }
        }
    }
}

extension MongoScene {
    /// Every port over this database.
    var night: NightStores {
        NightStores(
            reads: .mongo(client), writes: .mongo(client), state: .mongo(client), reports: .mongo(client),
            triage: .mongo(client), alerts: .mongo(client), runs: .mongo(client), holdings: .mongo(client),
            snapshots: .mongo(client), calculators: .mongo(client), conversations: .mongo(client),
            put: { collection, documents in
                for document in documents {
                    let stored = BSONDocument(document)
                    let id: BSONDocument = ["_id": stored["_id"] ?? .null]
                    _ = try await client.delete(id, from: Backend(collection))
                    try await insert(raw: [stored], into: collection)
                }
            },
            remove: { collection, id in
                _ = try await client.delete(["_id": ObjectID(id).map(BSON.id) ?? .null], from: Backend(collection))
            })
    }

    /// The same with what only the old service ever wrote, and a look into every collection.
    var held: HeldStores {
        HeldStores(
            night,
            fillOthers: { user, text in
                try await ChannelLinks.mongo(client).link("\(text) of \(user.hex)", user)
                let wish = SpendLedgerConformance.request(amounts: 5, person: user)
                _ = try await SpendLedger.mongo(client).reserve(wish, .none)
                for (collection, field) in [
                    ("conversations", "title"), ("suggestions", "text"), ("savings_tips", "tipText"),
                ] {
                    let document: BSONDocument = [
                        "_id": ObjectID(Fresh.id()).map(BSON.id) ?? .null, "userId": BSON(user),
                        "createdAt": BSON(NamedPeople.now),
                    ]
                    try await insert(raw: [document + BSONDocument([.init(field, .string(text))])], into: collection)
                }
            }, places: { try await places(of: $0) })
    }

    /// Collections of the whole database in which a text or an id stands.
    func places(of text: String) async throws -> Set<String> {
        let list = try BSONDocument(
            bytes: server.command((["listCollections": 1, "$db": .string(database)] as BSONDocument).bytes))
        let names = (list["cursor"]?.document?["firstBatch"]?.array ?? []).compactMap { $0.document?["name"]?.string }
        try #require(!names.isEmpty)
        var places: Set<String> = []
        for name in names where !name.hasPrefix("system.") {
            let found = try await client.find(MongoQuery([:]), in: name)
            if found.contains(where: { JSON(Document($0)).text.contains(text) }) { places.insert(name) }
        }
        return places
    }
}
