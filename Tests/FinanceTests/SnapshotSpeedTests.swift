import Finance
import TestKit
import Testing

@Suite("Speed of a snapshot")
struct SnapshotSpeedTests {
    @Test("10,000 documents are read in under 50 ms by a release build, and within a loose bound by a debug build")
    func tenThousand() throws {
        let documents = Self.crowd(10_000)
        let clock = ContinuousClock()
        var best = Duration.seconds(60)
        for _ in 0..<5 {
            let start = clock.now
            let snapshot = try NamedPeople.snapshot(of: documents)
            best = min(best, clock.now - start)
            #expect(snapshot.incomes.count + snapshot.expenses.count + snapshot.budgets.count == 10_000)
        }
        print("snapshot of 10,000 documents: \(best)")
        #if DEBUG
            #expect(best < .seconds(3))
        #else
            #expect(best < .milliseconds(50), "took \(best)")
        #endif
    }

    private static func crowd(_ count: Int) -> SnapshotDocuments {
        var documents = NamedPeople.noah
        let owner = NamedPeople.noahID
        for index in 0..<count {
            let id = "6620000000000000" + String(10_000_000 + index)
            let day = Day(number: 20_000 + index % 700).description
            let amount = Document.Value.double(Double(index % 5_000) + 0.99)
            switch index % 10 {
            case 0: documents.incomes.append(NamedPeople.income(id, "Salary", amount, day, owner: owner))
            case 1: documents.budgets.append(NamedPeople.budget(id, "Food", amount, "Needs", day, owner: owner))
            default:
                documents.expenses.append(NamedPeople.expense(id, "Shop \(index % 90)", amount, day, owner: owner))
            }
        }
        return documents
    }
}
