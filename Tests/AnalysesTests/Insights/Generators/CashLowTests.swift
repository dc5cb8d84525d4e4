import Analyses
import Finance
import Testing

@Suite("A month that runs short")
struct CashLowTests {
    /// April with this income and one payment on the 5th, no history.
    private func snapshot(income: Int64?, paid: Int64) throws -> Snapshot {
        try Histories.snapshot(
            on: "2026-04-20", [try Histories.expense("Rent", paid, "2026-04-05")],
            incomes: try income.map { [try Histories.income("Pay", $0, "2026-04-01", .once)] } ?? [])
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.cashLow, in: snapshot) }

    @Test("is told with income, all there is to cover, and the difference")
    func positive() throws {
        let found = try found(snapshot(income: 1_000_00, paid: 1_080_00))
        #expect(
            found.map(\.text) == [
                "Income recorded or expected for April 2026 is £1,000.00. The month's payments made and to come, debt "
                    + "payments still due and planned saving come to about £1,080.00, which is £80.00 more. Your bank "
                    + "balance is not known here."
            ])
        Grounds.expectComplete(found)
    }

    @Test("begins at £25", arguments: [(1_025_00, 1), (1_024_99, 0), (900_00, 0)])
    func boundary(paid: Int64, count: Int) throws {
        #expect(try found(snapshot(income: 1_000_00, paid: paid)).count == count)
    }

    @Test(
        "buckets begin at 10 and 25 % of income",
        arguments: [(1_099_99, 1), (1_100_00, 2), (1_249_99, 2), (1_250_00, 3)])
    func buckets(paid: Int64, bucket: Int) throws {
        #expect(try found(snapshot(income: 1_000_00, paid: paid)).map(\.bucket) == [bucket])
    }

    @Test("usual spending of the days left counts where it is known")
    func usual() throws {
        let shops = try Histories.monthly("Shop", from: "2025-12", count: 4) { _ in 600_00 }
        let rent = try Histories.expense("Rent", 950_00, "2026-04-05", category: "Home")
        let incomes = [try Histories.income("Pay", 1_100_00, "2026-04-01", .once)]
        let found = try found(Histories.snapshot(on: "2026-04-20", shops + [rent], incomes: incomes))
        // A third of £600 is usual for ten days of thirty; £950 is paid, so £50 is missing.
        #expect(found.map(\.impact) == [Money(pence: 50_00)])
        #expect(found.first?.text.contains("with usual spending for the days that are left") == true)
    }

    @Test("nothing is said where no income is in sight, or nothing is recorded")
    func noData() throws {
        #expect(try found(snapshot(income: nil, paid: 500_00)).isEmpty)
        #expect(try found(Grounds.empty()).isEmpty)
    }
}
