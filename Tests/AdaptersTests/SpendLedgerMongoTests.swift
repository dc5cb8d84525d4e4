import Finance
import Mongo
import Ports
import TestKit
import TestServers
import Testing

@testable import Adapters

extension OverMongo {
    @Suite("The ledger over MongoDB")
    struct SpendLedgerMongoTests {
        private let day = SpendLedgerConformance.day

        @Test("keeps caps and books as promised", arguments: SpendLedgerConformance.checks)
        func ledger(_ check: ConformanceCheck<SpendLedger>) async throws {
            try await MongoScene.with { try await check.run(.mongo($0.client)) }
        }

        @Test("holds and forgets as promised", arguments: SpendLedgerConformance.holding)
        func holding(_ check: ConformanceCheck<HeldLedger>) async throws {
            try await MongoScene.with { scene in
                try await check.run(
                    HeldLedger(
                        ledger: .mongo(scene.client), holdings: .mongo(scene.client),
                        places: { try await scene.places(of: $0) }))
            }
        }

        @Test("one command sets aside, and one books a whole batch; a second command would have failed")
        func commands() async throws {
            try await MongoScene.with(own: true) { scene in
                let ledger = SpendLedger.mongo(scene.client)
                let caps = SpendLedgerConformance.caps(person: 500, feature: 500, everyone: 500)
                var wishes = try (0..<SpendDesk.batch - 1).map { _ in
                    SpendLedgerConformance.request(amounts: 5, person: try Fresh.user())
                }
                for wish in wishes { _ = try await ledger.reserve(wish, caps) }
                let wish = SpendLedgerConformance.request(amounts: 5, person: try Fresh.user())
                wishes.append(wish)
                let down: BSONDocument = ["errorCode": 11_600]
                try scene.fail(["update", "find", "insert", "findAndModify", "aggregate"], after: 1, down)
                #expect(try await ledger.reserve(wish, caps) == .granted(wish.reservation(0)))
                #expect(await PortError.thrown { _ = try await ledger.reserve(wish, caps) } != nil)
                try scene.heal()
                try scene.fail(["update", "find", "insert", "findAndModify", "aggregate"], after: 1, down)
                try await ledger.settle(
                    wishes.map { SpendSettlement($0.reservation(0), taken: SpendLedgerConformance.taken(3)) })
                try scene.heal()
                let line = try #require(try await ledger.usage(day...day).first)
                #expect(line.requests == SpendDesk.batch && line.spent == Spend(microdollars: 60) && line.open == 0)
            }
        }

        @Test("sums of a day are in step with its lines after much came and went at once")
        func inStep() async throws {
            try await MongoScene.with { scene in
                let ledger = SpendLedger.mongo(scene.client)
                let caps = SpendLedgerConformance.caps(person: 400, everyone: 900)
                let users = try (0..<4).map { _ in try Fresh.user() }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in 0..<60 {
                        group.addTask {
                            let wish = SpendLedgerConformance.request(amounts: 90, 20, person: users[number % 4])
                            guard case .granted(let granted) = try await ledger.reserve(wish, caps) else { return }
                            guard number % 5 > 0 else { return }
                            let taken = number % 5 == 1 ? nil : SpendLedgerConformance.taken(Int64(number % 20))
                            try await ledger.settle([SpendSettlement(granted, taken: taken)])
                        }
                    }
                    try await group.waitForAll()
                }
                let lines = try await ledger.usage(day...day)
                let sum = lines.reduce(Spend.zero) { $0 + $1.spent + $1.reserved }
                let stored = try await scene.client.find(MongoQuery(["kind": "day"]), in: OwnCollection.spend.name)
                #expect(stored.first?["committed"]?.integer == sum.microdollars)
                #expect(stored.first?["features"]?.document?["chat"]?.integer == sum.microdollars)
                #expect(stored.first?["open"]?.document?.elements.count == lines.reduce(0) { $0 + $1.open })
                let people = try await scene.client.find(MongoQuery(["kind": "person"]), in: OwnCollection.spend.name)
                #expect(people.reduce(0) { $0 + ($1["committed"]?.integer ?? 0) } == sum.microdollars)
                #expect(sum <= Spend(microdollars: 900))
            }
        }
    }
}
