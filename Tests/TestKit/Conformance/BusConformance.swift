import NIOConcurrencyHelpers
public import Ports
import Testing

/// A bus as two instances see it; the same one twice when it lives in one process.
public struct BusPair: Sendable {
    /// Where the checks listen.
    public var here: Bus
    /// Where the checks speak.
    public var there: Bus

    /// Two ends of one bus.
    public init(here: Bus, there: Bus) {
        self.here = here
        self.there = there
    }
}

/// What every bus promises. Run with `@Test(arguments: BusConformance.checks)`.
public enum BusConformance {
    /// Every promise.
    public static let checks: [ConformanceCheck<BusPair>] = [
        ConformanceCheck("Messages of one publisher arrive in order, byte for byte") { bus async throws in
            let channel = Fresh.key()
            let ear = Ear()
            let subscription = await bus.here.subscribe(channel, ear.hear)
            let sent: [[UInt8]] = (0..<200).map { [UInt8($0), 0, 13, 10] } + [[]]
            for message in sent { await bus.there.publish(channel, message) }
            #expect(try await eventually { ear.heard.count >= sent.count })
            #expect(ear.heard == sent)
            subscription.cancel()
        },
        ConformanceCheck("Every subscriber hears every message, on the publisher's side too") { bus async throws in
            let channel = Fresh.key()
            let ears = [Ear(), Ear(), Ear()]
            let subscriptions = [
                await bus.here.subscribe(channel, ears[0].hear), await bus.here.subscribe(channel, ears[1].hear),
                await bus.there.subscribe(channel, ears[2].hear),
            ]
            for byte in UInt8(1)...3 { await bus.there.publish(channel, [byte]) }
            for ear in ears {
                #expect(try await eventually { ear.heard.count >= 3 })
                #expect(ear.heard == [[1], [2], [3]])
            }
            subscriptions.forEach { $0.cancel() }
        },
        ConformanceCheck("A subscriber hears its own channel only") { bus async throws in
            let (mine, other) = (Fresh.key("a"), Fresh.key("a"))
            let ear = Ear()
            let subscription = await bus.here.subscribe(mine, ear.hear)
            await bus.there.publish(other, [9])
            await bus.there.publish(mine, [1])
            #expect(try await eventually { !ear.heard.isEmpty })
            #expect(ear.heard == [[1]])
            subscription.cancel()
        },
        ConformanceCheck("After cancelling nothing more arrives, and the others still hear") { bus async throws in
            let channel = Fresh.key()
            let (gone, stays) = (Ear(), Ear())
            let first = await bus.here.subscribe(channel, gone.hear)
            let second = await bus.here.subscribe(channel, stays.hear)
            await bus.there.publish(channel, [1])
            #expect(try await eventually { gone.heard.count == 1 && stays.heard.count == 1 })
            first.cancel()
            first.cancel()
            await bus.there.publish(channel, [2])
            #expect(try await eventually { stays.heard.count == 2 })
            #expect(gone.heard == [[1]])
            second.cancel()
        },
        ConformanceCheck("A channel can be subscribed to again after its last subscriber left") { bus async throws in
            let channel = Fresh.key()
            let (early, late) = (Ear(), Ear())
            await bus.here.subscribe(channel, early.hear).cancel()
            let subscription = await bus.here.subscribe(channel, late.hear)
            await bus.there.publish(channel, [1])
            #expect(try await eventually { late.heard == [[1]] })
            #expect(early.heard.isEmpty)
            subscription.cancel()
        },
        ConformanceCheck("A subscriber may cancel itself while it hears") { bus async throws in
            let channel = Fresh.key()
            let (once, always) = (Ear(), Ear())
            let own = NIOLockedValueBox<Bus.Subscription?>(nil)
            let subscription = await bus.here.subscribe(channel) { message in
                once.hear(message)
                own.withLockedValue { $0 }?.cancel()
            }
            own.withLockedValue { $0 = subscription }
            let other = await bus.here.subscribe(channel, always.hear)
            for byte in UInt8(1)...3 { await bus.there.publish(channel, [byte]) }
            #expect(try await eventually { always.heard.count == 3 })
            #expect(once.heard == [[1]])
            other.cancel()
        },
        ConformanceCheck("Publishing without a subscriber does nothing, and nothing is kept for later") {
            bus async throws in
            let channel = Fresh.key()
            await bus.there.publish(channel, [1])
            let ear = Ear()
            let subscription = await bus.here.subscribe(channel, ear.hear)
            await bus.there.publish(channel, [2])
            #expect(try await eventually { !ear.heard.isEmpty })
            #expect(ear.heard == [[2]])
            subscription.cancel()
        },
    ]
}

/// Keeps what it heard, in order.
private struct Ear: Sendable {
    private let messages = NIOLockedValueBox<[[UInt8]]>([])

    var heard: [[UInt8]] { messages.withLockedValue { $0 } }

    @Sendable func hear(_ message: [UInt8]) { messages.withLockedValue { $0.append(message) } }
}
