import Analyses
import Finance
import FoundationEssentials
import TestKit
import Testing

@Suite("Check-in reminders")
struct CheckInPlanTests {
    private func day(_ place: Int) -> Day { Day(number: 20_000 + place) }

    /// The places of the days on which a reminder went out, over looks on these days.
    private func reminders(_ plan: inout CheckInPlan, _ days: some Sequence<Int>) -> [Int] {
        days.compactMap { place in
            let (after, nudge) = plan.after(day(place), at: day(place).start)
            plan = after
            return nudge.map { _ in place }
        }
    }

    @Test("come a cadence apart, thrice, and then no more", arguments: CheckInPlan.Cadence.allCases)
    func stops(cadence: CheckInPlan.Cadence) {
        var plan = CheckInPlan(cadence, from: day(0))
        let days = cadence.rawValue
        #expect(reminders(&plan, 0..<days * 10) == [days, days * 2, days * 3])
        #expect(plan.ignored == 3 && plan.sent == 3 && plan.nextDue == nil && plan.silentSince == day(days * 4))
    }

    @Test("once for a due day, however often one looks, and never move the last check-in")
    func idempotent() {
        var plan = CheckInPlan(.weekly, from: day(0))
        plan.checkIn(on: day(3))
        #expect(reminders(&plan, [9, 10, 10, 10, 11, 16]) == [10])
        #expect(plan.lastCheckIn == day(3) && plan.nextDue == day(17))
    }

    @Test("after nights that were missed one reminder makes up for all, on the due days as they were")
    func missed() {
        var plan = CheckInPlan(.weekly, from: day(0))
        #expect(reminders(&plan, [25, 26, 27]) == [25])
        #expect(plan.reminded == day(21) && plan.nextDue == day(28) && plan.ignored == 0)
    }

    @Test("a check-in begins anew")
    func checkIn() {
        var plan = CheckInPlan(.weekly, from: day(0))
        _ = reminders(&plan, 0...20)
        #expect(plan.ignored == 1)
        plan.checkIn(on: day(20))
        #expect(plan.ignored == 0 && plan.nextDue == day(27) && plan.lastCheckIn == day(20))
    }

    @Test("after the third ignored one any later activity resumes them, without counting as a check-in")
    func resumes() {
        var plan = CheckInPlan(.daily, from: day(0))
        _ = reminders(&plan, 0...2)
        let before = plan
        plan.activity(on: day(2))
        #expect(plan == before)
        _ = reminders(&plan, 3...50)
        plan.activity(on: day(4))
        #expect(plan.nextDue == nil)
        plan.activity(on: day(60))
        #expect(plan.nextDue == day(61) && plan.lastCheckIn == nil && plan.sent == 3)
        #expect(reminders(&plan, 60...90) == [61, 62, 63])
    }

    @Test("say when the last one was, without a word of reproach, and expire when the next is due")
    func words() throws {
        var plan = CheckInPlan(.weekly, from: day(0))
        let first = try #require(plan.after(day(7), at: day(7).start).nudge)
        #expect(first.text == "You planned a check-in every 7 days; there was none yet.")
        #expect(first.key == "check-in/\(day(7))" && first.expiresAt == day(14).start && first.kind == .checkIn)
        plan.checkIn(on: day(1))
        let second = try #require(plan.after(day(8), at: day(8).start).nudge)
        #expect(second.text == "You planned a check-in every 7 days; the last one was on \(day(1).words).")
    }

    @Test("law: the next due day is ahead after each look, and only a look on or after it reminds")
    func laws() throws {
        for seed in 0..<80 as Range<UInt64> {
            var random = SeededGenerator(seed)
            var plan = CheckInPlan(CheckInPlan.Cadence.allCases.randomElement(using: &random) ?? .daily, from: day(0))
            var today = 0
            for _ in 0..<60 {
                today += Int.random(in: 0...20, using: &random)
                let due = plan.nextDue
                let (after, nudge) = plan.after(day(today), at: day(today).start)
                #expect(nudge == nil || due.map { $0 <= day(today) } == true)
                #expect(after.nextDue.map { $0 > day(today) } ?? true, "seed \(seed)")
                #expect(
                    after.lastCheckIn == plan.lastCheckIn && after.after(day(today), at: day(today).start).nudge == nil)
                plan = after
                if Int.random(in: 0..<8, using: &random) == 0 { plan.checkIn(on: day(today)) }
                if Int.random(in: 0..<8, using: &random) == 0 { plan.activity(on: day(today)) }
                #expect(plan.ignored <= CheckInPlan.mostIgnored)
                #expect(try JSONDecoder().decode(CheckInPlan.self, from: JSONEncoder().encode(plan)) == plan)
            }
        }
    }
}
