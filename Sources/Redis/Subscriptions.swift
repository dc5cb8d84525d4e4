/// Who listens on which channel, and what has to be told to Redis about it. A value; the connection is elsewhere.
///
/// A channel is subscribed once however many listen, and again after every loss of the connection. It stands when every
/// SUBSCRIBE sent for it on this connection is confirmed: the confirmation of an earlier one proves nothing once an
/// UNSUBSCRIBE has been sent in between.
struct Subscriptions: Sendable {
    enum Order: Equatable, Sendable {
        case subscribe(String)
        case unsubscribe(String)
    }

    private enum Link {
        /// Nobody has asked for a connection yet, or the first one is being made.
        case untried
        case standing
        case lost(RedisError)
        case closed
    }

    private struct Channel {
        var receivers: [Int: Receiver] = [:]
        var waiting: [Answer] = []
    }

    private let limit: Int
    private var link = Link.untried
    private var channels: [String: Channel] = [:]
    private var unconfirmed: [String: Int] = [:]
    private var orders: [Order] = []
    private var count = 0
    private var lastID = 0

    init(limit: Int) { self.limit = limit }

    var isWanted: Bool { count > 0 }
    var awaitsConfirmation: Bool { !unconfirmed.isEmpty }

    /// Adds a listener. Its answer comes when the channel stands, or fails with the connection; the listener stays
    /// either way until it is removed.
    mutating func add(_ receiver: Receiver, to name: String, answer: Answer) throws(RedisError) -> Int {
        if case .closed = link { throw .shutdown }
        guard count < limit else { throw RedisError(.overloaded, "too many subscriptions stand") }
        lastID += 1
        count += 1
        let isNew = channels[name] == nil
        channels[name, default: Channel()].receivers[lastID] = receiver
        switch link {
        case .lost(let error): answer.settle(.failure(RedisError(.unavailable, "redis is away: \(error.message)")))
        case .standing where !isNew && unconfirmed[name] == nil: answer.settle(.success(.null))
        case .standing, .untried, .closed: channels[name]?.waiting.append(answer)
        }
        if case .standing = link, isNew { order(.subscribe(name)) }
        return lastID
    }

    /// Removes a listener; its channel goes with the last one.
    mutating func remove(_ id: Int, from name: String) {
        guard channels[name]?.receivers.removeValue(forKey: id) != nil else { return }
        count -= 1
        guard channels[name]?.receivers.isEmpty == true else { return }
        channels[name] = nil
        if case .standing = link { order(.unsubscribe(name)) }
    }

    /// What is to be sent now, in order.
    mutating func takeOrders() -> [Order] {
        defer { orders.removeAll(keepingCapacity: true) }
        return orders
    }

    /// A new connection stands: everything is subscribed again.
    mutating func opened() {
        link = .standing
        unconfirmed.removeAll()
        orders.removeAll()
        for name in channels.keys { order(.subscribe(name)) }
    }

    /// Redis has confirmed one SUBSCRIBE; gives those who waited for the channel to stand.
    mutating func confirmed(_ name: String) -> [Answer] {
        guard let left = unconfirmed[name] else { return [] }
        unconfirmed[name] = left > 1 ? left - 1 : nil
        guard left == 1, let waiting = channels[name]?.waiting else { return [] }
        channels[name]?.waiting = []
        return waiting
    }

    /// The connection is gone; gives those who waited on it.
    mutating func lost(_ error: RedisError) -> [Answer] {
        link = error.code == .shutdown ? .closed : .lost(error)
        unconfirmed.removeAll()
        orders.removeAll()
        let waiting = channels.values.flatMap(\.waiting)
        for name in channels.keys { channels[name]?.waiting = [] }
        return waiting
    }

    /// Who listens on a channel, in the order they came.
    func receivers(of name: String) -> [Receiver] {
        guard let receivers = channels[name]?.receivers else { return [] }
        return receivers.sorted { $0.key < $1.key }.map(\.value)
    }

    private mutating func order(_ order: Order) {
        if case .subscribe(let name) = order { unconfirmed[name, default: 0] += 1 }
        orders.append(order)
    }
}
