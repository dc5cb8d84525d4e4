import Foundation
import Ports
import TestKit
import Testing

@Suite("The fakes keep the promises of what they stand for", .timeLimit(.minutes(5)))
struct FakesTests {
    @Test("Stored history in memory", arguments: ConversationsConformance.checks)
    func conversations(_ check: ConformanceCheck<Conversations>) async throws {
        try await check.run(.inMemory())
    }

    @Test("Reports in memory", arguments: ReportsConformance.checks)
    func reports(_ check: ConformanceCheck<Reports>) async throws {
        try await check.run(.inMemory())
    }

    @Test("An alert queue in memory", arguments: AlertsConformance.checks)
    func alerts(_ check: ConformanceCheck<Alerts>) async throws {
        try await check.run(.inMemory())
    }

    @Test("Risk assessments in memory", arguments: TriageConformance.checks)
    func triage(_ check: ConformanceCheck<Triage>) async throws {
        try await check.run(.inMemory())
    }

    @Test("A test clock wakes sleepers in time, and cancelled ones at once")
    func clock() async throws {
        let clock = TestClock()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { (try? await clock.sleep(for: .seconds(5))) != nil }
            try await clock.hasSlept(for: .seconds(5))
            clock.advance(by: .milliseconds(4_999))
            #expect(clock.sleeping == 1)
            clock.advance(by: .milliseconds(1))
            #expect(try await group.next() == true)
            group.addTask { (try? await clock.sleep(for: .seconds(5))) != nil }
            group.cancelAll()
            #expect(try await group.next() == false)
        }
        #expect(clock.date == NamedPeople.now.addingTimeInterval(5))
    }
}
