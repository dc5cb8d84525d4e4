internal import NIOConcurrencyHelpers
internal import Threads

/// Where callers of any thread leave commands for the loop, and where they learn at once that there is no use in it.
///
/// A command is held (counted against the limits) from `post` until the loop settles it.
final class Mailbox: Sendable {
    /// Whether a command may be left.
    enum Gate: Sendable {
        /// Open. Before the first connection stands commands wait for it, within their own time.
        case open
        /// Shut while there is no connection.
        case down(RedisError)
        case stopped
    }

    /// What the loop finds.
    struct Mail: Sendable {
        var requests: [Request] = []
        var lookups: [Lookup] = []
        var isStopped = false
    }

    /// The end of a look-up.
    struct Lookup: Sendable {
        var lane: Lane
        var addresses: [HostAddress]
    }

    /// Which connection.
    enum Lane: String, Sendable { case commands, subscriptions }

    /// A command that is over, with how it ended.
    struct Settled: Sendable {
        var request: Request
        var outcome: CircuitBreaker.Outcome
        var verdict: Answer.Verdict
    }

    private struct State {
        var mail = Mail()
        var gate = Gate.open
        var breaker: CircuitBreaker
        var heldCommands = 0
        var heldBytes = 0
    }

    let waker = Waker()
    private let limits: RedisLimits
    private let state: NIOLockedValueBox<State>

    init(_ settings: RedisSettings) {
        limits = settings.limits
        state = NIOLockedValueBox(State(breaker: CircuitBreaker(settings.breaker)))
    }

    /// Whether a command has a good chance right now.
    var isOpen: Bool {
        state.withLockedValue { state in
            if case .open = state.gate { state.breaker.isClosed } else { false }
        }
    }

    /// Leaves a command for the loop, or says why not.
    func post(_ command: RedisCommand, until deadline: ContinuousClock.Instant) throws(RedisError) -> Answer {
        let answer = Answer()
        let posted = state.withLockedValue { state -> Result<Bool, RedisError> in
            Result { () throws(RedisError) in
                let permit = try admit(command, &state)
                state.mail.requests.append(
                    Request(command: command, deadline: deadline, permit: permit, answer: answer))
                return state.mail.requests.count == 1
            }
        }
        // One wake-up for as many commands as come before the loop looks.
        if try posted.get() { waker.wake() }
        return answer
    }

    private func admit(_ command: RedisCommand, _ state: inout State) throws(RedisError) -> CircuitBreaker.Permit {
        switch state.gate {
        case .open: break
        case .down(let error): throw RedisError(.unavailable, "redis is away: \(error.message)")
        case .stopped: throw .shutdown
        }
        guard state.heldCommands < limits.commands, state.heldBytes + command.wire.count <= limits.queuedBytes else {
            throw RedisError(.overloaded, "too many redis commands wait")
        }
        guard let permit = state.breaker.admit(at: .now) else {
            throw RedisError(.unavailable, "redis does not answer in time and is left alone for a while")
        }
        state.heldCommands += 1
        state.heldBytes += command.wire.count
        return permit
    }

    /// The loop empties the box; requests that came after it stopped are its to fail.
    func take() -> Mail {
        state.withLockedValue { state in
            defer { state.mail = Mail(isStopped: state.mail.isStopped) }
            return state.mail
        }
    }

    /// Ends commands: first what later callers see, then the callers of these.
    func settle(_ settled: [Settled], at now: ContinuousClock.Instant) -> [CircuitBreaker.Change] {
        let changes = state.withLockedValue { state in
            settled.compactMap { one in
                state.heldCommands -= 1
                state.heldBytes -= one.request.command.wire.count
                return state.breaker.report(one.outcome, of: one.request.permit, at: now)
            }
        }
        for one in settled { one.request.answer.settle(one.verdict) }
        return changes
    }

    func setGate(_ gate: Gate) {
        state.withLockedValue { state in
            if case .stopped = state.gate { return }
            state.gate = gate
        }
    }

    func resolved(_ lookup: Lookup) {
        state.withLockedValue { $0.mail.lookups.append(lookup) }
        waker.wake()
    }

    /// No further commands; the loop fails those that wait and ends.
    func stop() {
        state.withLockedValue { state in
            state.gate = .stopped
            state.mail.isStopped = true
        }
        waker.wake()
    }
}
