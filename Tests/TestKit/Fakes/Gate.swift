import NIOConcurrencyHelpers

/// A place where calls wait until a test lets them through.
public final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = NIOLockedValueBox(State())
    /// One entry for each call that has arrived.
    public let arrivals = Journal<Void>()

    /// Closed.
    public init() {}

    /// Lets everybody through, now and from now on.
    public func open() {
        let waiting = state.withLockedValue { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Waits here, cancelled or not, until it is open.
    public func hold() async {
        arrivals.append(())
        await withCheckedContinuation { continuation in
            let isOpen = state.withLockedValue { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}
