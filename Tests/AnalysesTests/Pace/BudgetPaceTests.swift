import Finance
import Testing

@testable import Analyses

@Suite("The pace of a budget")
struct BudgetPaceTests {
    private func projected(_ cases: PaceCases) -> Int64? { BudgetPace.all(of: cases.snapshot).first?.projected?.pence }

    @Test(
        "is told from the seventh day and three payments on", arguments: [(6, 3, false), (7, 3, true), (7, 2, false)])
    func earliest(day: Int, count: Int, isTold: Bool) {
        let cases = PaceCases.daily(Array(repeating: 10_00, count: count), day: day)
        #expect((projected(cases) != nil) == isTold)
    }

    @Test("scales what varies to the month and leaves what repeats as it is")
    func scaled() {
        #expect(projected(.daily([10_00, 10_00, 10_00], day: 10)) == 90_00)
        var fixed = PaceCases.daily([10_00, 10_00, 10_00], day: 10)
        fixed.payments[0].frequency = .monthly
        fixed.payments[1].frequency = .yearly
        #expect(projected(fixed) == 50_00)
        fixed.payments[2].frequency = .weekly
        #expect(projected(fixed) == 50_00)
    }

    @Test("takes payments entered ahead where they are more than the pace; they do not make the three")
    func ahead() {
        var cases = PaceCases.daily([1_00, 1_00, 1_00], day: 10)
        cases.payments.append((28, 50_00, .once))
        #expect(projected(cases) == 53_00)
        cases.payments.removeFirst()
        #expect(projected(cases) == nil)
        #expect(BudgetPace.all(of: cases.snapshot).map(\.spent) == [Money(pence: 52_00)])
    }

    @Test("payments count for the budget they are linked to, and nothing linked is nothing spent")
    func links() {
        var cases = PaceCases.spent(30_00)
        cases.others = [PaceCases.budget("b2", "Fun", 50_00), PaceCases.budget("b3", "Zero", 0)]
        #expect(BudgetPace.all(of: cases.snapshot).map(\.budget.name) == ["Food", "Fun"])
        #expect(BudgetPace.all(of: cases.snapshot).map(\.spent.pence) == [30_00, 0])
    }

    @Test(
        "80 and 100 per cent are reached exactly, 110 per cent is passed",
        arguments: [(79_99, []), (80_00, [.nearly]), (99_99, [.nearly]), (100_00, [.nearly, .used])]
            as [(Int64, [PaceThreshold])])
    func thresholds(pence: Int64, reached: [PaceThreshold]) throws {
        let pace = try #require(BudgetPace.all(of: PaceCases.spent(pence).snapshot).first)
        #expect(PaceThreshold.allCases.filter(pace.reaches) == reached)
        for (last, isPassed) in [(30_00, false), (30_01, true)] as [(Int64, Bool)] {
            let daily = PaceCases.daily([40_00, 40_00, last], day: 30)
            #expect(try #require(BudgetPace.all(of: daily.snapshot).first).reaches(.projected) == isPassed)
        }
    }
}
