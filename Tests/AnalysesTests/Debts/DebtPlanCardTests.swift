import Analyses
import Finance
import TestKit
import Testing

@Suite("Debt plan on the wire")
struct DebtPlanCardTests {
    @Test("the keys of the protocol with G1's values")
    func keys() {
        let text = Portfolios.plan(Portfolios.g1, extra: 50).json.text
        for part in [
            #"{"currency":"GBP","#, #""extraMonthly":50,"#,
            #"{"id":"b","name":"Car loan","balance":8400,"apr":7.9,"aprSource":"stated","minimumPayment":210,"#
                + #""payDueDate":null"#,
            #""minimum_only":{"clears":true,"months":58,"debtFreeOn":"2031-09","totalInterest":4182.84,"payoff":["#
                + #"{"id":"d","name":"Overdraft loan","month":24,"date":"2028-11","interest":"#,
            #""avalancheVsSnowball":{"interestDifference":36.91,"monthsDifference":1,"practicallyEqual":false"#,
            #""neverClears":[]"#, #""saving":{"minimum_only":{"interest":1420.01,"months":22}"#,
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test("a card of four debts stays under 4 kB and draws at most 40 points a line")
    func size() throws {
        let card = Portfolios.plan(Portfolios.g1, extra: 50).card
        #expect(card.kind == .debtPlan && card.data.text.utf8.count < 4_000, "\(card.data.text.utf8.count)")
        #expect(try points(card).count == 40 && points(card).last == "58")
    }

    @Test("a long plan is thinned out, both ends kept")
    func thinned() throws {
        let card = Portfolios.plan([Portfolios.debt("a", "Family", 1_200, 0, 1)]).card
        let months = try points(card)
        #expect(months.count == DebtPlan.points && months.first == "0" && months.last == "1200")
        #expect(card.data.text.utf8.count < 4_000)
    }

    @Test("a card of a hundred debts is bounded, and says how many it leaves out")
    func bounded() {
        let debts = (1...100).map { Portfolios.debt("\(10_000 + $0)", "Debt number \($0)", 1_000 + Int64($0), 5, 50) }
        let plan = Portfolios.plan(debts, extra: 10)
        #expect(plan.card.data.text.utf8.count < 9_000, "\(plan.card.data.text.utf8.count)")
        #expect(plan.card.data.text.contains(#""debtsNotShown":88"#) && plan.json.text.contains(#""debtsNotShown":50"#))
        #expect(plan.firstWins.map(\.count) == Array(0...20) + [100])
    }

    @Test("every amount of the card's sums is a figure; ids are unique and absent values have a reason")
    func figures() throws {
        for (name, documents) in NamedPeople.all {
            let plan = DebtPlan(of: try NamedPeople.snapshot(of: documents))
            #expect(Set(plan.figures.map(\.id)).count == plan.figures.count, "\(name)")
            #expect(plan.figures.allSatisfy { !$0.basis.isEmpty && !$0.label.isEmpty }, "\(name)")
        }
        let figures = Portfolios.plan(Portfolios.g1, extra: 50).figures
        func printed(_ id: String) -> String? { figures.first { $0.id == "plan.\(id)" }?.printed }
        #expect(printed("avalanche.interest") == "£2,762.83" && printed("snowball.months") == "37 months")
        #expect(printed("avalanche.by") == "30 November 2029" && printed("gap.interest") == "£36.91")
        #expect(printed("avalanche.saving.minimum_only.interest") == "£1,420.01")
        #expect(printed("first.1.price") == "£0.00" && printed("debt.c.snowball") == "9 months")
    }

    @Test("no wording tells anyone what to do")
    func wording() throws {
        let plans = [Portfolios.plan(Portfolios.g1, extra: 50), Portfolios.plan(Portfolios.g4)]
        for plan in plans {
            let text = (plan.json.text + plan.card.data.text + plan.figures.map(\.label).joined()).lowercased()
            for order in ["you should", "you must", "we recommend", "best to", "consolidat", "borrow from"] {
                #expect(!text.contains(order), "\(order)")
            }
        }
    }

    private func points(_ card: Card) throws -> [String] {
        let text = card.data.text
        let start = try #require(text.firstRange(of: #""months":[0"#))
        let list = text[start.lowerBound...].dropFirst(#""months":["#.count).prefix { $0 != "]" }
        return list.split(separator: ",").map(String.init)
    }
}
