import Adapters
import Analyses
import Finance
import Foundation
import Logging
import Mongo
import Ports
import TestKit
import TestServers
import Testing

/// Nights as an operator starts them, on a real database, two processes at a time, killed without warning. How often is
/// said by `REHO_KILLS`.
@Suite("A night whose processes are killed")
struct NightKillTests {
    /// Seconds a database is away; half a minute where there are many kills.
    private static let away = kills > 4 ? 30 : 4
    private static let kills = ProcessInfo.processInfo.environment["REHO_KILLS"].flatMap(Int.init) ?? 4

    @Test("killed again and again it ends with the same documents as a night that ran through, each person done once")
    func kill() async throws {
        let (whole, broken) = (try await NightPlace.make(), try await NightPlace.make())
        let through = try await whole.begin()
        #expect(await through.waitForExit() == 0, "\(through.output)")
        for _ in 0..<Self.kills {
            let processes = [try await broken.begin(), try await broken.begin()]
            try await Task.sleep(for: .milliseconds(.random(in: 300...3_000)))
            for process in processes {
                process.signal(SIGKILL)
                _ = await process.waitForExit()
            }
            try await broken.passLease()
        }
        let last = [try await broken.begin(), try await broken.begin()]
        for process in last { #expect(await process.waitForExit() == 0, "\(process.output)") }
        try await Self.expectSame(whole, broken)
        await whole.client.shutdown()
        await broken.client.shutdown()
    }

    /// The same is held of everyone, and each was done once.
    private static func expectSame(_ whole: NightPlace, _ broken: NightPlace, without left: UserID? = nil) async throws
    {
        let (expected, found) = (try await whole.held(without: left), try await broken.held(without: left))
        #expect(expected.count >= 6 * (NightPlace.people - 1))
        let (less, more) = (Set(expected).subtracting(found), Set(found).subtracting(expected))
        #expect(less.isEmpty && more.isEmpty, "\(less.sorted().prefix(2)) instead of \(more.sorted().prefix(2))")
        #expect(found.count == expected.count)
        let nights = found.filter { $0.contains(#""kind":"night""#) }
        #expect(nights.count == NightPlace.people - (left == nil ? 0 : 1))
        #expect(nights.allSatisfy { $0.contains(#""revision":1"#) })
    }

    @Test("a process that stands still past its right to run comes back to find its writes refused")
    func stoodStill() async throws {
        let (whole, broken) = (try await NightPlace.make(), try await NightPlace.make())
        let through = try await whole.begin()
        #expect(await through.waitForExit() == 0, "\(through.output)")
        let sleeper = try await broken.begin()
        try await broken.isUnderWay()
        sleeper.signal(SIGSTOP)
        try await broken.passLease()
        let other = try await broken.begin()
        #expect(await other.waitForExit() == 0, "\(other.output)")
        sleeper.signal(SIGCONT)
        _ = await sleeper.waitForExit()
        try await Self.expectSame(whole, broken)
        await whole.client.shutdown()
        await broken.client.shutdown()
    }

    @Test("a database that is away for a while only costs time, and who is deleted meanwhile gets nothing")
    func away() async throws {
        let server = try await MongoServer.start()
        let (whole, broken) = (try await NightPlace.make(), try await NightPlace.make(on: server))
        let through = try await whole.begin()
        #expect(await through.waitForExit() == 0, "\(through.output)")
        let night = try await broken.begin()
        try await broken.isUnderWay()
        let gone = NamedPeople.somebody(NightPlace.people - 1)
        try await broken.delete(gone)
        await server.kill()
        try await Task.sleep(for: .seconds(Self.away))
        try await server.restart()
        #expect(await night.waitForExit() == 0, "\(night.output)")
        #expect(try await Holdings.mongo(broken.client).export(gone).allSatisfy(\.documents.isEmpty))
        try await Self.expectSame(whole, broken, without: gone)
        await whole.client.shutdown()
        await broken.client.shutdown()
        await server.stop()
    }
}
