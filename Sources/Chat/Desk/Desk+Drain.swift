import Logging
import NIOConcurrencyHelpers
import Ports

// Going away without losing anything.
extension Desk {
    /// Nothing new begins, every client is told when to come back, what runs may finish for a while, and then every
    /// socket is closed. What is still running then ends as failed, with its text stored.
    public func drain() async {
        let isFirst = draining.withLockedValue { isDraining in
            defer { isDraining = true }
            return !isDraining
        }
        guard isFirst else { return }
        logger.info("chat.drain.begun", metadata: ["sockets": "\(load.sockets)", "turns": "\(load.turns)"])
        for session in roster.withLockedValue({ $0.all }) { session.send(.draining(reconnectAfter: randomWait)) }
        await settle(within: settings.drain.wait)
        turns.interruptAll()
        await settle(within: settings.drain.interruptWait)
        for session in roster.withLockedValue({ $0.all }) {
            session.handle(.turnedAway(Dismissal(ChatError(.serverDraining), .draining)))
        }
        if turns.live == 0, !turns.hasUnsaved { await leave() }
        logger.info("chat.drain.done", metadata: ["turnsLeft": "\(turns.live)"])
    }

    /// Waits until no turn is live, or the time is up.
    private func settle(within limit: Duration) async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = await self.turns.idle().wait() }
            group.addTask { try? await self.ports.clock.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
    }

    private var randomWait: Duration {
        .milliseconds(Int64.random(in: 0...max(0, settings.drain.reconnectWithin.wholeMilliseconds)))
    }
}
