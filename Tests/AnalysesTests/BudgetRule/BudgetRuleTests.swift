import Analyses
import Finance
import TestKit
import Testing

@Suite("50/30/20")
struct BudgetRuleTests {
    private static func snapshot(
        income: Int64? = 1_000_00, _ expenses: [(String, Int64, String?)] = [], debts: [Debt] = []
    ) -> Snapshot {
        let start = NamedPeople.month.start
        var snapshot = Snapshot.holding(
            expenses: expenses.enumerated().map { index, row in
                Expense(
                    id: "e\(index)", name: row.0, amount: Money(pence: row.1), fallsOn: start,
                    frequency: row.0.hasPrefix("Rent") ? .monthly : .once, category: row.2)
            }, today: Day(start))
        snapshot.debts = debts
        snapshot.incomes =
            income.map {
                [Income(id: "i", name: "Pay", amount: Money(pence: $0), receivedOn: start, frequency: .monthly)]
            } ?? []
        return snapshot
    }

    private static func debt(_ name: String, payment: Int64, extra: Int64 = 0, balance: Int64 = 5_000_00) -> Debt {
        Debt(
            id: "d-\(name)", name: name, balance: Money(pence: balance), monthlyPayment: Money(pence: payment),
            extraPayment: Money(pence: extra), capitalRepayment: .zero, interestRepayment: .zero, annualRate: nil,
            rateSource: .unknown, paymentDueOn: nil, completionRatio: nil)
    }

    private static func amounts(_ split: BudgetSplit) -> [Int64?] {
        BudgetSlice.allCases.map { split.amount(of: $0)?.pence }
    }

    @Test(
        "only the three exact names have a class; Non-essential and the rest are never guessed",
        arguments: [
            ("Essential(Needs)", Bucket.needs), ("Discretionary(Wants)", .wants), ("Savings", .savings),
            ("Non-essential", nil), ("Essential (Needs)", nil), ("essential(needs)", nil), ("Needs", nil),
            ("Savings account", nil), ("", nil), (nil, nil),
        ] as [(String?, Bucket?)])
    func classes(category: String?, bucket: Bucket?) { #expect(Bucket(category: category) == bucket) }

    @Test("the person's word classes other categories and never the app's three")
    func overrides() {
        let overrides: [String: Bucket] = ["Non-essential": .wants, "Savings": .needs]
        let rule = BudgetRule(
            of: Self.snapshot([("A", 10_00, "Non-essential"), ("B", 5_00, "Savings"), ("C", 1_00, "Other")]),
            overrides: overrides)
        #expect(Self.amounts(rule.actual) == [0, 10_00, 5_00, 1_00, 984_00])
    }

    @Test("Maya's plan is the app's budget chart; her partner's budget stands apart")
    func plan() throws {
        let rule = BudgetRule(of: try NamedPeople.snapshot(of: NamedPeople.maya))
        #expect(Self.amounts(rule.plan) == [1_370_00, 180_00, 300_00, 0, 1_800_50])
        #expect(
            rule.json.text.contains(
                #""budgetChart":{"total":1850,"essential":1370,"discretionary":180,"savings":300}"#))
        #expect(rule.household.own == Money(pence: 1_150_00) && rule.household.partners == Money(pence: 400_00))
        let may = BudgetRule(of: try NamedPeople.snapshot(of: NamedPeople.maya), month: Month("2026-05"))
        #expect(may.household.partners == nil && may.reason == "no income is recorded for May 2026")
    }

    @Test("Maya's spending: expenses by category, both debts as needs, Netflix not classified")
    func actual() throws {
        let rule = BudgetRule(of: try NamedPeople.snapshot(of: NamedPeople.maya))
        #expect(Self.amounts(rule.actual) == [1_760_00, 0, 0, 12_99, 1_877_51])
        let shares = try #require(rule.actual.shares)
        #expect(BudgetSlice.allCases.map { shares[$0]?.percent } == [48.2, 0, 0, 0.4, 51.4])
        #expect(rule.debts.instalments == Money(pence: 390_00) && rule.debts.matches.isEmpty)
        #expect(rule.fixedCosts == Money(pence: 1_540_00))
    }

    @Test("no income, or none above zero, is not computable and says why", arguments: [nil, 0, -5_00] as [Int64?])
    func noIncome(income: Int64?) {
        let rule = BudgetRule(of: Self.snapshot(income: income, [("A", 10_00, "Savings")]))
        #expect(rule.actual.shares == nil && rule.plan.shares == nil && rule.reason != nil)
        #expect(rule.transition.isRealistic == nil && rule.transition.steps.isEmpty)
        #expect(
            rule.figures.filter { $0.id.hasSuffix(".share") && !$0.id.contains("target") }.allSatisfy {
                $0.value == nil
            })
        #expect(rule.json.text.contains(#""actual":{"amount":10,"sharePercent":null}"#))
    }

    @Test("overspending is allowed and told; shares still sum to 100.0")
    func overspent() throws {
        let rule = BudgetRule(of: Self.snapshot([("A", 900_00, "Essential(Needs)"), ("B", 433_33, "Savings")]))
        #expect(rule.actual.overspent == Money(pence: 333_33))
        let shares = try #require(rule.actual.shares)
        #expect(shares.values.reduce(0) { $0 + $1.basisPoints } == 100_00)
        #expect(shares[.unallocated]?.percent == -33.3)
        let label = rule.figures.first { $0.id == "rule.actual.unallocated" }?.label
        #expect(label?.hasPrefix("More than the income") == true)
    }

    @Test("a debt's payment counts once when an expense of its name is within £1, and is listed")
    func matching() throws {
        func rule(_ name: String, _ pence: Int64, _ category: String? = nil) -> BudgetRule {
            BudgetRule(
                of: Self.snapshot([(name, pence, category)], debts: [Self.debt("Credit card", payment: 100_00)]))
        }
        let same = rule("Barclays credit card payment", 101_00)
        #expect(Self.amounts(same.actual) == [101_00, 0, 0, 0, 899_00])
        #expect(same.figures.contains { $0.id == "rule.matched.1" && $0.label.contains("“Credit card”") })
        #expect(same.json.text.contains(#""alreadyExpenses":[{"debt":"Credit card""#))
        #expect(Self.amounts(rule("Credit card", 99_00).actual) == [99_00, 0, 0, 0, 901_00])
        #expect(Self.amounts(rule("Credit card", 101_01).actual) == [100_00, 0, 0, 101_01, 798_99])
        #expect(Self.amounts(rule("Travel card", 100_00).actual) == [100_00, 0, 0, 100_00, 800_00])
        #expect(Self.amounts(rule("Credit card", 100_00, "Discretionary(Wants)").actual) == [0, 100_00, 0, 0, 900_00])
    }

    @Test("extra payments stand with savings, alone, beside or in one expense with the instalment")
    func extras() {
        func amounts(_ expenses: [(String, Int64, String?)]) -> [Int64?] {
            let debts = [Self.debt("Loan", payment: 100_00, extra: 50_00), Self.debt("Old", payment: 9_00, balance: 0)]
            return Self.amounts(BudgetRule(of: Self.snapshot(expenses, debts: debts)).actual)
        }
        #expect(amounts([]) == [100_00, 0, 50_00, 0, 850_00])
        #expect(amounts([("Loan", 150_00, nil)]) == [100_00, 0, 50_00, 0, 850_00])
        #expect(amounts([("Loan", 50_00, nil)]) == [100_00, 0, 50_00, 0, 850_00])
        #expect(amounts([("Loan", 100_00, nil), ("Loan", 50_00, "Savings")]) == [100_00, 0, 50_00, 0, 850_00])
    }

    @Test("debts beyond the most that are looked for still count, as not among the expenses")
    func manyDebts() {
        let debts = (0...DebtPayments.mostDebts).map { _ in Self.debt("Loan", payment: 1_00, extra: 50) }
        let expenses = debts.map { _ in ("Loan", Int64(1_50), String?.none) }
        let rule = BudgetRule(of: Self.snapshot(expenses, debts: debts))
        #expect(rule.debts.matches.count == DebtPayments.mostDebts)
        #expect(rule.debts.instalments == Money(pence: 1_00) && rule.debts.extras == Money(pence: 50))
    }

    @Test("one expense stands for one debt")
    func oneEach() {
        let debts = [Self.debt("Car loan", payment: 100_00), Self.debt("Loan car", payment: 100_00)]
        let rule = BudgetRule(of: Self.snapshot([("Car loan", 100_00, nil)], debts: debts))
        #expect(Self.amounts(rule.actual) == [200_00, 0, 0, 0, 800_00])
        #expect(rule.debts.matches.count == 1)
    }

    @Test("targets are the rule's parts of the income to the penny")
    func targets() {
        let rule = BudgetRule(of: Self.snapshot(income: 1_000_01, [("Rent", 600_00, "Essential(Needs)")]))
        #expect(Bucket.allCases.map { rule.target(of: $0)?.pence } == [500_00, 300_00, 200_01])
        #expect(rule.difference(of: .needs) == Money(pence: 100_00))
        #expect(rule.fixedCosts == Money(pence: 600_00))
    }

    @Test("the way to the rule is stated in shares and pounds, its first three months and its last")
    func plannedSteps() {
        let rule = BudgetRule(
            of: Self.snapshot([("Rent", 300_00, "Essential(Needs)"), ("B", 600_00, "Discretionary(Wants)")]))
        func printed(_ id: String) -> String? { rule.figures.first { $0.id == id }?.printed }
        #expect(printed("rule.transition.months") == "6 months")
        #expect(printed("rule.step.1.wants.share") == "55%" && printed("rule.step.1.wants") == "£550.00")
        #expect(printed("rule.step.4.wants") == nil && printed("rule.step.6.wants") == "£300.00")
        #expect(rule.json.text.contains(#""wantsPercent":30,"wants":300,"savingsPercent":20,"savings":200}]"#))
    }

    @Test("ids are unique and every absent value has a reason", arguments: NamedPeople.all.map(\.name))
    func figures(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let rule = BudgetRule(of: try NamedPeople.snapshot(of: documents))
        #expect(Set(rule.figures.map(\.id)).count == rule.figures.count)
        #expect(rule.figures.allSatisfy { !$0.basis.isEmpty && $0.asOf == NamedPeople.now })
        #expect(rule.card.kind == .budgetRule && !rule.card.data.text.contains("nan"))
    }
}
