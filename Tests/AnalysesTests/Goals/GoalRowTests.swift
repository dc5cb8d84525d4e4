import Analyses
import Finance
import Testing

@Suite("One saving goal")
struct GoalRowTests {
    private func row(_ goal: SavingGoal, left: Int64? = nil) throws -> GoalProgress.Row {
        let past = left.map { [People.Past(month: "2026-03", income: 1_000_000, expenses: 1_000_000 - $0)] } ?? []
        return try #require(GoalProgress(of: People.snapshot(past, goals: [goal])).rows.first)
    }

    /// £900.00 in nine months is £100.00 a month.
    @Test("it is on track when its monthly target is what it needs, not a pound less")
    func onTrack() throws {
        let enough = try row(People.goal("a", target: 1_000, monthly: 100, saved: 100, until: "2027-01-10"))
        #expect(enough.neededMonthly == Money(pence: 10_000) && enough.isOnTrack == true)
        let short = try row(People.goal("a", target: 1_000, monthly: 99, saved: 100, until: "2027-01-10"))
        #expect(short.isOnTrack == false)
        #expect(try row(People.goal("a", target: 10, monthly: 1, saved: 0, until: "2026-03-01")).isOnTrack == false)
        #expect(try row(People.goal("a", target: 10, monthly: 1, saved: 0, until: nil)).isOnTrack == nil)
        #expect(try row(People.goal("a", target: 10, monthly: 1, saved: 10, until: "2027-01-10")).isOnTrack == nil)
    }

    @Test("it is feasible when a usual month leaves what it needs, to the penny; unknown without a usual month")
    func feasible() throws {
        let goal = People.goal("a", target: 1_000, monthly: 100, saved: 100, until: "2027-01-10")
        #expect(try row(goal, left: 10_000).isFeasible == true)
        #expect(try row(goal, left: 9_999).isFeasible == false)
        #expect(try row(goal).isFeasible == nil)
        #expect(try row(People.goal("a", target: 10, monthly: 1, saved: 10, until: nil), left: 1).isFeasible == nil)
    }

    @Test("goals share what is left, the earlier date first; all together is a statement of its own")
    func shared() {
        let goals = [
            People.goal("late", target: 600, monthly: 50, saved: 0, until: "2026-10-01"),
            People.goal("soon", target: 100, monthly: 50, saved: 0, until: "2026-05-01"),
        ]
        let past = [People.Past(month: "2026-03", income: 20_000, expenses: 1)]
        let progress = GoalProgress(of: People.snapshot(past, goals: goals))
        #expect(progress.rows.map(\.goal.id) == ["soon", "late"])
        #expect(progress.rows.map(\.isFeasible) == [true, false])
        #expect(progress.neededMonthly == Money(pence: 20_000) && progress.isFeasible == false)
        #expect(progress.json.text.contains(#""neededMonthly":200,"leftOverMonthly":199.99"#))
    }

    @Test("the projected finish is what is missing by the monthly target, from today")
    func projected() throws {
        let row = try row(People.goal("a", target: 1_000, monthly: 300, saved: 100, until: "2027-01-10"))
        #expect(row.projectedMonths == 3 && row.projectedFinish == Day("2026-07-20"))
        let penny = try self.row(People.goal("a", target: 1_001, monthly: 300, saved: 100, until: "2027-01-10"))
        #expect(penny.projectedMonths == 4)
    }

    @Test("without a pace, or with one that takes over 100 years, there is no finish but a reason")
    func noProjection() throws {
        let idle = try row(People.goal("a", target: 100, monthly: 0, saved: 0, until: "2027-01-10"))
        #expect(idle.projectedFinish == nil && idle.projectionReason == "no monthly target is entered")
        let slow = try row(People.goal("a", target: 1_201, monthly: 1, saved: 0, until: "2027-01-10"))
        #expect(slow.projectionReason == "at its monthly target it takes more than 100 years")
        #expect(try row(People.goal("a", target: 1_200, monthly: 1, saved: 0, until: nil)).projectedMonths == 1_200)
        #expect(
            try row(People.goal("a", target: 1, monthly: 1, saved: 1, until: nil)).projectionReason
                == "nothing is missing")
    }

    @Test("a stored date that counts the whole target is named when what is saved brings the finish forward")
    func forgetful() throws {
        let start = "2026-01-31"
        func goal(saved: Int64, until end: String) -> SavingGoal {
            People.goal("a", target: 1_200, monthly: 100, saved: saved, until: end, from: start)
        }
        let stored = goal(saved: 600, until: "2027-01-31")
        let row = try row(stored)
        #expect(row.dateForgetsSaved && row.projectedFinish == Day("2026-10-20"))
        let progress = GoalProgress(of: People.snapshot(goals: [stored]))
        #expect(
            progress.remarks == [
                "The date stored for “Goal a” does not count what is saved already; at £100.00 a month it is "
                    + "reached by 20 October 2026."
            ])
        #expect(progress.figures.first { $0.id == "goal.a.date" }?.basis.hasPrefix("as stored") == true)
        #expect(progress.outlook.first { $0.id == "goal.a.projected" }?.printed == "20 October 2026")
        #expect(try self.row(goal(saved: 600, until: "2027-02-03")).dateForgetsSaved)
        #expect(try !self.row(goal(saved: 600, until: "2027-02-04")).dateForgetsSaved)
        #expect(try !self.row(goal(saved: 600, until: "2027-01-30")).dateForgetsSaved)
        #expect(try !self.row(goal(saved: 300, until: "2027-01-31")).dateForgetsSaved)
        #expect(try self.row(goal(saved: 301, until: "2027-01-31")).projectedMonths == 9)
        #expect(try self.row(goal(saved: 400, until: "2027-01-31")).dateForgetsSaved)
    }

    @Test("hostile amounts do not trap")
    func hostile() throws {
        for pence in [Money.limit.pence, -Money.limit.pence, 0, 1] {
            var goal = People.goal("a", target: 1, monthly: 1, saved: 1, until: "2027-01-10")
            goal.target = Money(pence: pence)
            goal.saved = Money(pence: -pence)
            goal.monthlyTarget = Money(pence: -pence)
            #expect(!GoalProgress(of: People.snapshot(goals: [goal])).json.text.isEmpty)
        }
    }
}
