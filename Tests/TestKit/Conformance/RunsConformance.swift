import Finance
import FoundationEssentials
public import Ports
import Testing

/// What every keeper of runs promises. Run with `@Test(arguments: RunsConformance.checks)`. The next run and the newest are
/// about all of them, so each check wants a store of its own.
public enum RunsConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<Runs>] = [
        ConformanceCheck("Without any run there is no next, no newest and none to find or stop") { store async throws in
            #expect(try await store.next() == nil)
            #expect(try await store.newest(5).isEmpty)
            #expect(try await store.find("nightly-2026-04-20") == nil)
            #expect(try await store.stop("nightly-2026-04-20") == nil)
        },
        ConformanceCheck("A run is read back field by field") { store async throws in
            let full = try full("full")
            for run in [run("bare", at: 1), full] {
                #expect(try await store.want(run) == run)
                #expect(try await store.find(run.id) == run)
            }
        },
        ConformanceCheck("Of two runs of one id the first stays") { store async throws in
            let first = run("one", at: 1)
            var second = run("one", at: 2)
            second.trigger = .admin
            #expect(try await store.want(first) == first)
            #expect(try await store.want(second) == first)
            #expect(try await store.newest(9) == [first])
        },
        ConformanceCheck("Of 16 who want a run of one id at once all get the same") { store async throws in
            let got = try await withThrowingTaskGroup(of: RunRecord.self) { group in
                for second in 0..<16 { group.addTask { try await store.want(run("raced", at: Double(second))) } }
                return try await group.reduce(into: Set<RunRecord>()) { $0.insert($1) }
            }
            #expect(got.count == 1)
            #expect(try await store.find("raced") == got.first)
        },
        ConformanceCheck("The next is the oldest that is not over, begun or not") { store async throws in
            for (id, second) in [("c", 3.0), ("a", 1), ("b", 2)] { _ = try await store.want(run(id, at: second)) }
            var expected = ["a", "b", "c"]
            while let next = try await store.next() {
                #expect(next.id == expected.first)
                var begun = next
                begun.state = .running
                #expect(try await store.save(begun, Fence(1)))
                #expect(try await store.next() == begun)
                begun.state = next.id == "b" ? .stopped : .done
                begun.endedAt = Thread.instant(50)
                #expect(try await store.save(begun, Fence(1)))
                expected = Array(expected.dropFirst())
            }
            #expect(expected.isEmpty)
        },
        ConformanceCheck("The newest come by the time they were asked for, no more than wanted") { store async throws in
            for (id, second) in [("c", 3.0), ("a", 1), ("b", 2), ("d", 3)] {
                _ = try await store.want(run(id, at: second))
            }
            #expect(try await store.newest(9).map(\.id) == ["d", "c", "b", "a"])
            #expect(try await store.newest(2).map(\.id) == ["d", "c"])
        },
        ConformanceCheck("How far a run has come is stored by its holder or a later one, never by an earlier") {
            store async throws in
            var run = try full("fenced")
            _ = try await store.want(run)
            for (fence, seen) in [(Int64(2), 1), (2, 2), (3, 3)] {
                run.tally.seen = seen
                #expect(try await store.save(run, Fence(fence)))
            }
            run.tally.seen = 4
            #expect(try await store.save(run, Fence(2)) == false)
            #expect(try await store.find("fenced")?.tally.seen == 3)
            #expect(try await store.save(RunsConformance.run("unknown", at: 0), Fence(9)) == false)
            #expect(try await store.find("unknown") == nil)
        },
        ConformanceCheck("Asking a run to end stays asked whatever its holder stores; one that is over stays as it is")
        {
            store async throws in
            var run = run("stopped", at: 0)
            _ = try await store.want(run)
            #expect(try await store.stop("stopped")?.isUnwanted == true)
            run.state = .running
            run.isUnwanted = false
            #expect(try await store.save(run, Fence(1)))
            #expect(try await store.next()?.isUnwanted == true)
            run.state = .done
            _ = try await store.save(run, Fence(1))
            #expect(try await store.find("stopped")?.isUnwanted == true)

            var over = RunsConformance.run("over", at: 1)
            _ = try await store.want(over)
            over.state = .done
            over.isUnwanted = true
            _ = try await store.save(over, Fence(1))
            over.isUnwanted = false
            #expect(try await store.stop("over") == over)
            #expect(try await store.find("over") == over)
        },
    ]

    /// A run asked for at `second`.
    static func run(_ id: String, at second: Double) -> RunRecord {
        RunRecord(
            id: id, night: Day(NamedPeople.now), asOf: NamedPeople.now, trigger: .clock, at: Thread.instant(second))
    }

    /// A run with something in every field.
    static func full(_ id: String, only user: UserID? = nil) throws -> RunRecord {
        var run = run(id, at: 0.123)
        run.only = try user ?? Fresh.user()
        run.state = .running
        run.place = RunRecord.Place(isPastActive: true, after: try Fresh.user())
        run.tally.population = 3
        run.tally.causes = ["timeout – £": 2]
        run.tally.median = 1.0 / 3
        run.tally.levels = ["none>high": 1]
        run.failures = [RunRecord.Failure(user: try Fresh.user(), cause: "timeout", attempts: 3)]
        run.again = [RunRecord.Failure(user: try Fresh.user(), cause: "busy", attempts: 1)]
        run.closed = ["cohorts"]
        run.reason = "the deadline – 6:00"
        run.startedAt = Thread.instant(1)
        run.endedAt = Thread.instant(2)
        return run
    }
}
