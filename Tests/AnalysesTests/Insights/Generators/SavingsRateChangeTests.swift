import Analyses
import Finance
import Testing

@Suite("A change of what is left of the income")
struct SavingsRateChangeTests {
    /// £1,000 a month, of which this is paid in December to March.
    private func snapshot(_ paid: [Int64]) throws -> Snapshot {
        let start = try #require(Month("2025-12"))
        let expenses = try paid.enumerated().map { place, pence in
            try Histories.expense("Rent", pence, "\(start.advanced(by: place))-05")
        }
        let incomes = try (0..<4).map { try Histories.income("Pay", 1_000_00, "\(start.advanced(by: $0))-01", .once) }
        return try Histories.snapshot(on: "2026-04-20", expenses, incomes: incomes)
    }

    private func found(_ snapshot: Snapshot) throws -> [Insight] { try Grounds.found(.savingsRateChange, in: snapshot) }

    @Test("is told either way")
    func positive() throws {
        let less = try found(snapshot([800_00, 800_00, 800_00, 920_00]))
        #expect(
            less.map(\.text) == [
                "In March 2026, 8% of income was left after payments. Over the three months before it was 20%. On the income "
                    + "of March 2026 the change comes to about £120.00 less."
            ])
        let more = try found(snapshot([800_00, 800_00, 800_00, 700_00]))
        #expect(less.map(\.key) == ["savingsRateChange/2026-03/down"])
        #expect(more.map(\.key) == ["savingsRateChange/2026-03/up"])
        #expect(more.first?.text.hasSuffix("about £100.00 more.") == true)
        Grounds.expectComplete(less + more)
    }

    @Test(
        "begins at 5 points; buckets begin at 10 and 20",
        arguments: [(849_99, 0), (850_00, 1), (899_99, 1), (900_00, 2), (999_99, 2), (1_000_00, 3)])
    func boundary(paid: Int64, bucket: Int) throws {
        let down = try found(snapshot([800_00, 800_00, 800_00, paid]))
        let up = try found(snapshot([800_00, 800_00, 800_00, 1_600_00 - paid]))
        #expect(down.map(\.bucket) == (bucket == 0 ? [] : [bucket]))
        #expect(up.map(\.bucket) == down.map(\.bucket))
    }

    @Test("nothing is said where one of the four months lacks income or payments, or without records")
    func noData() throws {
        var noIncome = try snapshot([800_00, 800_00, 800_00, 950_00])
        noIncome.incomes.remove(at: 1)
        var noPayment = try snapshot([800_00, 800_00, 800_00, 950_00])
        noPayment.expenses.removeFirst()
        #expect(try found(noIncome).isEmpty && found(noPayment).isEmpty && found(Grounds.empty()).isEmpty)
    }
}
