public import Finance
import FoundationEssentials
public import Ports
import Testing

/// A port over stored records together with a way to store some.
public struct Seeded<Port: Sendable>: Sendable {
    /// The port under test.
    public var port: Port
    /// Stores documents in a collection of the main backend's names (`users`, `incomes`, …).
    public var insert: @Sendable (_ collection: String, _ documents: [Document]) async throws -> Void

    /// A port and its store.
    public init(_ port: Port, insert: @escaping @Sendable (String, [Document]) async throws -> Void) {
        self.port = port
        self.insert = insert
    }

    func insert(_ household: ExampleHousehold) async throws {
        for (collection, documents) in household.documents { try await insert(collection, documents) }
    }
}

/// What every reader of snapshots promises. Run with `@Test(arguments: SnapshotsConformance.checks)`.
public enum SnapshotsConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Seeded<Snapshots>>] = [
        ConformanceCheck("The worked example comes out to the penny") { try await worked($0) },
        ConformanceCheck("Deleted records are left out; a record without the flag is live") { store async throws in
            let example = try ExampleHousehold()
            try await store.insert(example)
            let snapshot = try await example.read(store.port)
            #expect(!snapshot.expenses.contains { $0.name == "Gym" })
            #expect(snapshot.expenses.contains { $0.name == "Cash" })
        },
        ConformanceCheck("Household budgets are beside the totals, a partner's other records nowhere") {
            store async throws in
            let example = try ExampleHousehold()
            try await store.insert(example)
            let snapshot = try await example.read(store.port)
            #expect(snapshot.budgets.allSatisfy { !$0.isPartners })
            #expect(Set(snapshot.household.map { "\($0.name) \($0.isPartners)" }) == ["Rent false", "Groceries true"])
            let seen = snapshot.incomes.map(\.name) + snapshot.budgets.map(\.name) + snapshot.household.map(\.name)
            #expect(!seen.contains { $0.hasPrefix("Partner's") })
        },
        ConformanceCheck("An unknown person is not found") { store async throws in
            let unknown = try Fresh.user()
            await notFound { try await store.port.read(unknown, ExampleHousehold.april, ExampleHousehold.now) }
        },
        ConformanceCheck("A deleted person is not found, records or not") { store async throws in
            var example = try ExampleHousehold()
            example.isDeleted = true
            try await store.insert(example)
            let user = example.user
            await notFound { try await store.port.read(user, ExampleHousehold.april, ExampleHousehold.now) }
        },
        ConformanceCheck("A person without records has an empty snapshot, and that is no error") { store async throws in
            let example = try ExampleHousehold()
            try await store.insert("users", example.users)
            let snapshot = try await example.read(store.port)
            #expect(snapshot.person.name == "Maya Thornton")
            #expect(snapshot.incomes.isEmpty && snapshot.expenses.isEmpty && snapshot.budgets.isEmpty)
            #expect(snapshot.debts.isEmpty && snapshot.goals.isEmpty && snapshot.household.isEmpty)
        },
        ConformanceCheck("A record stored now is in the very next snapshot") { store async throws in
            let example = try ExampleHousehold()
            try await store.insert(example)
            let before = try await example.read(store.port)
            try await store.insert("expenses", [example.expense("Boiler", .double(99.95), on: "2026-04-19")])
            let after = try await example.read(store.port)
            #expect(after.expenses.count == before.expenses.count + 1)
            #expect(after.expenses.contains { $0.name == "Boiler" && $0.amount == Money(pence: 99_95) })
        },
        ConformanceCheck("The month asked for and the moment of asking are in the snapshot") { store async throws in
            let example = try ExampleHousehold()
            try await store.insert(example)
            let march = ExampleHousehold.april.previous
            let snapshot = try await store.port.read(example.user, march, ExampleHousehold.now)
            #expect(snapshot.month == march)
            #expect(snapshot.asOf == ExampleHousehold.now)
            #expect(snapshot.household.isEmpty)
        },
    ]

    private static func notFound(_ read: @Sendable () async throws -> Snapshot) async {
        let error = await #expect(throws: PortError.self) { _ = try await read() }
        #expect(error?.code == .notFound)
    }

    private static func worked(_ store: Seeded<Snapshots>) async throws {
        let example = try ExampleHousehold()
        try await store.insert(example)
        let snapshot = try await example.read(store.port)
        let inApril = { (date: Date) in ExampleHousehold.april.contains(date) }
        #expect(snapshot.person.id == example.user && snapshot.person.partnerID == example.partner)
        #expect(snapshot.incomes.filter { inApril($0.receivedOn) }.map(\.amount).total == 3_650_50)
        #expect(snapshot.expenses.filter { inApril($0.fallsOn) }.map(\.amount).total == 1_382_99 + 10_00)
        #expect(snapshot.budgets.filter { inApril($0.createdAt) }.map(\.amount).total == 1_850_00)
        #expect(snapshot.incomes.map(\.amount).total == 6_850_50)
        #expect(snapshot.expenses.first { $0.name == "Car repair" }?.category == "Essential(Needs)")
        #expect(snapshot.expenses.first { $0.name == "Netflix" }?.category == nil)
        let debts = Dictionary(uniqueKeysWithValues: snapshot.debts.map { ($0.name, $0) })
        #expect(debts.keys.sorted() == ["Car loan", "Credit card", "Store card"])
        #expect(debts.values.map(\.balance).total == 10_600_00)
        #expect(debts.values.map(\.monthlyPayment).total == 390_00)
        #expect(debts["Credit card"]?.annualRate == Rate(basisPoints: 1_990))
        #expect(debts["Credit card"]?.rateSource == .stated)
        #expect(debts["Car loan"]?.annualRate == Rate(basisPoints: 512))
        #expect(debts["Car loan"]?.rateSource == .estimated)
        #expect(snapshot.goals.map(\.saved).total == 1_500_00)
        #expect(snapshot.goals.filter { !$0.isCompleted }.map(\.monthlyTarget).total == 200_00)
    }
}

extension Collection<Money> {
    fileprivate var total: Int64 { reduce(0) { $0 + $1.pence } }
}
