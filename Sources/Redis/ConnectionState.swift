internal import Threads

/// One connection's life, apart from sockets and clocks: events go in, what to do comes out.
///
///     idle ──due──▶ resolving ──▶ connecting ──▶ greeting ──▶ ready
///      ▲                │             │              │          │
///      └── wait a backoff ◀── failed or too late ────┴── lost ──┘        closed (from anywhere, for good)
///
/// 1. `connectTimeout` covers everything from the look-up to the last greeting reply.
/// 2. The backoff starts again only once a command was answered: a server that greets but then stays silent is met
///    with longer and longer waits.
/// 3. A name with several addresses is tried one address an attempt.
struct ConnectionState: Sendable {
    enum Action: Equatable, Sendable {
        case resolve
        case connect(HostAddress)
        case greet
        case announceReady
        /// Give up what there is of a connection and fail what waits on it.
        case discard(RedisError)
    }

    enum Phase: Equatable, Sendable {
        case idle(until: ContinuousClock.Instant)
        case resolving(deadline: ContinuousClock.Instant)
        case connecting(deadline: ContinuousClock.Instant)
        case greeting(deadline: ContinuousClock.Instant)
        case ready
        case closed
    }

    private(set) var phase: Phase
    private var attempts = 0
    private var backoff: Backoff
    private let connectTimeout: Duration

    init(settings: RedisSettings, at now: ContinuousClock.Instant) {
        phase = .idle(until: now)
        backoff = Backoff(settings.backoff)
        connectTimeout = settings.connectTimeout
    }

    /// When `tick` has something to do.
    var deadline: ContinuousClock.Instant? {
        switch phase {
        case .idle(let instant), .resolving(let instant), .connecting(let instant), .greeting(let instant): instant
        case .ready, .closed: nil
        }
    }

    var isReady: Bool { phase == .ready }

    /// Time has passed.
    mutating func tick(at now: ContinuousClock.Instant, random: Double) -> Action? {
        guard let deadline, now >= deadline else { return nil }
        if case .idle = phase {
            attempts += 1
            phase = .resolving(deadline: now + connectTimeout)
            return .resolve
        }
        return lost(RedisError(.timeout, "redis did not accept a connection in time"), at: now, random: random)
    }

    /// A look-up has ended; it may be one that an earlier attempt began. No address is a failed attempt.
    mutating func resolved(
        _ addresses: [HostAddress], at now: ContinuousClock.Instant, random: Double
    ) -> Action? {
        guard case .resolving(let deadline) = phase else { return nil }
        guard !addresses.isEmpty else {
            return lost(RedisError(.unavailable, "the name of the redis host has no address"), at: now, random: random)
        }
        phase = .connecting(deadline: deadline)
        return .connect(addresses[(attempts - 1) % addresses.count])
    }

    /// The socket is connected.
    mutating func connected() -> Action? {
        guard case .connecting(let deadline) = phase else { return nil }
        phase = .greeting(deadline: deadline)
        return .greet
    }

    /// Every greeting command was accepted.
    mutating func greeted() -> Action? {
        guard case .greeting = phase else { return nil }
        phase = .ready
        return .announceReady
    }

    /// A command was answered in time.
    mutating func answered() { backoff.reset() }

    /// The connection is of no more use; a refused greeting counts too.
    mutating func lost(_ error: RedisError, at now: ContinuousClock.Instant, random: Double) -> Action? {
        switch phase {
        case .idle, .closed: return nil
        case .resolving, .connecting, .greeting, .ready:
            phase = .idle(until: now + backoff.next(random: random))
            return .discard(error)
        }
    }

    /// No more attempts.
    mutating func close() -> Action {
        phase = .closed
        return .discard(.shutdown)
    }
}
