internal import NIOConcurrencyHelpers
internal import Threads

/// The wishes of all listeners, shared between their threads and the loop.
final class SubscriptionDesk: Sendable {
    private let book: NIOLockedValueBox<Subscriptions>
    private let waker: Waker

    init(limit: Int, waker: Waker) {
        book = NIOLockedValueBox(Subscriptions(limit: limit))
        self.waker = waker
    }

    func add(_ receiver: Receiver, to name: String, answer: Answer) throws(RedisError) -> Int {
        let added = book.withLockedValue { book in
            Result { () throws(RedisError) in try book.add(receiver, to: name, answer: answer) }
        }
        waker.wake()
        return try added.get()
    }

    func remove(_ id: Int, from name: String) {
        book.withLockedValue { $0.remove(id, from: name) }
        waker.wake()
    }

    func read<Value>(_ body: (inout Subscriptions) -> Value) -> Value { book.withLockedValue(body) }
}

/// The second connection, which only listens. Runs on the loop's thread only.
final class SubscriptionLane: ConnectionRole {
    private let desk: SubscriptionDesk
    private let journal: Journal
    private let patience: Duration
    private var availability = Availability()
    /// When the next confirmation must have come, while any is owed.
    private var confirmBy: ContinuousClock.Instant?

    init(desk: SubscriptionDesk, settings: RedisSettings, journal: Journal) {
        self.desk = desk
        self.journal = journal
        patience = settings.connectTimeout
    }

    var deadline: ContinuousClock.Instant? { confirmBy }

    func pump(_ connection: Connection, at now: ContinuousClock.Instant) {
        if let confirmBy, now >= confirmBy {
            connection.fail(RedisError(.timeout, "redis did not confirm a subscription in time"), at: now)
        }
        guard connection.isReady else { return }
        let orders = desk.read { $0.takeOrders() }
        guard !orders.isEmpty else { return }
        for order in orders { connection.append(command(order)) }
        if desk.read({ $0.awaitsConfirmation }) { confirmBy = confirmBy ?? now + patience }
        connection.flush(at: now)
    }

    func opened(_ connection: Connection, at now: ContinuousClock.Instant) {
        desk.read { $0.opened() }
        connection.answered()
        journal.note(availability.connected(), of: .subscriptions)
    }

    func received(_ value: RedisValue, at now: ContinuousClock.Instant) -> RedisError? {
        guard case .array(let parts) = value, parts.count == 3, let name = parts[1].text else {
            return RedisError(.unavailable, "redis sent something that is no message")
        }
        switch (parts[0].text, parts[2]) {
        case ("message", .bytes(let message)):
            for receiver in desk.read({ $0.receivers(of: name) }) { receiver.deliver(message) }
        case ("subscribe", _): confirmed(name, at: now)
        case ("unsubscribe", _): break
        default: return RedisError(.unavailable, "redis sent something that is no message")
        }
        return nil
    }

    func closed(_ error: RedisError, at now: ContinuousClock.Instant) {
        confirmBy = nil
        if error.code != .shutdown { journal.note(availability.lost(error), of: .subscriptions) }
        for answer in desk.read({ $0.lost(error) }) { answer.settle(.failure(error)) }
    }

    private func confirmed(_ name: String, at now: ContinuousClock.Instant) {
        let (waiting, isMoreOwed) = desk.read { ($0.confirmed(name), $0.awaitsConfirmation) }
        confirmBy = isMoreOwed ? now + patience : nil
        journal.note(availability.answered(), of: .subscriptions)
        for answer in waiting { answer.settle(.success(.null)) }
    }

    private func command(_ order: Subscriptions.Order) -> RedisCommand {
        switch order {
        case .subscribe(let name): RedisCommand(["SUBSCRIBE", RedisArgument(name)])
        case .unsubscribe(let name): RedisCommand(["UNSUBSCRIBE", RedisArgument(name)])
        }
    }
}
