import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("The next day worth looking again")
struct InsightMarksTests {
    @Test("before it, the same records give the same insights in the same words")
    func law() throws {
        var (days, skipped) = (0, 0)
        for seed in 0..<150 as Range<UInt64> {
            let ground = try Messy.ground(seed)
            let now = InsightFindings(in: ground)
            let left = ground.month.lastDay.number - ground.today.number
            let quiet = now.nextLook.map { $0.number - ground.today.number - 1 } ?? left
            days += left
            skipped += quiet
            for step in 0..<quiet {
                let later = InsightFindings(in: try Messy.ground(seed, after: step + 1))
                #expect(later.found.map(\.spoken) == now.found.map(\.spoken), "seed \(seed), day \(step + 1)")
            }
        }
        print("figure insights.quietDays \(skipped) of \(days) for messy people without a new record")
        #expect(skipped > 50, "too few days to try the law on")
    }

    private func next(_ snapshot: Snapshot) -> String? { Grounds.findings(snapshot).nextLook?.description }

    @Test("a pace begins on the 7th, budgets on the 15th, and each is level with the month on its own day")
    func month() throws {
        #expect(try next(Histories.snapshot(on: "2026-04-03", [])) == "2026-04-07")
        #expect(try next(Histories.snapshot(on: "2026-04-07", [])) == "2026-04-15")
        #expect(try next(Histories.snapshot(on: "2026-04-15", [])) == nil)
        var snapshot = try Histories.snapshot(on: "2026-04-15", [try Histories.expense("Shop", 80_00, "2026-04-02")])
        snapshot.budgets = [try Grounds.budget("Food", 100_00)]
        #expect(next(snapshot) == "2026-04-24")
    }

    @Test("a goal's date and the day after it")
    func goal() throws {
        let goals = [try Grounds.goal(target: 500_00, monthly: 10_00, until: "2026-04-20")]
        #expect(try next(Histories.snapshot(on: "2026-04-16", [], goals: goals)) == "2026-04-20")
        #expect(try next(Histories.snapshot(on: "2026-04-20", [], goals: goals)) == "2026-04-21")
        #expect(try next(Histories.snapshot(on: "2026-04-21", [], goals: goals)) == nil)
    }

    @Test(
        "an expected receipt falls due, is late every day, and is not expected after its tolerance",
        arguments: [
            ("2026-04-16", "2026-04-18"), ("2026-04-18", "2026-04-19"), ("2026-04-22", "2026-04-23"),
            ("2026-04-23", nil),
        ])
    func expected(today: String, next: String?) throws {
        let incomes = [try Histories.income("Pay", 900_00, "2026-03-18")]
        #expect(try self.next(Histories.snapshot(on: today, [], incomes: incomes)) == next)
    }

    @Test("a series is missing after its tolerance; a payment entered ahead at the same price changes nothing")
    func series() throws {
        let days = ["2026-01-12", "2026-02-12", "2026-03-12"]
        let gym = try days.map { try Histories.expense("Gym", 30_00, $0, .monthly) }
        #expect(try next(Histories.snapshot(on: "2026-04-17", gym)) == "2026-04-18")
        let entered = try Histories.expense("Gym", 30_00, "2026-04-25", .monthly)
        #expect(try next(Histories.snapshot(on: "2026-04-18", gym + [entered])) == nil)
        let dearer = try Histories.expense("Gym", 33_00, "2026-04-25", .monthly)
        #expect(try next(Histories.snapshot(on: "2026-04-18", gym + [dearer])) == "2026-04-25")
    }

    @Test("a payment entered ahead that does not repeat is a day to look")
    func ahead() throws {
        let one = try Histories.expense("Tyres", 90_00, "2026-04-25")
        #expect(try next(Histories.snapshot(on: "2026-04-18", [one])) == "2026-04-25")
    }

    @Test("a shortfall changes with every day")
    func shortfall() throws {
        let snapshot = try Histories.snapshot(
            on: "2026-04-18", [try Histories.expense("Rent", 900_00, "2026-04-02")],
            incomes: [try Histories.income("Pay", 500_00, "2026-04-01", .once)])
        #expect(next(snapshot) == "2026-04-19")
    }
}

extension Insight {
    /// What a person would notice.
    fileprivate var spoken: String { "\(key) \(bucket) \(title) \(text)" }
}
