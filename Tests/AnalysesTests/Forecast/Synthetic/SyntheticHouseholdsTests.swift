import Finance
import FoundationEssentials
import Testing

@testable import Analyses

@Suite("Invented households")
struct SyntheticHouseholdsTests {
    private static let some = SyntheticHouseholds(count: 8)
    private static let households = some.households

    private func bytes(_ snapshots: [Snapshot]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try encoder.encode(snapshots)
    }

    @Test("the same seed gives the same bytes, another seed others")
    func seeded() throws {
        let bytes = try bytes(Self.households.map(\.snapshot))
        #expect(try self.bytes(Self.some.snapshots) == bytes)
        #expect(try self.bytes(SyntheticHouseholds(seed: 1, count: 8).snapshots) != bytes)
        #expect(bytes.reduce(NameKey.basis) { NameKey.step($0, $1) } == 14_250_634_988_333_465_346)
    }

    @Test("the books balance: what leaves one account enters another, and the records are the books")
    func balanced() {
        for household in Self.households {
            let ledger = household.ledger
            #expect(ledger.accounts.map { ledger.balance(of: $0) }.reduce(.zero, +) == .zero)
            let earned = household.snapshot.incomes.total(\.amount)
            let spent = household.snapshot.expenses.total(\.amount)
            let opening = ledger.balance(of: .opening)
            #expect(ledger.balance(of: .current) == earned - spent - opening)
            let saved = household.snapshot.expenses.filter { $0.category == "Savings" }.total(\.amount)
            #expect(ledger.balance(of: .savings) == saved)
            #expect(ledger.entries.allSatisfy { $0.amount > .zero && $0.from != $0.to })
        }
    }

    @Test("24 to 36 closed months, records in order, each id once")
    func shape() throws {
        for household in Self.households.map(\.snapshot) {
            let first = try #require(household.expenses.first)
            let length = household.month.ordinal - Month(containing: first.fallsOn).ordinal
            #expect((24...36).contains(length))
            #expect(household.expenses.allSatisfy { $0.fallsOn < household.asOf })
            #expect(Set(household.expenses.map(\.id)).count == household.expenses.count)
            #expect(household.expenses == household.expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) })
        }
    }

    @Test("there are empty months, price rises, seasons and both ways of naming categories")
    func variety() {
        let snapshots = Self.households.map(\.snapshot)
        #expect(snapshots.contains { $0.expenses.contains { $0.category == "Essential(Needs)" } })
        #expect(snapshots.contains { $0.expenses.contains { $0.category == "Groceries" } })
        let water = snapshots[0...].flatMap(\.expenses).filter { $0.name == "Water" }.map(\.amount)
        #expect(Set(water).count > 8)
        func presents(_ month: Int) -> Money {
            snapshots.flatMap(\.expenses).filter { $0.name == "Presents" && Day($0.fallsOn).month == month }
                .total(\.amount)
        }
        #expect(presents(12) > presents(1) + presents(2) + presents(3))
    }
}
