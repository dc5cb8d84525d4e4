import Analyses
import Finance
import TestKit
import Testing

@Suite("Debt plan")
struct DebtPlanTests {
    @Test("the extra is the sum of the open debts' extra payments unless it is given; below zero counts as none")
    func extra() {
        let debts = [
            Portfolios.debt("a", "A", 100, 10, 10, extra: 20), Portfolios.debt("b", "B", 100, nil, 10, extra: 5),
            Portfolios.debt("c", "Cleared", 0, 10, 10, extra: 40), Portfolios.debt("d", "D", 100, 10, 10, extra: -7),
        ]
        #expect(DebtPlan(of: Portfolios.snapshot(debts)).extra.monthly == Money(pence: 2_500))
        #expect(Portfolios.plan(debts, extra: 3).extra.monthly == Money(pence: 300))
        #expect(Portfolios.plan(debts, extra: -3).extra.monthly == .zero)
    }

    @Test("the first payment is in the month after the records were read, or in the month asked for")
    func start() throws {
        let plan = Portfolios.plan(Portfolios.g1, extra: 50)
        #expect(plan.start.description == "2026-12")
        #expect(plan.plans[.minimumOnly]?.debtFreeOn?.description == "2031-09")
        let later = Portfolios.plan(Portfolios.g1, extra: 50) { $0.start = Month("2027-03") }
        #expect(later.plans[.minimumOnly]?.debtFreeOn?.description == "2031-12")
    }

    @Test("what a strategy saves against both baselines; nil beside one that never ends")
    func savings() throws {
        let plan = Portfolios.plan(Portfolios.g1, extra: 50)
        let alone = try #require(plan.saving(of: .avalanche, against: .minimumOnly))
        #expect(alone.interestDifference == Money(pence: 142_001) && alone.monthsDifference == 22)
        let rolled = try #require(plan.saving(of: .snowball, against: .minimumRollover))
        #expect(rolled.interestDifference == Money(pence: 84_544) && rolled.monthsDifference == 6)
        #expect(Portfolios.plan(Portfolios.g4, extra: 50).saving(of: .avalanche, against: .minimumOnly) == nil)
    }

    @Test("open accounts fall month by month, and the first win is the first of them")
    func openAccounts() throws {
        let plan = try #require(Portfolios.plan(Portfolios.g1, extra: 50).plans[.snowball])
        #expect(plan.openSteps.map(\.month) == [0, 9, 15, 28, 37])
        #expect(plan.openSteps.map(\.open) == [4, 3, 2, 1, 0])
        #expect(plan.openDebts(after: 8) == 4 && plan.openDebts(after: 9) == 3 && plan.firstWinMonth == 9)
    }

    @Test("the person's own order is a strategy of its own; debts it does not name follow by rate")
    func custom() throws {
        let plan = Portfolios.plan(Portfolios.g1, extra: 200) { $0.order = ["d", "nowhere", "d"] }
        let own = try #require(plan.plans[.custom])
        #expect(own.firstWinMonth == 5 && own.payoffs.first?.name == "Overdraft loan")
        #expect(plan.json.text.contains(#""custom":{"clears":true"#))
        let price = try #require(own.totalInterest) - Money(pence: 172_999)
        #expect(price > .zero && plan.price(of: .custom) == price && plan.price(of: .snowball) == Money(pence: 6_279))
        #expect(plan.figures.first { $0.id == "plan.custom.price" }?.value == .money(price))
        #expect(Portfolios.plan(Portfolios.g1) { $0.order = ["nowhere"] }.plans[.custom] == nil)
    }

    @Test("money held back is taken from the first extra payments only")
    func heldBack() {
        let debts = DebtPortfolio(of: Portfolios.snapshot(Portfolios.g1)).planned
        func months(_ held: Int64) -> Int? {
            let extra = ExtraPayments(monthly: Money(pence: 20_000), heldBack: Money(pence: held))
            return PayoffPlan(paying: debts, by: .avalanche, extra: extra, from: NamedPeople.month).months
        }
        #expect(months(0) == 26)
        #expect((months(50_000) ?? 0) > 26)
        #expect(months(.max) == 43)
    }

    @Test("a 0 % offer that ends costs interest from that month on, and the order stays that of the start")
    func offerEnds() throws {
        let offer = [Portfolios.debt("a", "Card", 1_200, 0, 100)]
        #expect(Portfolios.plan(offer).plans[.minimumOnly]?.totalInterest == .zero)
        let ended = Portfolios.plan(offer) { $0.rateChanges = ["a": [.init(month: 7, rate: Rate(percent: 24))]] }
        let plan = try #require(ended.plans[.minimumOnly])
        #expect(plan.interest(upTo: 6) == .zero && plan.interest(upTo: 7) == Money(pence: 1_200))
        #expect(plan.months == 13 && ended.remarks.contains { $0.hasPrefix("The order is fixed") })
    }

    @Test("a payment that a later rate outgrows is named with the month in which that begins")
    func outgrown() throws {
        let plan = Portfolios.plan([Portfolios.debt("a", "Card", 10_000, 0, 50)]) {
            $0.rateChanges = ["a": [.init(month: 3, rate: Rate(percent: 12))]]
        }
        let debt = try #require(plan.neverClears.first)
        #expect(debt.fromMonth == 3 && debt.monthlyInterest == Money(pence: 9_900))
        #expect(debt.reason == "the payment does not cover the interest")
    }

    @Test("a payment of exactly the interest never clears; a penny more does")
    func breakEven() {
        var debt = Portfolios.g4[0]
        debt.monthlyPayment = Money(pence: 16_625)
        #expect(Portfolios.plan([debt]).neverClears.map(\.fromMonth) == [1])
        debt.monthlyPayment = Money(pence: 16_626)
        #expect(Portfolios.plan([debt]).neverClears.isEmpty)
        #expect(Portfolios.plan([debt]).plans[.minimumOnly]?.clears == true)
    }

    @Test("1,200 months is the limit: a debt that ends in it clears, one a month longer does not")
    func limit() {
        let within = Portfolios.plan([Portfolios.debt("a", "Family", 1_200, 0, 1)])
        #expect(within.plans[.minimumOnly]?.months == 1_200 && within.neverClears.isEmpty)
        let beyond = Portfolios.plan([Portfolios.debt("a", "Family", 1_201, 0, 1)])
        #expect(beyond.plans[.minimumOnly]?.clears == false)
        #expect(beyond.neverClears.map(\.reason) == ["at this payment it takes more than 100 years"])
    }

    @Test("one debt that grows without end does not hide when the others are cleared")
    func runaway() throws {
        let debts = [Portfolios.debt("a", "Loan shark", 9_000, 9_999, 1), Portfolios.debt("b", "Slow", 1_000, 0, 1)]
        let plan = Portfolios.plan(debts)
        #expect(plan.neverClears.map(\.name) == ["Loan shark"])
        #expect(plan.plans[.minimumOnly]?.payoffs.first?.month == 1_000)
    }

    @Test("without a debt there is no plan, and the reason is said")
    func none() {
        let plan = Portfolios.plan([])
        #expect(plan.plans.isEmpty && plan.reason == "no open debt is recorded" && plan.coverage == .none)
        #expect(plan.json.text.contains(#""reason":"no open debt is recorded","debts":[]"#))
        #expect(plan.json.text.contains(#""avalanche":null"#))
        #expect(plan.figures.first { $0.id == "plan.extra" }?.basis == "no open debt is recorded")
    }
}
