import Finance
import FoundationEssentials
import Mongo
import Ports
import Prompts
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("Reports over MongoDB")
    struct ReportsMongoTests {
        @Test("keeps every promise of the port", arguments: ReportsConformance.checks)
        func conforms(_ check: ConformanceCheck<Reports>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("a report of the old service is read without the points that make no sense, and is to be renewed")
        func legacyShape() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let points: BSON = [
                    ["insight": "Netflix", "suggestion": "It costs £12.99.", "category": "Spending"],
                    ["insight": "no suggestion", "category": "Spending"], "not even a document", .null,
                    ["insight": 5, "suggestion": "s", "category": "c"],
                ]
                try await scene.insert(
                    raw: [
                        legacy(user, "expense", data: ["summary": "Old", "insights": points], at: 1),
                        legacy(user, "budget", data: ["insights": points], at: 1),
                        legacy(user, "debt", data: ["summary": 4, "insights": "none"], at: 1),
                        legacy(user, "savings", data: ["summary": "unknown kind", "insights": []], at: 1),
                    ], into: "optimization_reports")
                let read = try await Reports.mongo(scene.client).all(user)
                #expect(read.map(\.kind) == [.expense, .budget])
                #expect(read.map(\.summary) == ["Old", ""])
                #expect(read.allSatisfy { $0.insights.map(\.insight) == ["Netflix"] })
                #expect(read.allSatisfy { $0.inputHash == nil && $0.createdAt == instant(1) })
            }
        }

        @Test("two legacy reports of one kind do not keep the index from being made; the newest readable one counts")
        func legacyDuplicates() async throws {
            try await MongoScene.with(prepared: false) { scene in
                let user = try Fresh.user()
                let stored = [("older", 1), ("newest", 3), ("middle", 2)].map { text, second in
                    legacy(user, "debt", data: ["summary": .string(text), "insights": []], at: second)
                }
                let broken = legacy(user, "debt", data: "broken", at: 4)
                try await scene.insert(raw: stored + [broken], into: "optimization_reports")
                for _ in 1...2 { try await MongoSchema.prepare(scene.client) }
                let indexes = try await scene.client.indexes(of: "optimization_reports")
                #expect(indexes.contains(["userId": 1, "reportType": 1]))
                let reports = Reports.mongo(scene.client)
                #expect(try await reports.all(user).map(\.summary) == ["newest"])

                try await reports.save(user, ours("between", at: 2))
                #expect(try await reports.all(user).map(\.summary) == ["newest"])
                try await reports.save(user, ours("ours", at: 9))
                #expect(try await reports.all(user).map(\.summary) == ["ours"])
                #expect(try await scene.client.count(in: "optimization_reports") == 1)
            }
        }

        @Test("what is stored has the old service's fields and types, with ours beside")
        func storedShape() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                try await Reports.mongo(scene.client).save(user, ours("Words", at: 1))
                let stored = try #require(try await scene.client.findOne(MongoQuery([:]), in: "optimization_reports"))
                #expect(stored["userId"] == BSON(user) && stored["reportType"] == "debt")
                #expect(stored["createdAt"] == .date(1_000))
                #expect(
                    stored["reportData"] == [
                        "summary": "Words", "insights": [["insight": "i", "suggestion": "s", "category": "c"]],
                    ])
                #expect(stored["inputHash"] == "hash" && stored["source"] == "template")
            }
        }

        @Test("what the old service writes over one of ours is not taken for our words")
        func overwritten() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let reports = Reports.mongo(scene.client)
                try await reports.save(user, ours("ours", at: 1))
                let theirs: BSONDocument = [
                    "reportData": ["summary": "theirs", "insights": []], "createdAt": .date(2_000),
                ]
                _ = try await scene.client.update(
                    ["userId": BSON(user), "reportType": "debt"], with: ["$set": .document(theirs)],
                    in: Backend("optimization_reports"))
                let read = try #require(try await reports.all(user).first)
                #expect(read.summary == "theirs" && read.inputHash == nil && read.source == .model)
            }
        }

        @Test("a failed read is an error, never an empty list; a failed write is an error")
        func failures() async throws {
            try await MongoScene.with(own: true) { scene in
                let user = try Fresh.user()
                let reports = Reports.mongo(scene.client)
                let report = ours("x", at: 1)
                try scene.fail(["find"], ["errorCode": 11_600])
                #expect(await PortError.thrown { _ = try await reports.all(user) }?.code == .unavailable)
                try scene.fail(["update"], ["errorCode": 10_107])
                let error = await #expect(throws: PortError.self) { try await reports.save(user, report) }
                #expect(error?.code == .unavailable)
                #expect(try await reports.all(user).isEmpty)
            }
        }

        private func ours(_ summary: String, at second: Double) -> StoredReport {
            StoredReport(
                kind: .debt, summary: summary,
                insights: [ReportInsight(insight: "i", suggestion: "s", category: "c")], createdAt: instant(second),
                inputHash: "hash", source: .template)
        }

        private func legacy(_ user: UserID, _ kind: String, data: BSON, at second: Int) -> BSONDocument {
            [
                "_id": ObjectID(Fresh.id()).map(BSON.id) ?? .null, "userId": BSON(user), "reportType": .string(kind),
                "reportData": data, "createdAt": .date(Int64(second) * 1_000),
            ]
        }

        private func instant(_ second: Double) -> Date { Date(timeIntervalSince1970: second) }
    }
}
