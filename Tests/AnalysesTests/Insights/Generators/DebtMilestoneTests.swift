import Analyses
import Finance
import Testing

@Suite("Round sums that debts fall below")
struct DebtMilestoneTests {
    private func found(_ earlier: [(String, Int64)], now balance: Int64) throws -> [Insight] {
        let debts = [try Histories.debt("Loan", balance: balance, payment: 50_00, due: "2026-04-25")]
        return try Grounds.found(
            .debtMilestone, in: Histories.snapshot(on: "2026-04-20", [], debts: debts),
            balances: earlier.map { BalancePoint(day: try Histories.day($0), balance: Money(pence: $1)) })
    }

    @Test("is told with the highest of the earlier looks")
    func positive() throws {
        let found = try found([("2026-02-01", 5_300_00), ("2026-03-01", 5_100_00)], now: 4_950_00)
        #expect(
            found.map(\.text) == [
                "Owed on all debts together is £4,950.00, below £5,000.00; on 1 February 2026 it was £5,300.00."
            ])
        #expect(found.map(\.key) == ["debtMilestone/always/500000"] && found.map(\.impact) == [Money(pence: 350_00)])
        Grounds.expectComplete(found)
    }

    @Test(
        "needs a sum between then and now, below it now and not below it then",
        arguments: [
            (5_000_00, 4_999_99, 1), (4_999_99, 4_999_98, 0), (5_000_01, 5_000_00, 0), (2_500_00, 2_100_00, 0),
            (90_00, 80_00, 0), (100_00, 99_99, 1), (4_000_00, 4_100_00, 0),
        ])
    func boundary(then: Int64, now: Int64, count: Int) throws {
        #expect(try found([("2026-03-01", then)], now: now).count == count)
    }

    @Test("of several sums the lowest, and nothing owed is one of its own")
    func lowest() throws {
        #expect(try found([("2026-03-01", 2_400_00)], now: 180_00).map(\.subject) == ["20000"])
        let cleared = try found([("2026-03-01", 90_00)], now: 0)
        #expect(
            cleared.map(\.text) == [
                "Nothing is left to pay on the debts on record; on 1 March 2026 it was £90.00."
            ])
        Grounds.expectComplete(cleared)
    }

    @Test("nothing is said without an earlier look or without debts")
    func noData() throws {
        #expect(try found([], now: 90_00).isEmpty)
        let earlier = [BalancePoint(day: try Histories.day("2026-03-01"), balance: Money(pence: 500_00))]
        #expect(try Grounds.found(.debtMilestone, in: Grounds.empty(), balances: earlier).isEmpty)
    }
}
