import Analyses
import Finance
import Testing

@Suite("What a usual month leaves")
struct TypicalMonthTests {
    @Test("the average of up to three full months before this one, rounded down")
    func average() {
        let typical = TypicalMonth(
            of: People.snapshot([
                .init(month: "2025-12", income: 900_000, expenses: 1),
                .init(month: "2026-01", income: 100_000, expenses: 1),
                .init(month: "2026-02", income: 100_000, expenses: 2),
                .init(month: "2026-03", income: 100_000, expenses: 2),
                .init(month: "2026-04", income: 500_000, expenses: 1),
            ]))
        #expect(typical.left == Money(pence: 99_998) && typical.months == 3)
        #expect(typical.basis == "income minus expenses, average of the last 3 full months")
    }

    @Test("a deficit is rounded down too, so that it is never understated")
    func deficit() {
        let typical = TypicalMonth(
            of: People.snapshot([
                .init(month: "2026-02", income: 100, expenses: 101),
                .init(month: "2026-03", income: 100, expenses: 102),
            ]))
        #expect(typical.left == Money(pence: -2) && typical.months == 2)
    }

    @Test("a month without income or without expenses is not full; then this month's records are the best there is")
    func running() {
        let past: [People.Past] = [
            .init(month: "2026-02", income: nil, expenses: 5), .init(month: "2026-03", income: 9, expenses: nil),
        ]
        let running = TypicalMonth(of: People.snapshot(past + [.init(month: "2026-04", income: 700, expenses: 200)]))
        #expect(running.left == Money(pence: 500) && running.months == 0)
        #expect(running.basis == "income minus expenses of April 2026")
        let none = TypicalMonth(of: People.snapshot(past))
        #expect(none.left == nil && none.basis.hasPrefix("no income is recorded in April 2026"))
    }

    @Test("one full month is said to be one")
    func one() {
        let typical = TypicalMonth(of: People.snapshot([.init(month: "2026-03", income: 900, expenses: 300)]))
        #expect(typical.left == Money(pence: 600))
        #expect(typical.basis == "income minus expenses of the last full month")
    }
}
