/// Whether Redis is of use right now, and the one line the log gets when that changes.
///
/// A server that was lost by silence is believed again only once it has answered a command; one that was away is
/// believed as soon as it has greeted. So a server that accepts connections and then says nothing logs once, not once
/// an attempt.
struct Availability: Sendable {
    enum Change: Equatable, Sendable {
        case available
        case unavailable(RedisError)
    }

    private enum State {
        case unknown
        case available
        case unavailable(isSilent: Bool)
    }

    private var state = State.unknown

    /// The connection has greeted.
    mutating func connected() -> Change? {
        if case .unavailable(isSilent: true) = state { return nil }
        return enterAvailable()
    }

    /// A command was answered in time.
    mutating func answered() -> Change? { enterAvailable() }

    /// The connection was given up.
    mutating func lost(_ error: RedisError) -> Change? {
        let isSilent = error.code == .timeout
        if case .unavailable(let wasSilent) = state {
            state = .unavailable(isSilent: wasSilent || isSilent)
            return nil
        }
        state = .unavailable(isSilent: isSilent)
        return .unavailable(error)
    }

    private mutating func enterAvailable() -> Change? {
        if case .available = state { return nil }
        state = .available
        return .available
    }
}
