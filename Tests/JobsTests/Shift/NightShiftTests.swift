import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("The night shift")
struct NightShiftTests {
    static func stage(people: Int, minutes: Int? = 60) throws -> NightStage {
        var stage = NightStage(people: people)
        let zone = try #require(TimeZone(secondsFromGMT: 0))
        stage.settings.time = minutes.map { NightTime(minutes: $0, zone: zone) }
        return stage
    }

    @Test("of two that start together one runs, and everyone is done once")
    func two() async throws {
        let stage = try Self.stage(people: 25)
        let stored = Journal<UserID>()
        let ports = stage.ports(writes: stage.shelf.port.counting(into: stored))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for owner in ["one", "two", "three"] {
                group.addTask { try await stage.shift(owner: owner, ports: ports).look() }
            }
            try await group.waitForAll()
        }
        #expect(stored.entries.sorted() == stage.users)
        #expect(try await stage.runs.newest(10).map(\.state) == [.done])
    }

    @Test("without a time of its own it begins nothing, and does what is wanted")
    func asked() async throws {
        let stage = try Self.stage(people: 3, minutes: nil)
        try await stage.shift().look()
        #expect(try await stage.runs.newest(10).isEmpty)
        _ = try await stage.runs.want(stage.wish("nightly-2026-04-20-2"))
        try await stage.shift().look()
        #expect(try await stage.runs.newest(10).map(\.state) == [.done])
    }

    @Test("a night is begun once, however often one looks")
    func once() async throws {
        let stage = try Self.stage(people: 3)
        for _ in 0..<5 { try await stage.shift().look() }
        #expect(try await stage.runs.newest(10).map(\.id) == ["nightly-2026-04-20"])
        stage.clock.advance(by: .seconds(86_400))
        for _ in 0..<5 { try await stage.shift().look() }
        #expect(try await stage.runs.newest(10).map(\.id) == ["nightly-2026-04-21", "nightly-2026-04-20"])
    }

    @Test("of nights that were missed the newest alone is made up for")
    func missed() async throws {
        let stage = try Self.stage(people: 3)
        try await stage.shift().look()
        stage.clock.advance(by: .seconds(5 * 86_400))
        for _ in 0..<3 { try await stage.shift().look() }
        #expect(try await stage.runs.newest(10).map(\.id) == ["nightly-2026-04-25", "nightly-2026-04-20"])
    }

    @Test("one that was held up past its lease stores nothing more, and the one that took over is not disturbed")
    func stale() async throws {
        let stage = NightStage(people: 12)
        let save = stage.shelf.port.save
        let gate = Gate()
        let late = Journal<[UserID: PortError]>()
        let isFirst = NIOLockedValueBox(true)
        let holding = NightWrites { results, fence throws(PortError) in
            let holds = isFirst.withLockedValue { first in
                defer { first = false }
                return first
            }
            if holds {
                await gate.hold()
                let refused = try await save(results, fence)
                late.append(refused)
                return refused
            }
            return try await save(results, fence)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            _ = try await stage.runs.want(stage.wish())
            group.addTask { _ = try? await stage.shift(owner: "stopped", ports: stage.ports(writes: holding)).look() }
            try await gate.arrivals.wait(for: "the first batch to be held up") { !$0.isEmpty }
            stage.clock.advance(by: .seconds(31))
            let run = try await stage.shift(owner: "next").runNow(stage.wish()) { _ in }
            #expect(run.state == .done && run.tally.changed + run.tally.unchanged == 12)
            let stored = try await stage.stored()
            gate.open()
            try await late.wait(for: "the late batch") { !$0.isEmpty }
            #expect(late.entries[0].values.allSatisfy { $0.code == .conflict } && !late.entries[0].isEmpty)
            #expect(try await stage.stored() == stored)
            group.cancelAll()
        }
    }
}
