internal import Threads

/// One client's work on its thread: two connections, one for commands and one that only listens. The second is made when
/// the first listener comes.
final class RedisLoop: PolledLoop {
    private let settings: RedisSettings
    private let mailbox: Mailbox
    private let desk: SubscriptionDesk
    private let commandLane: CommandLane
    private let subscriptionLane: SubscriptionLane
    private let commands: Connection
    private var subscriptions: Connection?

    init(_ settings: RedisSettings, mailbox: Mailbox, desk: SubscriptionDesk, journal: Journal) {
        self.settings = settings
        self.mailbox = mailbox
        self.desk = desk
        commandLane = CommandLane(mailbox: mailbox, journal: journal)
        subscriptionLane = SubscriptionLane(desk: desk, settings: settings, journal: journal)
        commands = Self.connection(.commands, role: commandLane, settings, mailbox)
    }

    func turn(ready: [Readiness], now: ContinuousClock.Instant) -> Sleep {
        let mail = mailbox.take()
        if mail.isStopped { return stop(failing: mail.requests, at: now) }
        commandLane.accept(mail.requests)
        if subscriptions == nil, desk.read({ $0.isWanted }) {
            subscriptions = Self.connection(.subscriptions, role: subscriptionLane, settings, mailbox)
        }
        for lookup in mail.lookups {
            connection(lookup.lane)?.resolved(lookup.addresses, at: now)
        }
        for readiness in ready {
            commands.process(readiness, at: now)
            subscriptions?.process(readiness, at: now)
        }
        drive(at: now)
        return .on([commands.interest, subscriptions?.interest].compactMap(\.self), until: deadline)
    }

    /// Replies were read before deadlines are looked at, so that one which came in time is never taken for late.
    private func drive(at now: ContinuousClock.Instant) {
        commands.tick(at: now)
        commandLane.pump(commands, at: now)
        commandLane.settle(commands, at: now)
        guard let subscriptions else { return }
        subscriptions.tick(at: now)
        subscriptionLane.pump(subscriptions, at: now)
    }

    private var deadline: ContinuousClock.Instant? {
        [commands.deadline, commandLane.deadline, subscriptions?.deadline, subscriptionLane.deadline]
            .compactMap(\.self).min()
    }

    private func stop(failing requests: [Request], at now: ContinuousClock.Instant) -> Sleep {
        commandLane.accept(requests)
        commands.close(at: now)
        commandLane.settle(commands, at: now)
        subscriptions?.close(at: now)
        subscriptionLane.closed(.shutdown, at: now)
        return .ended
    }

    private func connection(_ lane: Mailbox.Lane) -> Connection? {
        switch lane {
        case .commands: commands
        case .subscriptions: subscriptions
        }
    }

    private static func connection(
        _ lane: Mailbox.Lane, role: any ConnectionRole, _ settings: RedisSettings, _ mailbox: Mailbox
    ) -> Connection {
        Connection(settings, role: role, at: .now) {
            HostLookup.start(settings.address) { addresses in
                mailbox.resolved(Mailbox.Lookup(lane: lane, addresses: addresses))
            }
        }
    }
}
