import Finance
import TestKit
import Testing

/// The main backend's sample data with the figures its own formulas give, to the penny.
@Suite("The worked example: Maya Thornton, April 2026")
struct WorkedExampleTests {
    let maya: Snapshot

    init() throws { maya = try NamedPeople.snapshot(of: NamedPeople.maya) }

    @Test("month totals are the app's overview")
    func overview() {
        let month = maya.thisMonth
        #expect(month.income == Money(pence: 365_050))
        #expect(month.expenses == Money(pence: 138_299))
        #expect(month.leftOver == Money(pence: 226_751))
        #expect(month.budget == Money(pence: 185_000))
        #expect([month.incomeCount, month.expenseCount, month.budgetCount] == [2, 3, 4])
        #expect(month.coverage == .full)
    }

    @Test("the app's list of monthly income has £3,200.00")
    func monthlyIncome() {
        let monthly = maya.incomes(in: maya.month).filter { $0.frequency == .monthly }
        #expect(monthly.total(\.amount) == Money(pence: 320_000))
    }

    @Test("budgets by category")
    func budgets() {
        let groups = Dictionary(grouping: maya.budgets(in: maya.month), by: \.category).mapValues { $0.total(\.amount) }
        #expect(
            groups == [
                "Essential(Needs)": Money(pence: 137_000), "Discretionary(Wants)": Money(pence: 18_000),
                "Savings": Money(pence: 30_000),
            ])
    }

    @Test("the household view holds the own rent and the partner's groceries, tagged")
    func household() {
        #expect(maya.household.map(\.name) == ["Rent", "Groceries"])
        #expect(maya.household.map(\.isPartners) == [false, true])
        #expect(maya.household.map(\.amount) == [Money(pence: 115_000), Money(pence: 40_000)])
    }

    @Test("savings: £200.00 a month, £1,500.00 saved, 45.4545 % of all targets")
    func savings() {
        #expect(maya.savings.monthly == Money(pence: 20_000))
        #expect(maya.savings.saved == Money(pence: 150_000))
        #expect(abs((maya.savings.completion ?? 0) - 45.4545) < 0.0001)
    }

    @Test("spending by resolved category: Netflix has no earlier categorised namesake")
    func categories() {
        #expect(
            maya.spendingByCategory(in: maya.month) == [
                SpendingGroup(name: "Essential(Needs)", amount: Money(pence: 137_000), count: 2),
                SpendingGroup(name: nil, amount: Money(pence: 1_299), count: 1),
            ])
    }

    @Test("top names are Rent, Car repair, Netflix")
    func names() {
        #expect(maya.spendingByName(in: maya.month).map(\.name) == ["Rent", "Car repair", "Netflix"])
    }

    @Test("last month's expenses were £1,162.99, the change is 18.9 %")
    func growth() {
        #expect(maya.lastMonth.expenses == Money(pence: 116_299))
        #expect(maya.spendingGrowth.percent == 18.9)
        #expect(maya.spendingGrowth.appText == "18.9%")
    }

    @Test("debts: £10,600.00 owed, £390.00 a month of which £75.00 interest, 10.68 % of income")
    func debts() {
        let totals = maya.debtTotals
        #expect(totals.balance == Money(pence: 1_060_000))
        #expect(totals.monthlyPayment == Money(pence: 39_000))
        #expect(totals.monthlyCapital == Money(pence: 31_500))
        #expect(totals.monthlyInterest == Money(pence: 7_500))
        #expect(totals.count == 2)
        #expect(maya.debtToIncome == Rate(basisPoints: 1_068))
        #expect(abs((totals.monthlyInterest.percent(of: totals.balance) ?? 0) - 0.71) < 0.005)
    }

    @Test("yearly rates: 19.9 % as stated, 5.12 % estimated, none for a cleared debt")
    func rates() {
        #expect(maya.debts.map(\.annualRate) == [Rate(basisPoints: 1_990), Rate(basisPoints: 512), nil])
        #expect(maya.debts.map(\.rateSource) == [.stated, .estimated, .unknown])
    }

    @Test("the app's interest share of an instalment is 26.67 % and 14.58 %, and not a rate")
    func interestShares() {
        let shares = maya.debts.map { $0.interestShare.map { ($0 * 100).rounded() / 100 } }
        #expect(shares == [26.67, 14.58, nil])
    }

    @Test("the next payment is due on 5 May 2026; the cleared A-era card with a text date is none")
    func nextDue() {
        #expect(maya.nextDue == Day("2026-05-05"))
        #expect(maya.debts.last?.paymentDueOn == Day("2025-11-30")?.start)
        #expect(maya.debts.last?.nextDue(from: maya.today) == nil)
    }

    @Test("wrong answers of earlier services do not occur")
    func wrongAnswers() {
        let month = maya.thisMonth
        let incomes: [Int64] = [685_050, 45_050, 320_000]
        let expenses: [Int64] = [115_000, 370_897, 116_299, 141_799]
        #expect(!incomes.contains(month.income.pence))
        #expect(!expenses.contains(month.expenses.pence))
        #expect(month.budget != Money(pence: 225_000), "the partner's budget is in own totals")
        #expect(maya.savings.monthly != Money(pence: 35_000), "a reached goal still asks for money")
    }

    @Test("nothing is skipped and nothing looks doubled")
    func clean() {
        #expect(maya.skipped.isEmpty)
        #expect(maya.suspectedDuplicates.isEmpty)
    }
}
