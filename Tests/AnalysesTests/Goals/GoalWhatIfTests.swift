import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("What if, of a saving goal")
struct GoalWhatIfTests {
    /// £1,000 of which £400 are saved, at £100 a month: six months from 20 April 2026.
    private static let goal = People.goal("g", target: 1_000, monthly: 100, saved: 400, until: "2026-08-20")

    private func look(_ change: GoalWhatIf.Change, of goal: SavingGoal = goal) -> GoalWhatIf {
        GoalWhatIf(change, of: goal, in: People.snapshot(goals: [goal]))
    }

    @Test("more each month brings the finish nearer, less puts it off")
    func monthly() {
        let more = look(.init(monthly: Money(pence: 150_00)))
        #expect(more.before.projectedMonths == 6 && more.after.projectedMonths == 4 && more.monthsSooner == 2)
        let less = look(.init(monthly: Money(pence: 99_99)))
        #expect(less.after.projectedMonths == 7 && less.monthsSooner == -1)
        #expect(less.figures.last?.label.hasPrefix("Later") == true && less.figures.last?.printed == "1 month")
    }

    @Test("a sum put by once counts at once; enough of it reaches the goal")
    func once() {
        #expect(look(.init(once: Money(pence: 200_00))).after.remaining == Money(pence: 400_00))
        let all = look(.init(once: Money(pence: 600_00)))
        #expect(all.after.remaining == .zero && all.monthsSooner == 6)
        #expect(look(.init(once: Money(pence: 599_99))).after.remaining == Money(pence: 1))
    }

    @Test("another date asks for another amount a month")
    func date() {
        let sooner = look(.init(by: Day("2026-06-20")))
        #expect(sooner.after.neededMonthly == Money(pence: 300_00) && sooner.after.isOnTrack == false)
        #expect(sooner.monthsSooner == 0, "the date alone moves no money")
    }

    @Test("nothing each month has no finish, with its reason; odd amounts trap nothing")
    func none() {
        let none = look(.init(monthly: .zero))
        #expect(none.monthsSooner == nil && none.after.projectionReason == "no monthly target is entered")
        #expect(none.json.text.contains(#""monthsSooner":null"#))
        for amount in [Money(pence: -5), .limit, Money(pence: .max)] {
            _ = look(.init(monthly: amount, once: amount, by: Day("1900-01-01"))).figures
        }
        let done = People.goal("d", target: 10, monthly: 1, saved: 10, until: nil, isCompleted: true)
        #expect(look(.init(once: Money(pence: 5_00)), of: done).after.remaining == .zero)
    }

    @Test("every figure has an id of its own")
    func figures() {
        let figures = look(.init(monthly: Money(pence: 150_00))).figures
        #expect(Set(figures.map(\.id)).count == figures.count && figures.count == 9)
        #expect(figures.allSatisfy { $0.id.hasPrefix("goal_what_if.") && $0.label.contains("“Goal g”") })
    }
}
