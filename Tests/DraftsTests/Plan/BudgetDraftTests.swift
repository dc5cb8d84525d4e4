import Analyses
import Finance
import TestKit
import Testing

@testable import Drafts

@Suite("A month's budgets from what is on record")
struct BudgetDraftTests {
    /// Rent monthly, a debt paid as an expense, groceries over three months, one goal.
    static func snapshot(income: Int64 = 2_000) -> Snapshot {
        var snapshot = Rosa.snapshot
        snapshot.incomes[0].amount = Rosa.pounds(income)
        snapshot.debts = [Rosa.debts[0]]
        snapshot.goals = [Rosa.goals[0]]
        snapshot.budgets = []
        var expenses: [Expense] = []
        for (index, month) in ["2026-08", "2026-09", "2026-10", "2026-11"].enumerated() {
            expenses.append(Rosa.expense("a\(index)", "Rent", 700, "\(month)-01", .monthly))
            expenses.append(Rosa.expense("b\(index)", "Credit card", 60, "\(month)-03", .monthly))
            var food = Rosa.expense("c\(index)", "Food \(index)", 200 + Int64(index), "\(month)-04", .once)
            food.category = "Essential(Needs)"
            var fun = Rosa.expense("d\(index)", "Fun \(index)", 90, "\(month)-05", .once)
            fun.category = "Discretionary(Wants)"
            expenses += [food, fun]
        }
        snapshot.expenses = expenses.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }
        return snapshot
    }

    func told(_ plan: BudgetDraft) -> [String] { plan.lines.map { "\($0.name) \($0.amount.pence)" } }

    @Test(
        "fixed costs stand at their cost, usual spending at its mean, a goal at its target; a debt is not counted twice"
    )
    func plan() {
        let plan = BudgetDraft(of: Self.snapshot())
        #expect(
            told(plan) == [
                "Rent 70000", "Credit card 6000", "Everyday needs 20100", "Holiday fund 5000", "Everyday wants 9000",
            ])
        #expect(plan.unallocated == Rosa.pounds(2_000 - 700 - 60 - 201 - 50 - 90))
        #expect(plan.remark == nil && !plan.isCut && plan.shortfall == nil)
    }

    @Test("where income runs short, needs are kept before wants and goals, to the penny")
    func cut() {
        let plan = BudgetDraft(of: Self.snapshot(income: 1_000))
        // 1,000 - 760 - 201 = 39 for a goal of 50 and wants of 90.
        #expect(
            told(plan) == [
                "Rent 70000", "Credit card 6000", "Everyday needs 20100", "Holiday fund 1393", "Everyday wants 2507",
            ])
        #expect(plan.isCut && plan.unallocated == .zero)
        #expect(
            told(BudgetDraft(of: Self.snapshot(income: 800))).suffix(3) == [
                "Everyday needs 4000", "Holiday fund 0", "Everyday wants 0",
            ])
    }

    @Test("income that covers the fixed part to the penny makes a plan; a penny less is a shortfall and no plan")
    func shortfall() {
        let enough = BudgetDraft(of: Self.snapshot(income: 760))
        #expect(enough.lines.count == 5 && enough.shortfall == nil && enough.unallocated == .zero)
        var snapshot = Self.snapshot(income: 760)
        snapshot.incomes[0].amount -= Money(pence: 1)
        let plan = BudgetDraft(of: snapshot)
        #expect(plan.lines.isEmpty && plan.shortfall == Money(pence: 1) && plan.unallocated == nil)
        #expect(
            plan.remark
                == "The known fixed costs of £760.00 are £0.01 more than the income of £759.99 in November 2026. "
                + "No plan can make that up.")
        #expect(plan.json.text.contains(#""shortfall":0.01,"unallocated":null"#))
    }

    @Test("without a recorded income there is nothing to plan with")
    func noIncome() {
        var snapshot = Self.snapshot()
        snapshot.incomes = []
        let plan = BudgetDraft(of: snapshot)
        #expect(plan.income == nil && plan.lines.isEmpty && plan.unallocated == nil)
        #expect(plan.remark == "No income is recorded for November 2026, so there is nothing to plan with.")
    }

    @Test("lines become budgets of the running month; one of the same name is changed, an equal one left alone")
    func drafts() throws {
        var snapshot = Self.snapshot()
        snapshot.budgets = [
            Rosa.budget("b1", "Rent", 650, "Essential(Needs)"), Rosa.budget("b2", "Credit card", 60, "Debts"),
        ]
        let drafts = try BudgetDraft(of: snapshot).drafts(on: snapshot, for: .current)
        #expect(drafts.count == 4 && drafts[0].text == "PATCH /budgets/\(Rosa.hex("b1")) {\"amount\":700}")
        let needs = #"{"name":"Everyday needs","amount":201,"type":"personal","category":"Essential(Needs)","#
        #expect(drafts[1].text == "POST /budgets \(needs)\"frequency\":\"on-off\"}")
        snapshot.budgets.append(Rosa.budget("b3", "Pets", 45, "Pets"))
        let beside = BudgetDraft(of: snapshot)
        #expect(beside.untouched == Rosa.pounds(45) && beside.lines == BudgetDraft(of: Self.snapshot()).lines)
        #expect(beside.remark == "Other budgets of £45.00 stay as they are, beside this plan.")
        let later = BudgetDraft(of: snapshot, month: Rosa.month.next)
        #expect(throws: DraftFaults.self) { try later.drafts(on: snapshot, for: .current) }
    }

    @Test("a payment with a name too short or too long for a budget still makes one")
    func oddNames() throws {
        var snapshot = Self.snapshot()
        for name in ["X", String(repeating: "y", count: 120) + "…"] {
            var bill = Rosa.expense(name == "X" ? "f1" : "f2", "", 20, "2026-11-20", .monthly)
            bill.name = name
            snapshot.expenses.append(bill)
        }
        let drafts = try BudgetDraft(of: snapshot).drafts(on: snapshot, for: .current)
        #expect(drafts.count == 7 && drafts.contains { $0.text.contains(#""name":"Budget X""#) })
    }

    @Test("a month ahead counts the payments that are expected in it")
    func nextMonth() {
        var snapshot = Self.snapshot()
        snapshot.incomes.append(
            Income(
                id: Rosa.hex("a9"), name: "Salary", amount: Rosa.pounds(2_000),
                receivedOn: Rosa.day("2026-12-01").start,
                frequency: .monthly))
        snapshot.expenses.append(Rosa.expense("f1", "Cleaner", 20, "2026-11-20", .weekly))
        let plan = BudgetDraft(of: snapshot, month: Rosa.month.next)
        // 27 November, then 4, 11, 18 and 25 December.
        #expect(told(plan).prefix(3) == ["Rent 70000", "Cleaner 8000", "Credit card 6000"])
        #expect(BudgetDraft(of: snapshot).fixed.first { $0.name == "Cleaner" }?.known == Rosa.pounds(40))
    }

    @Test("a long list of fixed costs is bounded while its sum is whole")
    func bounded() {
        var snapshot = Self.snapshot(income: 9_000)
        for index in 10..<30 {
            let letter = String(UnicodeScalar(UInt8(index + 87)))
            snapshot.expenses.append(
                Rosa.expense("e\(index)", "Plan \(letter)\(letter)", Int64(index), "2026-11-06", .monthly))
        }
        let plan = BudgetDraft(of: snapshot)
        let rest = plan.fixed.first { $0.name == "Other regular payments" }
        #expect(plan.fixed.count == BudgetDraft.mostOfOneSource + 2 && rest != nil)
        #expect(plan.fixed.total(\.known) == Rosa.pounds(760 + (10..<30).reduce(0, +)))
    }

    @Test(
        "every plan adds up to the income or less, with fixed lines at their cost", arguments: 0..<60 as Range<UInt64>)
    func law(_ seed: UInt64) {
        var seeded = SeededGenerator(seed)
        var snapshot = Self.snapshot()
        snapshot.incomes[0].amount = Money(pence: .random(in: 1...250_000, using: &seeded))
        for index in snapshot.expenses.indices {
            snapshot.expenses[index].amount = Money(pence: .random(in: -100...60_000, using: &seeded))
        }
        snapshot.goals[0].monthlyTarget = Money(pence: .random(in: -5...90_000, using: &seeded))
        let plan = BudgetDraft(of: snapshot)
        let income = snapshot.thisMonth.income
        #expect(plan.lines.allSatisfy { $0.amount >= .zero && $0.amount <= $0.known })
        #expect(plan.lines.filter(\.source.isFixed).allSatisfy { $0.amount == $0.known })
        #expect(plan.lines.total(\.amount) <= income)
        if plan.isCut { #expect(plan.lines.total(\.amount) == income) }
        if plan.shortfall != nil { #expect(plan.lines.isEmpty) }
    }
}
