import Finance
import Foundation
import TestKit
import Testing

@testable import Analyses

@Suite("What was spent after a message")
struct NudgeLogTests {
    /// 20 April 2026, 10:00 UTC.
    private let at = NamedPeople.now

    private func exposure(_ arm: HoldOut.Arm = .treated) -> NudgeExposure {
        NudgeExposure(arm: arm, week: "2026-W17", category: "Food", at: at, day: Day(at))
    }

    private func expense(
        _ pence: Int64, on day: Int = 20, entered seconds: Double?, category: String? = "Food"
    ) throws -> Expense {
        var expense = try Histories.expense("Shop", pence, "2026-04-\(day)", category: category)
        expense.createdAt = seconds.map { at + $0 }
        return expense
    }

    private func outcome(_ expenses: [Expense], on day: String = "2026-04-22") throws -> NudgeOutcome? {
        NudgeOutcome(of: exposure(), in: try Histories.snapshot(on: day, expenses))
    }

    @Test("two hours by when it was entered, its first instant in and its last out")
    func twoHours() throws {
        for (seconds, isIn) in [(-1, false), (0, true), (7_199, true), (7_200, false), (nil, false)]
            as [(Double?, Bool)]
        {
            let outcome = try #require(try outcome([expense(500, entered: seconds)]))
            #expect(outcome.twoHours.pence == (isIn ? 500 : 0) && outcome.day.pence == 500)
        }
    }

    @Test("the day by its date, the category alone, and nothing that is dated ahead")
    func day() throws {
        let outcome = try #require(
            try outcome([
                expense(100, on: 19, entered: 60), expense(200, entered: 60), expense(400, on: 21, entered: 60),
                expense(800, entered: 60, category: "Fun"), expense(1_600, entered: 60, category: nil),
            ]))
        #expect(outcome.day.pence == 200 && outcome.twoHours.pence == 300)
    }

    @Test("known only when the day after the day is over", arguments: [("2026-04-21", false), ("2026-04-22", true)])
    func closed(day: String, isKnown: Bool) throws {
        #expect((try outcome([], on: day) != nil) == isKnown)
    }

    @Test("one slip of the keyboard does not decide a mean, and a refund is no saving")
    func bounded() throws {
        #expect(try outcome([expense(Money.limit.pence, entered: 0)])?.day == NudgeOutcome.most)
        #expect(try outcome([expense(-500, entered: 0)])?.day == .zero)
    }

    @Test("delivered and withheld messages are measured once; others are not noted; both lists are bounded")
    func log() throws {
        var log = NudgeLog()
        var nudge = Zones.nudge("k", .spending, at: at, category: "Food")
        log.note(nudge, at: at, on: Day(at))
        #expect(log.pending.isEmpty)
        for place in 0..<300 {
            nudge.arm = place.isMultiple(of: 2) ? .control : .treated
            log.note(nudge, at: at, on: Day(at))
            if place.isMultiple(of: 10) { log.close(with: try Histories.snapshot(on: "2026-04-22", [])) }
        }
        #expect(log.pending.count == 9 && log.outcomes.count == 200)
        #expect(log.outcomes.last?.week == "2026-W17")
        log.close(with: try Histories.snapshot(on: "2026-04-21", []))
        #expect(log.pending.count == 9)
        #expect(try JSONDecoder().decode(NudgeLog.self, from: JSONEncoder().encode(log)) == log)
    }

    @Test("a box measures what it delivered by a person's own calendar day, and a message that comes again only once")
    func box() throws {
        let (zone, choices) = (try Zones.zone("Pacific/Auckland"), NudgeChoices())
        let late = try Zones.utc("2026-04-19T21:00")
        var (box, nudge) = (NudgeBox(), Zones.nudge("k", .spending, at: late, category: "Food"))
        nudge.arm = .treated
        box.add(nudge, choices)
        #expect(box.take(at: late, choices, in: zone).count == 1)
        box.snooze(nudge.id, until: late + 60, at: late)
        #expect(box.take(at: late + 60, choices, in: zone).count == 1)
        #expect(box.log.pending.map(\.day) == [Day("2026-04-20")])
        box.measure(in: try Histories.snapshot(on: "2026-04-22", [expense(700, entered: nil)]))
        #expect(box.log.outcomes.map(\.day.pence) == [700])
    }
}
