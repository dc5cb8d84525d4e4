internal import Threads

/// What one connection is for. Called on the loop's thread.
protocol ConnectionRole: AnyObject {
    /// The connection has greeted; commands may be written.
    func opened(_ connection: Connection, at now: ContinuousClock.Instant)
    /// A reply came after the greeting. An error means that the connection cannot be trusted any more.
    func received(_ value: RedisValue, at now: ContinuousClock.Instant) -> RedisError?
    /// There is no connection any more; whatever waits on it must be failed.
    func closed(_ error: RedisError, at now: ContinuousClock.Instant)
}

/// Does what `ConnectionState` says, with a socket. Runs on the loop's thread only.
final class Connection {
    private let settings: RedisSettings
    private let role: any ConnectionRole
    private let lookUp: () -> Void
    private var state: ConnectionState
    private var handle: HiredisHandle?
    private var greetingsLeft = 0
    /// One look-up at a time, however many attempts a slow name server outlasts.
    private var isLookingUp = false

    init(
        _ settings: RedisSettings, role: any ConnectionRole, at now: ContinuousClock.Instant,
        lookUp: @escaping () -> Void
    ) {
        self.settings = settings
        self.role = role
        self.lookUp = lookUp
        state = ConnectionState(settings: settings, at: now)
    }

    var isReady: Bool { state.isReady }
    var interest: Interest? { handle?.interest }
    var deadline: ContinuousClock.Instant? { state.deadline }

    /// Appends a command; `flush` sends it.
    func append(_ command: RedisCommand) { handle?.append(command) }

    func flush(at now: ContinuousClock.Instant) {
        if case .failed(let error) = handle?.flush() { fail(error, at: now) }
    }

    /// A reply that the server owed was given in time.
    func answered() { state.answered() }

    func fail(_ error: RedisError, at now: ContinuousClock.Instant) {
        perform(state.lost(error, at: now, random: .random(in: 0..<1)), at: now)
    }

    func close(at now: ContinuousClock.Instant) { perform(state.close(), at: now) }

    func tick(at now: ContinuousClock.Instant) {
        perform(state.tick(at: now, random: .random(in: 0..<1)), at: now)
    }

    func resolved(_ addresses: [HostAddress], at now: ContinuousClock.Instant) {
        isLookingUp = false
        perform(state.resolved(addresses, at: now, random: .random(in: 0..<1)), at: now)
    }

    func process(_ readiness: Readiness, at now: ContinuousClock.Instant) {
        guard let handle, handle.interest.descriptor == readiness.descriptor else { return }
        for event in handle.process(readiness) {
            // An earlier event of the same read may have given the connection up; the rest was for the old one.
            guard self.handle === handle else { return }
            take(event, at: now)
        }
    }

    private func take(_ event: HiredisHandle.Event, at now: ContinuousClock.Instant) {
        switch event {
        case .connected: perform(state.connected(), at: now)
        case .failed(let error): fail(error, at: now)
        case .reply(let value) where state.isReady:
            if let error = role.received(value, at: now) { fail(error, at: now) }
        case .reply(let value): greeted(value, at: now)
        }
    }

    private func perform(_ action: ConnectionState.Action?, at now: ContinuousClock.Instant) {
        switch action {
        case nil: break
        case .resolve where isLookingUp: break
        case .resolve:
            isLookingUp = true
            lookUp()
        case .connect(let address):
            handle = HiredisHandle(address, replyLimit: settings.limits.replyBytes)
            if handle == nil { fail(RedisError(.unavailable, "no connection to redis can be made"), at: now) }
        case .greet: greet(at: now)
        case .announceReady: role.opened(self, at: now)
        case .discard(let error):
            handle = nil
            role.closed(error, at: now)
        }
    }

    /// A `PING` closes the greeting, so that a server that is still loading or wants a password says so here rather
    /// than to every caller.
    private func greet(at now: ContinuousClock.Instant) {
        var commands: [RedisCommand] = []
        if let password = settings.password {
            let name = settings.user.map { [RedisArgument($0)] } ?? []
            commands.append(RedisCommand(["AUTH"] + name + [RedisArgument(password)]))
        }
        if settings.database != 0 {
            commands.append(RedisCommand(["SELECT", RedisArgument(Int64(settings.database))]))
        }
        commands.append(RedisCommand(["PING"]))
        greetingsLeft = commands.count
        commands.forEach(append)
        flush(at: now)
    }

    private func greeted(_ value: RedisValue, at now: ContinuousClock.Instant) {
        if case .refused(let refusal) = value {
            let error = RedisError(.unavailable, "redis refused the connection with \(refusal.rawValue)")
            return fail(error, at: now)
        }
        greetingsLeft -= 1
        if greetingsLeft == 0 { perform(state.greeted(), at: now) }
    }
}
