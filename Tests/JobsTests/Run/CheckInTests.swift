import Analyses
import Finance
import FoundationEssentials
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("Reminders of check-ins at night")
struct CheckInTests {
    private static func plan(_ stage: NightStage, _ cadence: CheckInPlan.Cadence) async throws {
        let today = Day(stage.clock.date)
        let user = stage.users[0]
        try await stage.shelf.state.change(
            .choices, of: user, from: PersonalChoices(), due: { $0.checkIn?.nextDue?.start }
        ) { $0.checkIn = CheckInPlan(cadence, from: today) }
    }

    private static func reminders(_ stage: NightStage) async throws -> [Nudge] {
        let box = try await stage.shelf.state.value(.nudges, of: stage.users[0], as: NudgeBox.self)
        return box?.nudges.filter { $0.kind == .checkIn } ?? []
    }

    @Test("one comes on the day it is due, though nothing has changed, and not again that day")
    func due() async throws {
        let stage = NightStage(people: 3)
        try await Self.plan(stage, .weekly)
        _ = try await stage.run()
        #expect(try await Self.reminders(stage).isEmpty)
        stage.clock.advance(by: .seconds(7 * 86_400))
        _ = try await stage.run("nightly-2026-04-27")
        _ = try await stage.run("nightly-2026-04-27-2")
        #expect(try await Self.reminders(stage).map(\.key) == ["check-in/2026-04-27"])
        #expect(stage.announced.entries.contains(stage.users[0]))
    }

    @Test("after three that were ignored there are no more, and the plan waits for nothing")
    func silent() async throws {
        let stage = NightStage(people: 1)
        try await Self.plan(stage, .daily)
        for day in 1...9 {
            stage.clock.advance(by: .seconds(86_400))
            _ = try await stage.run("nightly-\(day)")
        }
        let choices = try await stage.shelf.state.value(.choices, of: stage.users[0], as: PersonalChoices.self)
        #expect(choices?.checkIn?.sent == 3 && choices?.checkIn?.silentSince != nil)
        #expect(try await stage.shelf.state.due(.choices, .distantFuture, 9).isEmpty)
    }
}
