import Analyses
import Finance
import TestKit
import Testing

@Suite("Transaction list")
struct TransactionListTests {
    private func list(_ edit: (inout TransactionList.Question) -> Void) throws -> TransactionList {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        var question = TransactionList.Question(month: snapshot.month)
        edit(&question)
        return TransactionList(question, in: snapshot)
    }

    @Test("Count and sum are of all that match, however few are shown")
    func whole() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let one = try list { $0.limit = 1 }
        #expect(one.rows.count == 1)
        #expect(one.count == snapshot.thisMonth.expenseCount)
        #expect(one.total == snapshot.thisMonth.expenses)
        #expect(one.figures.map(\.id).prefix(2) == ["list.total", "list.count"])
        #expect(one.figures[0].value == .money(snapshot.thisMonth.expenses))
    }

    @Test("The largest or the newest come first")
    func order() throws {
        let largest = try list { $0.limit = 25 }.rows.map(\.amount)
        #expect(largest == largest.sorted(by: >))
        let newest = try list {
            $0.order = .newest
            $0.limit = 25
        }.rows.map(\.day)
        #expect(newest == newest.sorted(by: >))
    }

    @Test("Text matches names and categories whatever the letter case; bounds are inclusive")
    func filters() throws {
        let all = try list { $0.limit = 25 }
        let first = try #require(all.rows.first)
        let named = try list { $0.text = first.name.uppercased() }
        #expect(named.rows.contains(first) && named.count < all.count)
        let exact = try list {
            $0.least = first.amount
            $0.most = first.amount
        }
        #expect(exact.rows.contains(first) && exact.rows.allSatisfy { $0.amount == first.amount })
        #expect(try list { $0.text = "no such thing" }.count == 0)
    }

    @Test("Receipts are listed as receipts")
    func incomes() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let incomes = try list { $0.kind = .incomes }
        #expect(incomes.total == snapshot.thisMonth.income && incomes.count == snapshot.thisMonth.incomeCount)
    }
}
