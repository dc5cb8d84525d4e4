import Analyses
import Finance
import FoundationEssentials
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("What messages do to spending, summed up at night")
struct TrialTests {
    /// Delivers a message about a category to a person of an arm, a while ago.
    private static func deliver(_ stage: NightStage, _ user: UserID, _ arm: HoldOut.Arm) async throws {
        let now = stage.clock.date.addingTimeInterval(-5 * 86_400)
        let holdOut = try #require(
            (0..<1_000).lazy.map { HoldOut(salt: "\($0)") }.first {
                $0.arm(of: user, in: ISOWeek(containing: now)) == arm
            })
        let nudge = holdOut.assigned(
            Nudge(.spending, key: "k", title: "t", text: "x.", at: now, category: "Food"), to: user)
        try await stage.shelf.state.change(.nudges, of: user, from: NudgeBox()) { box in
            box.add(nudge, NudgeChoices())
            _ = box.take(at: now, NudgeChoices(), in: .gmt)
        }
    }

    @Test("outcomes of both sides are counted, once a week, and nothing is shown of too few")
    func sums() async throws {
        let stage = NightStage(people: 4)
        for (place, user) in stage.users.prefix(3).enumerated() {
            try await Self.deliver(stage, user, place == 0 ? .control : .treated)
        }
        let first = try await stage.run()
        let day = try #require(first.trials?.first { $0.window == .day })
        #expect(day.controlWeeks == 1 && day.treatedWeeks == 2)
        #expect(day.estimate == nil && day.claim == nil)
        let again = try await stage.run("nightly-2026-04-20-2")
        #expect(again.trials == nil)
        stage.clock.advance(by: .seconds(7 * 86_400))
        #expect(try await stage.run("nightly-2026-04-27").trials?.count == 2)
    }
}
