import Finance
import FoundationEssentials
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("Alerts over MongoDB")
    struct AlertsMongoTests {
        @Test("keeps every promise of the port", arguments: AlertsConformance.checks)
        func conforms(_ check: ConformanceCheck<Alerts>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("alerts of the old service are open and can be decided; those that make no sense are passed over")
        func legacyShapes() async throws {
            try await MongoScene.with { scene in
                let (user, admin) = (try Fresh.user(), try Fresh.user())
                let alerts = Alerts.mongo(scene.client)
                var bare = legacy(user, "bare", at: 1)
                for field in ["userEmail", "category"] { bare[field] = nil }
                try await scene.insert(
                    raw: [legacy(user, "whole", at: 2), bare] + corrupt(user), into: "admin_alerts")
                for read in [try await alerts.newest(user, 2), try await alerts.page([.open], nil, 2)] {
                    #expect(read.map(\.message) == ["whole", "bare"])
                    #expect(read.map(\.email) == ["a@example.com", "N/A"])
                    #expect(read.map(\.category) == ["High Debt", "N/A"])
                    #expect(read.allSatisfy { $0.state == .open && $0.key == nil && $0.owner == nil })
                }
                let first = try #require(try await alerts.newest(user, 1).first)
                let decided = try await alerts.decide(
                    first.id, AlertDecision(state: .acknowledged, owner: admin, note: "Rang"))
                #expect(decided?.state == .acknowledged && decided?.owner == admin)
                #expect(try await alerts.page([.open], nil, 5).map(\.message) == ["bare"])
                #expect(try await alerts.page([.acknowledged], nil, 5).map(\.message) == ["whole"])
            }
        }

        @Test("what is stored has the old service's fields and types, with ours beside")
        func storedShape() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                _ = try await Alerts.mongo(scene.client).raise(alert(user))
                let stored = try #require(try await scene.client.findOne(MongoQuery([:]), in: "admin_alerts"))
                #expect(stored["userId"] == BSON(user) && stored["userEmail"] == "N/A")
                #expect(stored["alertMessage"] == "words" && stored["category"] == "High Debt")
                #expect(stored["createdAt"] == .date(1_000))
                #expect(stored["state"] == "open" && stored["key"] == "k" && stored["round"] == 0)
            }
        }

        @Test("an alert whose answer is lost is raised once and says so")
        func lostAnswer() async throws {
            try await MongoScene.with(own: true) { scene in
                let alert = alert(try Fresh.user())
                let alerts = Alerts.mongo(scene.client)
                try scene.fail(["insert"], ["closeConnection": true])
                #expect(try await alerts.raise(alert))
                #expect(try await alerts.raise(alert) == false)
                #expect(try await scene.client.count(in: "admin_alerts") == 1)
            }
        }

        @Test("a failed read is an error, never an empty queue; a failed decision is an error, never an unknown alert")
        func failures() async throws {
            try await MongoScene.with(own: true) { scene in
                let alert = alert(try Fresh.user())
                let alerts = Alerts.mongo(scene.client)
                #expect(try await alerts.raise(alert))
                try scene.fail(["find", "findAndModify", "count"], times: 5, ["errorCode": 50])
                let decision = AlertDecision(state: .resolved, owner: alert.user)
                for call in [
                    { _ = try await alerts.newest(alert.user, 5) }, { _ = try await alerts.page([.open], nil, 5) },
                    { _ = try await alerts.page([.open], alert.id, 5) },
                    { _ = try await alerts.decide(alert.id, decision) }, { _ = try await alerts.raise(alert) },
                ] as [() async throws -> Void] {
                    #expect(await PortError.thrown(call)?.code == .timeout)
                }
                #expect(try await alerts.newest(alert.user, 5) == [alert])
                var bad = alert
                bad.id = "no id"
                #expect(await PortError.thrown { _ = try await alerts.raise(bad) }?.code == .refused)
            }
        }

        private func corrupt(_ user: UserID) -> [BSONDocument] {
            let changes: [(String, BSON?)] = [
                ("alertMessage", nil), ("alertMessage", 7), ("createdAt", "yesterday"), ("createdAt", nil),
                ("state", "lost"), ("_id", "text"),
            ]
            return changes.map { field, value in
                var document = legacy(user, "corrupt", at: 9)
                document[field] = value
                return document
            }
                + [legacy(user, "ownerless", at: 9) + ["userId": "text"]].map { document in
                    BSONDocument(document.elements.filter { $0 != .init("userId", BSON(user)) })
                }
        }

        private func alert(_ user: UserID) -> AdminAlert {
            AdminAlert(
                id: Fresh.id(), user: user, message: "words", category: "High Debt",
                createdAt: Date(timeIntervalSince1970: 1), key: "k")
        }

        private func legacy(_ user: UserID, _ message: String, at second: Int64) -> BSONDocument {
            [
                "_id": ObjectID(Fresh.id()).map(BSON.id) ?? .null, "userId": BSON(user), "userEmail": "a@example.com",
                "alertMessage": .string(message), "category": "High Debt", "createdAt": .date(second * 1_000),
            ]
        }
    }
}
