import Embedded
import Finance
import FoundationEssentials
import Ports
import Testing

@Suite("The demo store fills once and keeps up with time")
struct EmbeddedStoreDemoTests {
    private static let now = DemoPeopleTests.now
    private static let month = DemoPeopleTests.month
    private static let people = 10

    @Test("An empty store is filled once; the second time there is nothing to do")
    func fillsOnce() async throws {
        try await withStore { store in
            #expect(try await fill(store) == .filled)
            #expect(try await store.count(collection: "users") == Self.people)
            let expenses = try await store.count(collection: "expenses")
            #expect(try await fill(store) == .upToDate)
            #expect(try await store.count(collection: "expenses") == expenses)
            let snapshot = try await read(store, Self.now)
            #expect(snapshot.household.contains { $0.isPartners && $0.name == "House repairs" })
        }
    }

    @Test("A store that holds someone's own records is left alone")
    func leavesOwnRecords() async throws {
        try await withStore { store in
            let own = Document(["_id": .id("661f0a1b2c3d4e5f60718293"), "name": .string("Own")])
            try await store.insert(collection: "users", document: own)
            #expect(try await fill(store) == .leftAlone)
            #expect(try await store.count(collection: "users") == 1)
        }
    }

    @Test("Months that have passed are added: each has income and spending, and what was there is unchanged")
    func keepsUp() async throws {
        try await withStore { store in
            _ = try await fill(store)
            let before = try await read(store, Self.now)
            let later = Self.month.advanced(by: 3).start.addingTimeInterval(86_400)
            #expect(try await fill(store, now: later) == .extended(months: 3))
            #expect(try await fill(store, now: later) == .upToDate)
            let after = try await read(store, later)
            for offset in -3...0 {
                let month = after.month.advanced(by: offset)
                #expect(after.totals(of: month).incomeCount == 2 && after.totals(of: month).budgetCount >= 4)
            }
            #expect(after.totals(of: after.month.next).incomeCount == 2)
            #expect(after.totals(of: Self.month) == before.thisMonth)
        }
    }

    @Test("An extended month is the very month a store filled later would have had")
    func extendsLikeNew() async throws {
        let later = Self.month.next.start
        let grown = try await withStore { store in
            _ = try await fill(store)
            _ = try await fill(store, now: later)
            return try await read(store, later).thisMonth
        }
        let fresh = try await withStore { store in
            _ = try await fill(store, now: later)
            return try await read(store, later).thisMonth
        }
        #expect(grown == fresh)
    }

    @Test("A record a developer changed or added stays through an extension")
    func keepsChanges() async throws {
        try await withStore { store in
            _ = try await fill(store)
            let id = try #require(try await read(store, Self.now).expenses(in: Self.month.next).first?.id)
            let changed = Document([
                "_id": .id(id), "userId": .id(DemoPeople.featured.hex), "name": .string("Changed"), "amount": .int(1),
                "endDate": .date(Self.month.next.start),
            ])
            try await store.insert(collection: "expenses", document: changed)
            _ = try await fill(store, now: Self.month.next.start)
            #expect(try await read(store, Self.now).expenses.first { $0.id == id }?.name == "Changed")
        }
    }

    @Test("A filling that was cut short is finished by the next, in a later month too")
    func finishesWhatWasCut() async throws {
        try await withStore { store in
            let cut = Task { try await store.fillWithDemoPeople(count: 200, now: Self.now) }
            while try await store.count(collection: "users") == 0 { await Task.yield() }
            cut.cancel()
            await #expect(throws: PortError.self) { try await cut.value }
            let later = Self.month.next.start
            #expect(try await store.fillWithDemoPeople(count: 40, now: later) == .filled)
            #expect(try await store.count(collection: "users") >= 40)
            #expect(try await read(store, later).thisMonth.incomeCount == 2)
        }
    }

    private func fill(_ store: EmbeddedStore, now: Date = now) async throws -> EmbeddedStore.Filling {
        try await store.fillWithDemoPeople(count: Self.people, now: now)
    }

    private func read(_ store: EmbeddedStore, _ now: Date) async throws -> Snapshot {
        try await Snapshots.embedded(store).read(DemoPeople.featured, Month(containing: now), now)
    }
}
