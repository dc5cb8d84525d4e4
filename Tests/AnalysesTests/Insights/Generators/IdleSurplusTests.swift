import Analyses
import Finance
import Testing

@Suite("Money without a plan")
struct IdleSurplusTests {
    /// £2,000 a month in January to March, of which this is left each month.
    private func snapshot(_ left: [Int64], goals: [SavingGoal] = [], debts: [Debt] = []) throws -> Snapshot {
        let start = try #require(Month("2026-01"))
        let months = left.indices.map { start.advanced(by: $0) }
        let expenses = try zip(months, left).map { try Histories.expense("Rent", 2_000_00 - $1, "\($0)-05") }
        let incomes = try months.map { try Histories.income("Pay", 2_000_00, "\($0)-01", .once) }
        return try Histories.snapshot(on: "2026-04-20", expenses, incomes: incomes, debts: debts, goals: goals)
    }

    private func found(_ snapshot: Snapshot, _ samples: [SavingsPace.Sample] = []) throws -> [Insight] {
        try Grounds.found(.idleSurplus, in: snapshot, samples: samples)
    }

    @Test("is told with what is left and what is planned")
    func positive() throws {
        let goal = try Grounds.goal(target: 5_000_00, monthly: 50_00, until: "2027-09-10")
        let debt = try Histories.debt("Loan", balance: 900_00, payment: 30_00, due: "2026-04-25")
        let found = try found(snapshot([200_00, 300_00, 400_00], goals: [goal], debts: [debt]))
        #expect(
            found.map(\.text) == [
                "On average of the last three full months, £300.00 a month was left after payments. Saving and debt payments "
                    + "beside them take £80.00 a month. About £220.00 a month is not planned for anything on record."
            ])
        #expect(found.map(\.key) == ["idleSurplus/2026-Q2/all"])
        Grounds.expectComplete(found)
    }

    @Test(
        "begins at £100 and 5 % of income; buckets begin at £250 and £500",
        arguments: [
            (99_99, 0), (100_00, 1), (249_99, 1), (250_00, 2), (499_99, 2), (500_00, 3),
        ])
    func boundary(left: Int64, bucket: Int) throws {
        #expect(try found(snapshot([left, left, left])).map(\.bucket) == (bucket == 0 ? [] : [bucket]))
    }

    @Test("a share of income below 5 % is no surplus", arguments: [(2_000_00, 1), (2_000_01, 0)])
    func share(income: Int64, count: Int) throws {
        var snapshot = try snapshot([100_00, 100_00, 100_00])
        for place in snapshot.incomes.indices {
            snapshot.incomes[place].amount = Money(pence: income)
            snapshot.expenses[place].amount = Money(pence: income - 100_00)
        }
        #expect(try found(snapshot).count == count)
    }

    @Test(
        "what savings really grow by counts where it is more than the goals ask", arguments: [(300_00, 0), (50_00, 1)])
    func pace(saved: Int64, count: Int) throws {
        let samples = [
            SavingsPace.Sample(on: try Histories.day("2026-03-01"), saved: Money(pence: 1_000_00)),
            SavingsPace.Sample(on: try Histories.day("2026-03-31"), saved: Money(pence: 1_000_00 + saved)),
        ]
        #expect(try found(snapshot([300_00, 300_00, 300_00]), samples).count == count)
    }

    @Test("one of the three months without anything left says nothing; so do two months and no records")
    func noData() throws {
        #expect(try found(snapshot([900_00, 900_00, 0])).isEmpty)
        #expect(try found(snapshot([900_00, 900_00])).isEmpty)
        #expect(try found(Grounds.empty()).isEmpty)
    }
}
