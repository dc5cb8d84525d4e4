internal import Threads

/// Pairs replies with commands. Runs on the loop's thread only.
///
/// A reply carries no sign of whose it is; order alone says so. Hence the one rule here: after anything that could put
/// order in doubt (a missed deadline, a reply nobody asked for) the connection goes, with everything sent on it.
final class CommandLane: ConnectionRole {
    private let mailbox: Mailbox
    private let journal: Journal
    private var pending = PendingReplies()
    private var settled: [Mailbox.Settled] = []
    private var availability = Availability()

    init(mailbox: Mailbox, journal: Journal) {
        self.mailbox = mailbox
        self.journal = journal
    }

    var deadline: ContinuousClock.Instant? { pending.deadline }

    func accept(_ requests: [Request]) {
        for request in requests { pending.append(request) }
    }

    /// Writes what waits, and fails what is too late.
    func pump(_ connection: Connection, at now: ContinuousClock.Instant) {
        if pending.isOverdue(at: now) {
            connection.fail(RedisError(.timeout, "redis did not answer in time"), at: now)
        }
        for request in pending.expireWaiting(at: now) {
            let error = RedisError(.timeout, "no connection to redis in time")
            settled.append(.init(request: request, outcome: .failed, verdict: .failure(error)))
        }
        guard connection.isReady else { return }
        for request in pending.takeWaiting() { connection.append(request.command) }
        connection.flush(at: now)
    }

    /// Hands the turn's results to the callers, once, at its end.
    func settle(_ connection: Connection, at now: ContinuousClock.Instant) {
        guard !settled.isEmpty else { return }
        if settled.contains(where: { $0.outcome == .answered }) {
            connection.answered()
            journal.note(availability.answered(), of: .commands)
        }
        for change in mailbox.settle(settled, at: now) { journal.note(change) }
        settled.removeAll(keepingCapacity: true)
    }

    func opened(_ connection: Connection, at now: ContinuousClock.Instant) {
        mailbox.setGate(.open)
        journal.note(availability.connected(), of: .commands)
    }

    func received(_ value: RedisValue, at now: ContinuousClock.Instant) -> RedisError? {
        guard let request = pending.next() else {
            return RedisError(.unavailable, "redis sent a reply that nobody asked for")
        }
        let verdict: Answer.Verdict =
            if case .refused(let refusal) = value { .failure(.refused(refusal)) } else { .success(value) }
        settled.append(.init(request: request, outcome: .answered, verdict: verdict))
        return nil
    }

    /// One lost connection counts as one failure, however many commands were on it.
    func closed(_ error: RedisError, at now: ContinuousClock.Instant) {
        mailbox.setGate(.down(error))
        if error.code != .shutdown { journal.note(availability.lost(error), of: .commands) }
        for (index, request) in pending.removeAll().enumerated() {
            let outcome: CircuitBreaker.Outcome = index == 0 ? .failed : .abandoned
            settled.append(.init(request: request, outcome: outcome, verdict: .failure(error)))
        }
    }
}
