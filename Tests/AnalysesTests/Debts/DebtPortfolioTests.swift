import Analyses
import Finance
import TestKit
import Testing

@Suite("Debts that can be planned")
struct DebtPortfolioTests {
    @Test("a debt without a known rate is left out, named, and asked about; an answer brings it in")
    func unknownRate() throws {
        let debts = [Portfolios.debt("a", "Card", 900, nil, 50), Portfolios.debt("b", "Loan", 500, 6, 50)]
        let plan = Portfolios.plan(debts)
        #expect(plan.portfolio.planned.map(\.name) == ["Loan"] && plan.coverage == .partial)
        #expect(plan.portfolio.leftOut.map(\.question) == ["What is the yearly interest rate (APR) of “Card”?"])
        #expect(plan.json.text.contains(#""apr":null,"aprSource":"unknown","minimumPayment":50"#))
        #expect(plan.json.text.contains(#""isPlanned":false,"reason":"its yearly rate is not known""#))
        let answered = Portfolios.plan(debts) { $0.rateChanges = ["a": [.init(month: 1, rate: Rate(percent: 29.9))]] }
        #expect(answered.portfolio.leftOut.isEmpty && answered.coverage == .full)
        #expect(answered.json.text.contains(#""apr":29.9,"aprSource":"stated""#))
        let later = Portfolios.plan(debts) { $0.rateChanges = ["a": [.init(month: 2, rate: Rate(percent: 29.9))]] }
        #expect(later.portfolio.leftOut.map(\.reason) == [.unknownRate])
    }

    @Test("an unreadable payment is asked about; one entered as nothing stays in and is named as never clearing")
    func payments() throws {
        var owing = Portfolios.debt("a", "Family", 300, 0, 0)
        let nothing = Portfolios.plan([owing], extra: 30)
        #expect(nothing.neverClears.map(\.reason) == ["no monthly payment is recorded"])
        #expect(nothing.plans[.avalanche]?.months == 10)
        let remark = Skipped(collection: "debts", id: "a", field: "monthlyPayment", reason: "not a number")
        let unread = DebtPlan(of: Portfolios.snapshot([owing], skipped: [remark]))
        #expect(unread.portfolio.leftOut.map(\.reason) == [.unreadablePayment])
        #expect(unread.reason == "no open debt has both a rate and a payment")
        #expect(unread.json.text.contains(#""minimumPayment":null"#))
        owing.monthlyPayment = Money(pence: -1)
        #expect(Portfolios.plan([owing]).portfolio.leftOut.map(\.reason) == [.negativePayment])
    }

    @Test("a rounded payment is a payment")
    func rounded() {
        let remark = Skipped(collection: "debts", id: "a", field: "monthlyPayment", reason: "rounded to the penny")
        let plan = DebtPlan(of: Portfolios.snapshot(Portfolios.g3, skipped: [remark]))
        #expect(plan.portfolio.leftOut.isEmpty)
    }

    @Test("cleared debts are left out without a word, and more than three are in")
    func omar() throws {
        let plan = DebtPlan(of: try NamedPeople.snapshot(of: NamedPeople.omar))
        #expect(plan.portfolio.planned.map(\.name) == ["Car", "Family", "Card A", "Payday loan", "Store card"])
        #expect(plan.neverClears.map(\.name) == ["Payday loan"])
        #expect(plan.neverClears.first?.breakEvenPayment == Money(pence: 11_001))
    }

    @Test("orders: by rate, then balance, then name; by balance, then rate, then name")
    func orders() {
        let debts = [
            Portfolios.debt("1", "Zed", 300, 10, 10), Portfolios.debt("2", "Amy", 300, 10, 10),
            Portfolios.debt("3", "Big", 900, 20, 30), Portfolios.debt("4", "Tiny", 200, 10, 10),
            Portfolios.debt("5", "Dear", 300, 20, 10),
        ]
        let plan = Portfolios.plan(debts, extra: 10_000)
        #expect(plan.plans[.avalanche]?.months == 1)
        func order(_ strategy: Strategy) -> [String]? {
            let slow = Portfolios.plan(debts, extra: 150)
            return slow.plans[strategy]?.payoffs.map(\.name)
        }
        #expect(order(.avalanche) == ["Dear", "Big", "Tiny", "Amy", "Zed"])
        #expect(order(.snowball) == ["Tiny", "Dear", "Amy", "Zed", "Big"])
    }

    @Test("no more than 200 debts are planned, the largest; the others are named")
    func most() {
        let debts = (1...203).map { Portfolios.debt("\($0)", "Debt \($0)", Int64($0), 5, 1) }
        let portfolio = DebtPortfolio(of: Portfolios.snapshot(debts))
        #expect(portfolio.planned.count == 200 && portfolio.planned.first?.name == "Debt 203")
        #expect(portfolio.leftOut.map(\.debt.name) == ["Debt 3", "Debt 2", "Debt 1"])
        #expect(portfolio.leftOut.allSatisfy { $0.reason == .tooMany && $0.question == nil })
    }

    @Test("a debt is secured only when the person said so")
    func secured() {
        let plan = Portfolios.plan(Portfolios.g3) { $0.secured = ["a"] }
        #expect(plan.json.text.contains(#""secured":true"#))
        #expect(Portfolios.plan(Portfolios.g3).json.text.contains(#""secured":null"#))
    }
}
