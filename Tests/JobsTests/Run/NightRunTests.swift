import Analyses
import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import Prompts
import TestKit
import Testing

@testable import Jobs

@Suite("A run through everyone")
struct NightRunTests {
    @Test("does everyone once, and says what it did")
    func once() async throws {
        let stage = NightStage(people: 21)
        let stored = Journal<UserID>()
        let shift = stage.shift(ports: stage.ports(writes: stage.shelf.port.counting(into: stored)))
        let run = try await shift.runNow(stage.wish()) { _ in }
        #expect(run.state == .done)
        #expect(run.tally.population == 21 && run.tally.seen == 21 && run.tally.changed == 21)
        #expect(stored.entries.sorted() == stage.users)
        #expect(run.closed == ClosingStep.allCases.map(\.rawValue))
        #expect(run.tally.purged == 3 && run.tally.median != nil)
    }

    @Test("a second night over unchanged records reads no record and writes nothing")
    func unchanged() async throws {
        let stage = NightStage(people: 9)
        _ = try await stage.run()
        let (before, read, saved) = (
            try await stage.stored(), stage.book.reads.entries.count, stage.shelf.saves.entries.count
        )
        stage.clock.advance(by: .seconds(600))
        let run = try await stage.run("nightly-2026-04-20-2")
        #expect(run.tally.unchanged == 9 && run.tally.changed == 0)
        #expect(stage.book.reads.entries.count == read)
        #expect(stage.shelf.saves.entries.count == saved)
        #expect(try await stage.stored() == before)
    }

    @Test("who changed is done, and nobody else")
    func changed() async throws {
        let stage = NightStage(people: 9)
        _ = try await stage.run()
        var documents = NamedPeople.records(of: stage.users[5])
        documents.debts = []
        stage.book.change(stage.users[5], to: documents)
        let run = try await stage.run("nightly-2026-04-20-2")
        #expect(run.tally.unchanged == 8 && run.tally.changed == 1)
    }

    @Test("a new month is a change for everyone")
    func month() async throws {
        let stage = NightStage(people: 5)
        _ = try await stage.run()
        stage.clock.advance(by: .seconds(11 * 86_400))
        #expect(try await stage.run("nightly-2026-05-01").tally.changed == 5)
    }

    @Test("the recently active come first")
    func active() async throws {
        var stage = NightStage(people: 12)
        stage.active = [stage.users[11], stage.users[6]]
        stage.settings.width = 1
        let stored = Journal<UserID>()
        let shift = stage.shift(ports: stage.ports(writes: stage.shelf.port.counting(into: stored)))
        _ = try await shift.runNow(stage.wish()) { _ in }
        #expect(stored.entries.prefix(2) == [stage.users[6], stage.users[11]])
        #expect(stored.entries.sorted() == stage.users)
    }

    @Test("somebody whose records cannot be read is tried three times and named; everyone else is done")
    func poisoned() async throws {
        let stage = NightStage(people: 10)
        stage.book.fail(stage.users[4], with: PortError(.malformed, "planned"))
        let run = try await stage.finishing { try await stage.run() }
        #expect(run.state == .done)
        #expect(run.tally.changed == 9 && run.tally.failed == 1 && run.tally.seen == 10)
        #expect(run.failures == [.init(user: stage.users[4], cause: "malformed", attempts: 3)])
    }

    @Test("somebody whose results cannot be stored neither keeps others from theirs nor is taken for done")
    func unstorable() async throws {
        let stage = NightStage(people: 10)
        stage.shelf.fail(stage.users[7], with: PortError(.refused, "planned"))
        let run = try await stage.finishing { try await stage.run() }
        #expect(run.tally.changed == 9 && run.tally.failed == 1)
        stage.shelf.fail(stage.users[7], with: nil)
        let next = try await stage.run("nightly-2026-04-20-2")
        #expect(next.tally.changed == 1 && next.tally.unchanged == 9)
    }

    @Test("who is gone by the time they are read is counted as gone")
    func gone() async throws {
        let stage = NightStage(people: 6)
        stage.book.remove(stage.users[2])
        let run = try await stage.run()
        #expect(run.tally.gone == 1 && run.tally.changed == 5 && run.tally.seen == 6)
    }

    /// A store that is away for its first so many calls.
    private static func away(_ port: NightWrites, times: Int) -> NightWrites {
        let (left, save) = (NIOLockedValueBox(times), port.save)
        return NightWrites { results, fence throws(PortError) in
            let isAway = left.withLockedValue { left in
                left -= 1
                return left >= 0
            }
            if isAway { throw PortError(.unavailable, "planned") }
            return try await save(results, fence)
        }
    }

    @Test("a store that is away for a while only costs time")
    func away() async throws {
        let stage = NightStage(people: 8)
        let flaky = Self.away(stage.shelf.port, times: 5)
        let run = try await stage.finishing {
            try await stage.shift(ports: stage.ports(writes: flaky)).runNow(stage.wish()) { _ in }
        }
        #expect(run.state == .done && run.tally.changed == 8 && run.tally.failed == 0)
    }

    @Test("a store that is away for longer than anybody tries sets a run back; it goes on where it stands")
    func longAway() async throws {
        let stage = NightStage(people: 8)
        // More than one batch is tried, fewer than a run is set back.
        let flaky = Self.away(stage.shelf.port, times: stage.settings.batchAttempts * 3)
        let run = try await stage.finishing {
            try await stage.shift(ports: stage.ports(writes: flaky)).runNow(stage.wish()) { _ in }
        }
        #expect(run.state == .done && run.tally.changed == 8 && run.tally.failed == 0)
        #expect(stage.clock.sleeps(for: stage.settings.setbackPause) > 0)
    }

    @Test("a run for one person does that one, changed or not, and no closing step")
    func alone() async throws {
        let stage = NightStage(people: 6)
        _ = try await stage.run()
        let run = try await stage.shift().runNow(stage.wish("nightly-2026-04-20-2", only: stage.users[3])) { _ in }
        #expect(run.tally.seen == 1 && run.closed == [] && run.state == .done)
    }

    @Test("people who left are forgotten, and those who stay are not")
    func leavers() async throws {
        let stage = NightStage(people: 4)
        let stranger = NamedPeople.somebody(99)
        stage.owners.withLockedValue { $0 = stage.users + [stranger] }
        stage.deleted.withLockedValue { _ = $0.insert(stage.users[1]) }
        let run = try await stage.run()
        #expect(stage.forgotten.entries == [stage.users[1], stranger])
        #expect(run.tally.erased == 2)
    }

    @Test("the cohorts of the week are published once a week, from the people of the night")
    func cohorts() async throws {
        let stage = NightStage(people: 24)
        _ = try await stage.run()
        let first = try #require(try await stage.peers.current())
        #expect(!first.cohorts.isEmpty)
        stage.clock.advance(by: .seconds(86_400))
        _ = try await stage.run("nightly-2026-04-21")
        #expect(try await stage.peers.current() == first)
        stage.clock.advance(by: .seconds(6 * 86_400))
        _ = try await stage.run("nightly-2026-04-27")
        #expect(try await stage.peers.current()?.week == first.week.advanced(by: 7))
    }

    @Test("an operator can end it between two batches; the next night goes on with everyone")
    func stopped() async throws {
        let stage = NightStage(people: 40)
        let runs = stage.runs
        let save = stage.shelf.port.save
        let stopping = NightWrites { results, fence throws(PortError) in
            _ = try await runs.stop("nightly-2026-04-20")
            return try await save(results, fence)
        }
        let run = try await stage.shift(ports: stage.ports(writes: stopping)).runNow(stage.wish()) { _ in }
        #expect(run.state == .stopped && run.reason == "stopped by an operator")
        #expect(run.tally.seen < 40)
        // A batch that was under way is stored, and counted by whoever finds it unchanged.
        let next = try await stage.run("nightly-2026-04-20-2").tally
        #expect(next.seen == 40 && next.changed + next.unchanged == 40)
        #expect(next.changed > 0 && next.changed <= 40 - run.tally.changed)
    }
}

extension NightStage {
    /// Lets a run end that waits on the clock now and then: whenever somebody sleeps, the time passes.
    func finishing<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                while !Task.isCancelled {
                    if clock.sleeping > 0 { clock.advance(by: .seconds(1)) }
                    await Task.yield()
                }
                return nil
            }
            defer { group.cancelAll() }
            while let value = try await group.next() { if let value { return value } }
            throw CancellationError()
        }
    }
}
