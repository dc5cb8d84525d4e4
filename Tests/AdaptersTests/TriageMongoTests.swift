import Analyses
import Finance
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("Calculations, peer groups and risk assessments over MongoDB")
    struct TriageMongoTests {
        @Test("keeps every promise of the list of people", arguments: TriageConformance.checks)
        func triage(_ check: ConformanceCheck<Triage>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("keeps every promise of the peer groups", arguments: PeerGroupsConformance.checks)
        func peerGroups(_ check: ConformanceCheck<Seeded<PeerGroups>>) async throws {
            try await MongoScene.with { scene in try await check.run(scene.seeded(.mongo(scene.client))) }
        }

        @Test("keeps every promise of linked chats", arguments: ChannelLinksConformance.checks)
        func channelLinks(_ check: ConformanceCheck<ChannelLinks>) async throws {
            try await MongoScene.with { scene in try await check.run(.mongo(scene.client)) }
        }

        @Test("keeps every promise of the model of categories", arguments: CategoryModelsConformance.checks)
        func categoryModels(_ check: ConformanceCheck<CategoryModels>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("keeps every promise of the calculations", arguments: CalculatorsConformance.checks)
        func calculators(_ check: ConformanceCheck<Seeded<Calculators>>) async throws {
            try await MongoScene.with { scene in try await check.run(scene.seeded(.mongo(scene.client))) }
        }

        @Test("of a calculation only the named fields are loaded")
        func namedFields() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let stored = Document([
                    "_id": .id(Fresh.id()), "userId": .id(user.hex), "principal": .int(5), "secret": .string("never"),
                ])
                try await scene.insert("loanrepaymentcalculations", [stored])
                let read = try await Calculators.mongo(scene.client).newest(user).loan
                #expect(read.map { Set($0.fields.keys) } == ["_id", "userId", "principal"])
            }
        }

        @Test("each page is served by an index that begins with what it asks for")
        func indexes() async throws {
            try await MongoScene.with { scene in
                let made = try await scene.client.indexes(of: "sidecar_triage")
                #expect(Set(made).isSuperset(of: MongoSchema.indexes(of: .triage).map(\.keys)))
                #expect(made.contains(["level": 1, "urgency": -1, "userId": 1]))
                #expect(made.contains(["urgency": -1, "userId": 1]))
            }
        }

        @Test("what cannot be read is an error, never a shorter list, no night or no publication")
        func malformed() async throws {
            try await MongoScene.with { scene in
                let row: BSONDocument = ["userId": BSON(try Fresh.user()), "urgency": 1, "level": "low", "row": "{}"]
                try await scene.insert(raw: [row], into: "sidecar_triage")
                try await scene.insert(raw: [["_id": "current"]], into: "sidecar_peer_cohorts")
                let triage = Triage.mongo(scene.client)
                let user = try #require(row["userId"]?.id.flatMap { UserID($0.hex) })
                #expect(await PortError.thrown { _ = try await triage.page(nil, nil, 5) }?.code == .malformed)
                #expect(await PortError.thrown { _ = try await triage.previous(user) }?.code == .malformed)
                let groups = PeerGroups.mongo(scene.client)
                #expect(await PortError.thrown { _ = try await groups.current() }?.code == .malformed)
            }
        }

        @Test("a read that fails is an error of every port, never nothing")
        func failedReads() async throws {
            try await MongoScene.with(own: true) { scene in
                let user = try Fresh.user()
                let triage = Triage.mongo(scene.client)
                let groups = PeerGroups.mongo(scene.client)
                try scene.fail(["find", "aggregate"], after: 0, ["errorCode": 50])
                for call in [
                    { _ = try await triage.page(nil, nil, 5) }, { _ = try await triage.previous(user) },
                    { _ = try await triage.counts() }, { _ = try await groups.current() },
                    { _ = try await groups.hasOptedOut(user) },
                    { _ = try await Calculators.mongo(scene.client).newest(user) },
                ] as [() async throws -> Void] {
                    #expect(await PortError.thrown(call)?.code == .timeout)
                }
                try scene.heal()
                for passed in 0..<4 {
                    try scene.fail(["find"], after: passed, ["errorCode": 50])
                    let error = await PortError.thrown { _ = try await Calculators.mongo(scene.client).newest(user) }
                    #expect(error?.code == .timeout)
                    try scene.heal()
                }
            }
        }
    }
}
