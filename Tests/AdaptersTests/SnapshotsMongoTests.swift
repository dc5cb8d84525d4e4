import Finance
import FoundationEssentials
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("Snapshots over MongoDB")
    struct SnapshotsMongoTests {
        private static let now = Date(timeIntervalSince1970: 1_776_679_200)
        private static let april = Month(containing: now)

        @Test("keeps every promise of the port", arguments: SnapshotsConformance.checks)
        func conforms(_ check: ConformanceCheck<Seeded<Snapshots>>) async throws {
            try await MongoScene.with { scene in try await check.run(scene.seeded(.mongo(scene.client))) }
        }

        @Test("when any one of the seven reads fails there is no snapshot")
        func oneReadFails() async throws {
            try await MongoScene.with(own: true, { $0.threads = 1 }) { scene in
                let user = try await couple(scene)
                let snapshots = Snapshots.mongo(scene.client)
                for read in 0..<7 {
                    // One thread: the reads come one after another, so that each can be the first to fail.
                    try scene.fail(["find"], after: read, ["errorCode": 237])
                    let error = await PortError.thrown { _ = try await snapshots.read(user, Self.april, Self.now) }
                    #expect(error?.code == .unavailable, "read \(read)")
                    try scene.heal()
                    #expect(try await snapshots.read(user, Self.april, Self.now).expenses.count == 1)
                }
                try scene.fail(["find"], after: 7, ["errorCode": 237])
                _ = try await snapshots.read(user, Self.april, Self.now)
            }
        }

        @Test("a server that changes its role in the middle gives no snapshot", arguments: [11_600, 189, 13_436])
        func roleChange(_ code: Int32) async throws {
            try await MongoScene.with(own: true) { scene in
                let user = try await couple(scene)
                try scene.fail(["find"], ["errorCode": .int32(code)])
                let error = await PortError.thrown {
                    _ = try await Snapshots.mongo(scene.client).read(user, Self.april, Self.now)
                }
                #expect(error?.code == .unavailable)
            }
        }

        @Test("a list that breaks after its first batch is an error, not a shorter list")
        func brokenCursor() async throws {
            try await MongoScene.with(own: true) { scene in
                let user = try await couple(scene)
                try await scene.insert("expenses", (0..<300).map { expense(user, .int($0 + 1), named: "e\($0)") })
                let snapshots = Snapshots.mongo(scene.client)
                for failure in [["errorCode": 43], ["errorCode": 237]] as [BSONDocument] {
                    try scene.fail(["getMore"], failure)
                    #expect(
                        await PortError.thrown { _ = try await snapshots.read(user, Self.april, Self.now) }?.code
                            == .unavailable)
                }
                #expect(try await snapshots.read(user, Self.april, Self.now).expenses.count == 301)
            }
        }

        @Test("no read asks for a password, a code, an address or anything else beyond its named fields")
        func projections() throws {
            let user = try Fresh.user()
            let window = RecordQuery.Window(around: Self.april, now: Self.now)
            let queries: [RecordQuery] = [
                .person(user), .incomes(of: user, window, limit: 1), .expenses(of: user, window, limit: 1),
                .budgets(of: user, limit: 1), .household(of: user, in: Self.april, limit: 1),
                .debts(of: user, limit: 1), .savingGoals(of: user, limit: 1),
            ]
            let private_ = ["password", "authentication", "email", "phone", "subscriptionId", "socialId", "image"]
            for query in queries {
                let names = query.query.projection.elements
                #expect(!names.isEmpty && names.allSatisfy { $0.value == 1 })
                #expect(Set(names.map(\.name)).isDisjoint(with: private_))
            }
        }

        @Test("what is secret in a user document never arrives")
        func secrets() async throws {
            try await MongoScene.with { scene in
                let user = try Fresh.user()
                let canary = "CNRY-\(user)"
                try await scene.insert(
                    raw: [
                        [
                            "_id": BSON(user), "name": "Ada", "verified": true, "password": .string(canary),
                            "email": .string(canary), "authentication": ["oneTimeCode": .string(canary)],
                            "phone": .string(canary), "subscriptionId": .string(canary), "socialId": .string(canary),
                        ]
                    ], into: "users")
                let query = RecordQuery.person(user)
                let loaded = try await scene.client.find(query.query, in: query.collection)
                #expect(loaded.count == 1)
                #expect(!String(decoding: loaded[0].bytes, as: UTF8.self).contains("CNRY"))
                let snapshot = try await Snapshots.mongo(scene.client).read(user, Self.april, Self.now)
                #expect(snapshot.person.name == "Ada" && !"\(snapshot)".contains("CNRY"))
            }
        }

        @Test("dirty amounts are exact in pence or listed with a reason, and nothing traps")
        func dirty() async throws {
            try await MongoScene.with { scene in
                let user = try await person(scene)
                let (fine, broken) = (Self.fine, Self.broken)
                try await scene.insert(
                    raw: (fine.map(\.0) + broken).map { amount in
                        var document = BSONDocument(expense(user, .int(0), named: "x"))
                        document["amount"] = amount
                        return document
                    }, into: "expenses")
                let snapshot = try await Snapshots.mongo(scene.client).read(user, Self.april, Self.now)
                #expect(snapshot.expenses.map(\.amount.pence).sorted() == fine.map(\.1).sorted())
                #expect(Set(snapshot.skipped.filter { $0.field == "amount" }.map(\.id)).count >= broken.count)
                #expect(snapshot.skipped.allSatisfy { !$0.reason.isEmpty })
            }
        }

        /// Amounts as a database may hold them, with their pence.
        private static let fine: [(BSON, Int64)] = [
            (.int32(12), 1_200), (.int64(12), 1_200), (.double(12.99), 1_299), (.double(-0.0), 0),
            (Decimal128("12.50").map(BSON.decimal) ?? .null, 1_250),
        ]
        private static let broken: [BSON] = [
            .double(.nan), .double(.infinity), .double(-.infinity), .double(1e308), .null, "a lot", ["x": 1], [1, 2],
            .bool(true), .date(5), .binary(subtype: 0, [1]), Decimal128("NaN").map(BSON.decimal) ?? .null,
        ]

        @Test("names in any script, of any length and with control characters come through")
        func hostileNames() async throws {
            try await MongoScene.with { scene in
                let user = try await person(scene)
                let names = [
                    "\u{202E}evil", "zero\u{200B}width", "nul\u{0}inside", String(repeating: "a", count: 15_900_000),
                ]
                try await scene.insert("expenses", names.map { expense(user, .int(1), named: $0) })
                let snapshot = try await Snapshots.mongo(scene.client).read(user, Self.april, Self.now)
                #expect(snapshot.expenses.count == names.count)
            }
        }

        @Test("dates as text come through, dates far outside are not even read")
        func window() async throws {
            try await MongoScene.with { scene in
                let user = try await person(scene)
                let dates: [Document.Value] = [
                    .date(Self.now), .string("2026-04-02T00:00:00.000Z"), .date(Date(timeIntervalSince1970: 1_000)),
                    .date(Date(timeIntervalSince1970: 4_000_000_000)), .null,
                ]
                try await scene.insert(
                    "expenses",
                    dates.map { date in
                        var document = expense(user, .int(1), named: "n")
                        document.fields["endDate"] = date
                        return document
                    })
                let window = RecordQuery.Window(around: Self.april, now: Self.now)
                let query = RecordQuery.expenses(of: user, window, limit: 100)
                #expect(try await query.read(scene.client).count == 3)
                let snapshot = try await Snapshots.mongo(scene.client).read(user, Self.april, Self.now)
                #expect(snapshot.expenses.count == 2)
                #expect(snapshot.skipped.map(\.field) == ["endDate"])
            }
        }

        @Test("more records than the limit leave the oldest out, with a remark")
        func tooMany() async throws {
            try await MongoScene.with { scene in
                let user = try await person(scene)
                try await scene.insert(
                    "expenses",
                    (0..<25).map { day in
                        var document = expense(user, .int(1), named: "d\(day)")
                        document.fields["endDate"] = .date(Self.april.start.addingTimeInterval(Double(day) * 86_400))
                        return document
                    })
                let limits = SnapshotLimits(records: 20)
                let snapshot = try await Snapshots.mongo(scene.client, limits: limits).read(
                    user, Self.april, Self.now)
                #expect(snapshot.expenses.count <= 20)
                #expect(snapshot.expenses.contains { $0.name == "d24" })
                #expect(snapshot.skipped.contains { $0.collection == "expenses" })
            }
        }

        @Test("with every connection held, callers are busy or served, and none waits for ever")
        func exhausted() async throws {
            try await MongoScene.with(
                own: true,
                {
                    $0.threads = 2
                    $0.queue = 12
                }
            ) { scene in
                let user = try await couple(scene)
                let snapshots = Snapshots.mongo(scene.client)
                try scene.fail(["find"], times: 10_000, ["blockConnection": true, "blockTimeMS": 50])
                let codes = await withTaskGroup(of: PortError.Code?.self) { group in
                    for _ in 0..<40 {
                        group.addTask {
                            do throws(PortError) {
                                _ = try await snapshots.read(user, Self.april, Self.now)
                                return nil
                            } catch { return error.code }
                        }
                    }
                    return await group.reduce(into: [PortError.Code?]()) { $0.append($1) }
                }
                #expect(codes.contains(.busy))
                #expect(codes.allSatisfy { $0 == nil || $0 == .busy })
                try scene.heal()
                #expect(try await snapshots.read(user, Self.april, Self.now).expenses.count == 1)
            }
        }

        @Test("a database that dies gives a typed error in time, fails fast after, and is read again when it is back")
        func death() async throws {
            try await MongoScene.with(own: true, { $0.rest = .seconds(3) }) { scene in
                let user = try await couple(scene)
                let snapshots = Snapshots.mongo(scene.client)
                let dependency = Dependency.mongo(scene.client)
                try await dependency.probe()
                await scene.server.kill()
                let start = ContinuousClock.now
                let error = await PortError.thrown { _ = try await snapshots.read(user, Self.april, Self.now) }
                #expect(error?.code == .unavailable)
                #expect(start.duration(to: .now) < .seconds(3))
                let again = ContinuousClock.now
                #expect(await PortError.thrown { try await dependency.probe() }?.code == .unavailable)
                #expect(again.duration(to: .now) < .milliseconds(500))
                try await scene.server.restart()
                #expect(
                    try await eventually(within: .seconds(6)) {
                        (try? await snapshots.read(user, Self.april, Self.now).expenses.count) == 1
                    })
            }
        }

        private func person(_ scene: MongoScene, partner: UserID? = nil) async throws -> UserID {
            let user = try Fresh.user()
            var document: BSONDocument = ["_id": BSON(user), "name": "Ada", "role": "USER", "verified": true]
            document["partnerId"] = partner.map { BSON($0) }
            try await scene.insert(raw: [document], into: "users")
            return user
        }

        private func couple(_ scene: MongoScene) async throws -> UserID {
            let user = try await person(scene, partner: person(scene))
            try await scene.insert("expenses", [expense(user, .int(5), named: "Lunch")])
            return user
        }

        private func expense(_ user: UserID, _ amount: Document.Value, named name: String) -> Document {
            Document([
                "_id": .id(Fresh.id()), "userId": .id(user.hex), "name": .string(name), "amount": amount,
                "endDate": .date(Self.now), "frequency": .string("on-off"),
            ])
        }
    }
}
