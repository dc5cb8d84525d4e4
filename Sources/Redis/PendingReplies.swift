internal import DequeModule
internal import Threads

/// A command on its way.
struct Request: Sendable {
    var command: RedisCommand
    var deadline: ContinuousClock.Instant
    var permit: CircuitBreaker.Permit
    var answer: Answer
}

/// Commands in the order in which their replies will come. `waiting` ones have not been written, since the connection
/// is still being made; `sent` ones have, and from then on only their order says whose reply is whose.
struct PendingReplies: Sendable {
    private var waiting: Deque<Request> = []
    private var sent: Deque<Request> = []

    /// The instant at which the first of them is too late. All have the same time, so the first to come is the first due.
    var deadline: ContinuousClock.Instant? {
        switch (sent.first?.deadline, waiting.first?.deadline) {
        case (let sent?, let waiting?): min(sent, waiting)
        case (let sent, let waiting): sent ?? waiting
        }
    }

    mutating func append(_ request: Request) { waiting.append(request) }

    /// Hands over what waits, in order, and counts it as sent.
    mutating func takeWaiting() -> [Request] {
        defer { waiting.removeAll(keepingCapacity: true) }
        sent.append(contentsOf: waiting)
        return Array(waiting)
    }

    /// The command that the next reply answers; nil when nobody asked, which means that the connection cannot be trusted.
    mutating func next() -> Request? { sent.popFirst() }

    /// Whether a written command has missed its deadline, so that the connection must be given up.
    func isOverdue(at now: ContinuousClock.Instant) -> Bool {
        sent.first.map { $0.deadline <= now } ?? false
    }

    /// Unwritten commands that have missed theirs; they can be failed without giving anything up.
    mutating func expireWaiting(at now: ContinuousClock.Instant) -> [Request] {
        var expired: [Request] = []
        while let first = waiting.first, first.deadline <= now {
            expired.append(first)
            waiting.removeFirst()
        }
        return expired
    }

    /// Everything, oldest first, when the connection is gone.
    mutating func removeAll() -> [Request] {
        defer {
            sent.removeAll()
            waiting.removeAll()
        }
        return Array(sent) + Array(waiting)
    }
}
