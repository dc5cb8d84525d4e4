import Analyses
import Finance
import FoundationEssentials
import NIOConcurrencyHelpers
import Ports
import Prompts
import TestKit
import Testing

@testable import Adapters

/// A desk over a ledger in memory that a test can take away.
struct SpendScene: Sendable {
    let clock = TestClock()
    let metrics = CountingMetrics()
    let isAway = NIOLockedValueBox(false)
    let settles = Journal<Int>()
    let ledger: SpendLedger
    let desk: SpendDesk
    /// A million prompt tokens cost a dollar, so that a token costs a millionth; words cost twice that, the small model half.
    static let prices = PriceList(
        [
            "scripted": ModelPrice(prompt: Spend(microdollars: 1_000_000), completion: Spend(microdollars: 2_000_000)),
            "small": ModelPrice(prompt: Spend(microdollars: 500_000), completion: Spend(microdollars: 500_000)),
        ], reviewedOn: Day(number: 0))

    init(_ caps: SpendCaps = .none, room: Int = 10_000, over inner: SpendLedger = .inMemory()) {
        let (isAway, settles) = (isAway, settles)
        @Sendable func check() throws(PortError) {
            if isAway.withLockedValue({ $0 }) { throw PortError(.unavailable, "away") }
        }
        ledger = SpendLedger(
            reserve: { request, caps async throws(PortError) in
                try check()
                return try await inner.reserve(request, caps)
            },
            settle: { settlements async throws(PortError) in
                settles.append(settlements.count)
                try check()
                try await inner.settle(settlements)
            }, usage: inner.usage)
        var settings = SpendDesk.Settings(prices: Self.prices, caps: caps)
        settings.room = room
        desk = SpendDesk(ledger, settings, clock: clock, metrics: metrics, now: { [clock] in clock.date })
    }

    /// Everything booked so far, one line a feature and model.
    func lines() async throws -> [SpendLine] {
        let today = Day(clock.date)
        return try await ledger.usage(today.advanced(by: -9)...today)
    }

    func refusals(_ cap: String, _ feature: String = "chat") -> Int64 {
        metrics.value("sidecar_spend_refusals_total/\(cap)/\(feature)")
    }
}

@Suite("The desk where calls are paid")
struct SpendDeskTests {
    /// What `completionRequest("Hello?")` is set aside for: its prompt and half, and 700 tokens at two millionths.
    static let bound = Int64(prompt + prompt / 2 + 1_400)
    static let prompt = (try? SpendDesk.promptTokens(of: completionRequest("Hello?"))) ?? 0

    private func caps(_ micros: Int64) -> SpendCaps {
        SpendCaps(turn: nil, person: nil, everyone: Spend(microdollars: micros))
    }

    @Test("sets aside the prompt and half of it, and the longest answer, at list price, for the person asked about")
    func bound() async throws {
        let scene = SpendScene(caps(Self.bound))
        var request = try completionRequest("Hello?")
        let reservation = try await scene.desk.reserve(PaidCall(request), .chat, models: ["scripted"])
        #expect(reservation.amount == Spend(microdollars: Self.bound))
        #expect(reservation.person == request.snapshot.person.id && reservation.day == Day(scene.clock.date))
        request.tools = [ToolSpec(name: "get_debts", title: "t", summary: "s", parameters: ["type": "object"])]
        #expect(SpendDesk.promptTokens(of: request) > Self.prompt + 15)
    }

    @Test("a cap that is reached is told with the time until midnight UTC")
    func capped() async throws {
        let scene = SpendScene(caps(Self.bound - 1))
        let error = await PortError.thrown {
            _ = try await scene.desk.reserve(PaidCall(completionRequest("Hello?")), .night, models: ["scripted"])
        }
        let left = Day(scene.clock.date).advanced(by: 1).start.timeIntervalSince(scene.clock.date)
        #expect(error?.code == .capped && error?.isRetryable == false)
        #expect(error?.retryAfter == .seconds(left.rounded(.up)))
        #expect(scene.refusals("everyone", "night") == 1)
    }

    @Test("a ledger that cannot be asked is a no; what it may have set aside is given back once it is there")
    func away() async throws {
        let inner = SpendLedger.inMemory()
        // The answer is lost on the way back.
        let lossy = SpendLedger(
            reserve: { request, caps async throws(PortError) in
                _ = try await inner.reserve(request, caps)
                throw PortError(.timeout, "late")
            }, settle: inner.settle, usage: inner.usage)
        let scene = SpendScene(over: lossy)
        let error = await PortError.thrown {
            _ = try await scene.desk.reserve(
                PaidCall(completionRequest("Hello?")), .chat, models: ["scripted", "small"])
        }
        #expect(error?.code == .busy && error?.isRetryable == true)
        #expect(scene.refusals("ledger") == 1)
        #expect(try await scene.lines().map(\.open) == [1])
        #expect(await scene.desk.close() == 0)
        #expect(try await scene.lines().map(\.reserved) == [.zero])
    }

    @Test("settlements are tried again with longer waits until the store takes them, many in one command")
    func again() async throws {
        let scene = SpendScene()
        for _ in 0..<25 {
            let reservation = try await scene.desk.reserve(
                PaidCall(completionRequest("Hello?")), .chat, models: ["scripted"])
            scene.desk.settle(reservation, turn: nil, taken: SpendTab(promptTokens: 10))
        }
        scene.isAway.withLockedValue { $0 = true }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await scene.desk.run() }
            for (tries, wait) in [(1, 0.5), (2, 1.0), (3, 2.0)] {
                #expect(try await scene.settles.wait(count: tries).count == tries)
                try await scene.clock.hasSlept(for: .seconds(wait))
                scene.clock.advance(by: .seconds(wait - 0.001))
                #expect(scene.settles.entries.count == tries)
                if tries == 3 { scene.isAway.withLockedValue { $0 = false } }
                scene.clock.advance(by: .seconds(0.001))
            }
            _ = try await scene.settles.wait(count: 5)
            #expect(try await eventually { try await scene.lines().first?.requests == 25 })
            group.cancelAll()
        }
        #expect(scene.settles.entries == [20, 20, 20, 20, 5])
        #expect(scene.metrics.value("sidecar_spend_settle_failures_total") == 3)
        let line = try #require(try await scene.lines().first)
        #expect(line.spent == Spend(microdollars: 250) && line.open == 0 && line.estimated == line.spent)
        #expect(scene.metrics.value("sidecar_spend_microdollars_total/chat") == 250)
        #expect(scene.metrics.value("sidecar_spend_estimated_total/chat") == 25)
    }

    @Test("what cannot be booked at the end is told, and stays set aside")
    func close() async throws {
        let scene = SpendScene(room: 2)
        for _ in 0..<3 {
            let reservation = try await scene.desk.reserve(
                PaidCall(completionRequest("Hello?")), .chat, models: ["scripted"])
            scene.desk.settle(reservation, turn: nil, taken: SpendTab(promptTokens: 10))
        }
        scene.isAway.withLockedValue { $0 = true }
        #expect(await scene.desk.close() == 2)
        scene.isAway.withLockedValue { $0 = false }
        #expect(await scene.desk.close() == 0)
        let line = try #require(try await scene.lines().first)
        #expect(line.requests == 2 && line.open == 1 && line.reserved == Spend(microdollars: Self.bound))
    }

    @Test("what cost more than was set aside is booked whole, and counted")
    func beyond() async throws {
        let scene = SpendScene()
        let reservation = try await scene.desk.reserve(
            PaidCall(completionRequest("Hello?")), .chat, models: ["scripted"])
        scene.desk.settle(reservation, turn: nil, taken: SpendTab(promptTokens: Int(Self.bound)))
        #expect(scene.metrics.value("sidecar_spend_beyond_reserved_total/chat") == 0)
        let other = try await scene.desk.reserve(PaidCall(completionRequest("Hello?")), .chat, models: ["scripted"])
        scene.desk.settle(other, turn: nil, taken: SpendTab(promptTokens: Int(Self.bound) + 1))
        #expect(scene.metrics.value("sidecar_spend_beyond_reserved_total/chat") == 1)
        await scene.desk.close()
        #expect(try await scene.lines().first?.spent == Spend(microdollars: Self.bound * 2 + 1))
    }
}
