import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import TestKit
import Testing

@testable import Jobs

@Suite("A night that is cut off")
struct CrashTests {
    /// A process that dies at its `calls`-th call to a store: from then on none of its calls does anything.
    final class Fuse: Sendable {
        private let left: NIOLockedValueBox<Int>
        init(after calls: Int) { left = NIOLockedValueBox(calls) }
        var isBlown: Bool { left.withLockedValue { $0 < 0 } }

        func burn() throws(PortError) {
            let isDead = left.withLockedValue { left in
                left -= 1
                return left < 0
            }
            if isDead { throw PortError(.cancelled, "the process is dead") }
        }

        /// The ports of that process.
        func ports(_ stage: NightStage) -> NightPorts {
            let (save, runs, reads) = (stage.shelf.port.save, stage.runs, stage.reads)
            var dying = stage.ports(
                reads: NightReads(
                    active: { since, limit throws(PortError) in
                        try self.burn()
                        return try await reads.active(since, limit)
                    },
                    versions: { users throws(PortError) in
                        try self.burn()
                        return try await reads.versions(users)
                    },
                    snapshots: { users, month, now throws(PortError) in
                        try self.burn()
                        return try await reads.snapshots(users, month, now)
                    },
                    calculators: reads.calculators, appSettings: reads.appSettings),
                writes: NightWrites { results, fence throws(PortError) in
                    // Some of the batch may be stored when it dies.
                    var refused: [UserID: PortError] = [:]
                    for result in results {
                        try self.burn()
                        refused.merge(try await save([result], fence)) { $1 }
                    }
                    try self.burn()
                    return refused
                })
            dying.runs.save = { record, fence throws(PortError) in
                try self.burn()
                return try await runs.save(record, fence)
            }
            return dying
        }
    }

    @Test("wherever it is cut off and taken up again, everything stored is as if it had run through")
    func everywhere() async throws {
        let whole = NightStage(people: 10)
        _ = try await whole.run()
        let expected = try await whole.stored()
        var cuts = 0
        for calls in 0..<80 {
            let stage = NightStage(people: 10)
            let fuse = Fuse(after: calls)
            let first = try? await stage.shift(owner: "dead", ports: fuse.ports(stage)).runNow(stage.wish()) { _ in }
            if first?.state == .done { break }
            cuts += 1
            // The dead one's lease has to run out first.
            stage.clock.advance(by: .seconds(31))
            let run = try await stage.shift(owner: "two").runNow(stage.wish()) { _ in }
            #expect(run.state == .done && run.tally.failed == 0, "\(calls)")
            #expect(try await stage.stored() == expected, "cut after \(calls) calls")
        }
        #expect(cuts > 20)
    }

    @Test("cut off again and again, it still comes to the same end")
    func repeatedly() async throws {
        let whole = NightStage(people: 10)
        _ = try await whole.run()
        for seed in 1...10 {
            let stage = NightStage(people: 10)
            var (deaths, isDone) = (0, false)
            while !isDone {
                let calls = deaths > 20 ? 1_000 : (seed * 7 + deaths * 11) % 23
                let fuse = Fuse(after: calls)
                let run = try? await stage.shift(owner: "\(deaths)", ports: fuse.ports(stage)).runNow(stage.wish()) {
                    _ in
                }
                isDone = run?.state == .done
                stage.clock.advance(by: .seconds(31))
                deaths += 1
            }
            let ended = try await stage.stored()
            #expect(ended.count == (try await whole.stored()).count, "seed \(seed)")
            #expect(ended == (try await whole.stored()), "seed \(seed), \(deaths) deaths")
        }
    }
}
