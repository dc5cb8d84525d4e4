import Finance
import Testing

@testable import Drafts

@Suite("What the records say a month takes")
struct KnownCostsTests {
    func costs(_ change: (inout Snapshot) -> Void) -> KnownCosts {
        var snapshot = BudgetDraftTests.snapshot()
        change(&snapshot)
        snapshot.expenses.sort { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }
        return KnownCosts(of: snapshot, month: Rosa.month)
    }

    func told(_ lines: [BudgetDraft.Line]) -> [String] { lines.map { "\($0.name) \($0.known.pence)" } }

    @Test("only what the records call repeated is fixed; a rhythm that is merely found stays usual spending")
    func labelled() {
        let costs = costs { snapshot in
            for month in ["2026-08", "2026-09", "2026-10"] {
                snapshot.expenses.append(Rosa.expense("f\(month.suffix(2))", "Window man", 30, "\(month)-07", .once))
            }
        }
        #expect(told(costs.fixed) == ["Rent 70000", "Credit card 6000"])
        #expect(told(costs.usual).contains("Other spending 3000"))
    }

    @Test("a debt without a payment or without a balance has no line")
    func debts() {
        let costs = costs { snapshot in
            snapshot.debts += [
                Rosa.debt("d3", "Uncle", 500, pays: 0, rate: 0), Rosa.debt("d4", "Old card", 0, pays: 20, rate: 0),
                Rosa.debt("d5", "Sofa", 500, pays: 25, rate: 0),
            ]
        }
        #expect(told(costs.fixed.filter { $0.source == .debt }) == ["Credit card 6000", "Sofa 2500"])
    }

    @Test("a goal asks for its monthly target, and for no more than is left of it")
    func goals() {
        func asked(saved: Int64) -> [String] { told(costs { $0.goals[0].saved = Rosa.pounds(saved) }.goals) }
        #expect(asked(saved: 949) == ["Holiday fund 5000"] && asked(saved: 960) == ["Holiday fund 4000"])
        #expect(told(costs { $0.goals[0].isCompleted = true }.goals).isEmpty)
        #expect(told(costs { $0.goals[0].monthlyTarget = .zero }.goals).isEmpty)
    }

    @Test("usual spending is the mean of the months with any payment, half a penny up; this month is not in it")
    func usual() {
        let two = costs { snapshot in
            snapshot.expenses.removeAll { Month(containing: $0.fallsOn).description == "2026-08" }
            for index in snapshot.expenses.indices where snapshot.expenses[index].name == "Food 1" {
                snapshot.expenses[index].amount += Money(pence: 1)
            }
        }
        // 201.01 and 202.00 over two months: 201.505.
        #expect(told(two.usual) == ["Everyday needs 20151", "Everyday wants 9000"])
        let now = costs { snapshot in
            for index in snapshot.expenses.indices where snapshot.expenses[index].name == "Food 3" {
                snapshot.expenses[index].amount = Rosa.pounds(999)
            }
        }
        #expect(told(now.usual).first == "Everyday needs 20100")
    }
}
