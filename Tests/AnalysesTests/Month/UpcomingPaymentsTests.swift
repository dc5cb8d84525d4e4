import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Upcoming payments")
struct UpcomingPaymentsTests {
    @Test("Maya's next thirty days hold what is entered after today, soonest first, and her debts by due date")
    func maya() throws {
        let upcoming = UpcomingPayments(of: try NamedPeople.snapshot(of: NamedPeople.maya))
        #expect(upcoming.rows.map(\.name) == ["Rent", "Netflix"])
        #expect(upcoming.total == Money(pence: 1_162_99))
        #expect(upcoming.debts.map(\.debt.name) == ["Credit card", "Car loan"])
        #expect(upcoming.figures.prefix(2).map(\.value) == [.money(Money(pence: 1_162_99)), .count(2)])
    }

    @Test("A payment of today has gone out, one in thirty days counts, one a day later does not")
    func edges() throws {
        var snapshot = try NamedPeople.snapshot(of: NamedPeople.maya)
        let today = snapshot.today
        snapshot.expenses = [0, 1, 30, 31].map { days in
            Expense(
                id: "\(days)", name: "in \(days)", amount: Money(pence: 1_00),
                fallsOn: today.advanced(by: days).start, frequency: .once)
        }
        #expect(UpcomingPayments(of: snapshot).rows.map(\.id) == ["1", "30"])
    }

    @Test("Nothing entered is not a sum of zero")
    func nothing() throws {
        let upcoming = UpcomingPayments(of: try NamedPeople.snapshot(of: NamedPeople.noah))
        #expect(upcoming.rows.isEmpty && upcoming.debts.isEmpty)
        #expect(upcoming.figures[0].value == nil && upcoming.figures[0].basis.contains("no payment"))
    }
}
