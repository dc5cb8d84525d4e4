import Analyses
import Finance
import Testing

@Suite("What a purchase puts off")
struct PurchaseDelaysTests {
    /// £1,000.00 left this month, £300.00 of it for two goals; a debt with £50.00 extra a month.
    private static let goals = [
        People.goal("trip", target: 2_000, monthly: 200, saved: 0, until: "2027-01-31"),
        People.goal("car", target: 2_000, monthly: 100, saved: 0, until: "2027-06-01"),
        People.goal("done", target: 10, monthly: 70, saved: 10, until: "2027-06-01", isCompleted: true),
    ]

    private func buy(_ pounds: Int64, debts: [Debt] = [Portfolios.debt("d", "Card", 2_000, 24, 100, extra: 50)])
        -> PurchaseDelays
    {
        let april = [People.Past(month: "2026-04", income: 300_000, expenses: 200_000)]
        let snapshot = People.snapshot(april, goals: Self.goals, debts: debts)
        return Affordability(of: Money(pence: pounds * 100), in: snapshot).delays
    }

    @Test("up to what is left after saving nothing is put off; a pound more puts the goals off by a month")
    func edge() {
        #expect(buy(700).shortfall == .zero && buy(700).goalMonths == 0 && buy(700).goals.isEmpty)
        #expect(buy(701).shortfall == Money(pence: 100) && buy(701).goalMonths == 1)
        #expect(buy(1_000).goalMonths == 1 && buy(1_001).goalMonths == 2)
    }

    @Test("goal dates move by as many months, clamped to the month's length; reached goals do not move")
    func dates() {
        let goals = buy(1_001).goals
        #expect(goals.map(\.id) == ["trip", "car"])
        #expect(goals.map(\.movedTo.description) == ["2027-03-31", "2027-08-01"])
        #expect(buy(701).goals.first?.movedTo.description == "2027-02-28")
    }

    @Test("the debt-free month moves when extra payments are held back")
    func debts() throws {
        let free = buy(700)
        #expect(free.debtMonths == 0 && free.debtFreeOn?.description == "2027-08")
        let dear = buy(1_000)
        #expect(dear.debtMonths == 3 && dear.debtFreeAfter?.description == "2027-11")
        #expect(buy(100_000).debtMonths == 10)
    }

    @Test("without debts, extra payments or an end there is no delay but a reason")
    func reasons() {
        #expect(buy(900, debts: []).debtReason == "no open debt is recorded")
        let plain = buy(900, debts: [Portfolios.debt("d", "Card", 2_000, 24, 100)])
        #expect(
            plain.debtMonths == nil && plain.debtReason == "no extra debt payment is recorded that could be held back")
        let stuck = buy(900, debts: [Portfolios.debt("d", "Card", 2_000, 70, 100, extra: 5)])
        #expect(stuck.debtReason == "some debt is never cleared at these payments")
        let then = buy(1_000_000, debts: [Portfolios.debt("d", "Card", 2_000, 70, 100, extra: 50)])
        #expect(then.debtReason == "some debt would then never be cleared")
        let unknown = buy(900, debts: [Portfolios.debt("d", "Card", 2_000, nil, 100)])
        #expect(unknown.debtReason == "no open debt has both a rate and a payment")
    }

    @Test("what is left unknown makes every delay unknown; without a goal to take from there is none")
    func unknown() {
        let nothing = Affordability(of: Money(pence: 100), in: People.snapshot(goals: Self.goals)).delays
        #expect(
            nothing.shortfall == nil && nothing.goalMonths == nil && nothing.goalReason == "what is left is not known")
        let april = [People.Past(month: "2026-04", income: 300, expenses: 200)]
        let none = Affordability(of: Money(pence: 900), in: People.snapshot(april)).delays
        #expect(none.shortfall == Money(pence: 800) && none.goalReason == "no open goal has a monthly target")
    }

    @Test("a dearer thing never puts off less")
    func monotone() {
        var last = buy(0)
        for pounds in stride(from: Int64(1), to: 6_000, by: 67) {
            let next = buy(pounds)
            #expect((next.shortfall ?? .zero) >= (last.shortfall ?? .zero))
            #expect((next.goalMonths ?? 0) >= (last.goalMonths ?? 0))
            #expect((next.debtMonths ?? 0) >= (last.debtMonths ?? 0), "£\(pounds)")
            last = next
        }
    }
}
