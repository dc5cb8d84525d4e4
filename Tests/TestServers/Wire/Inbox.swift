internal import NIOConcurrencyHelpers
internal import NIOCore
internal import NIOPosix

/// What a wait for the other side can end with, when it does not end with what was waited for.
public enum WireError: Error, Equatable {
    /// Nothing came in time.
    case timedOut
    /// The other side has closed the connection, and everything it sent was taken.
    case ended
    /// What came is not what the protocol allows.
    case malformed(String)
}

/// Things that arrive, in order, for a test that waits for them with a time limit.
public final class Inbox<Element: Sendable>: Sendable {
    private typealias Waiter = CheckedContinuation<Element, any Error>

    private struct State {
        var elements: [Element] = []
        var waiters: [(id: Int, waiter: Waiter)] = []
        var nextID = 0
        var end: WireError?
    }

    private let state = NIOLockedValueBox(State())

    /// An empty inbox.
    public init() {}

    /// How many elements wait to be taken.
    public var count: Int { state.withLockedValue { $0.elements.count } }

    /// Adds an element; the oldest waiter gets it.
    public func push(_ element: Element) {
        let waiter: Waiter? = state.withLockedValue { state in
            guard state.end == nil else { return nil }
            if state.waiters.isEmpty {
                state.elements.append(element)
                return nil
            }
            return state.waiters.removeFirst().waiter
        }
        waiter?.resume(returning: element)
    }

    /// Nothing more will come: waits end with `error`, elements already here can still be taken.
    public func finish(_ error: WireError = .ended) {
        let waiters = state.withLockedValue { state in
            if state.end == nil { state.end = error }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.waiter.resume(throwing: error) }
    }

    /// The next element, or a `WireError` when none comes within `timeout`.
    public func next(timeout: Duration = .seconds(10)) async throws -> Element {
        let id = state.withLockedValue { state in
            state.nextID += 1
            return state.nextID
        }
        let alarm = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: TimeAmount(timeout)) {
            self.give(up: id)
        }
        defer { alarm.cancel() }
        return try await withCheckedThrowingContinuation { wait(id, $0) }
    }

    private func wait(_ id: Int, _ waiter: Waiter) {
        let ready: Result<Element, any Error>? = state.withLockedValue { state in
            if !state.elements.isEmpty { return .success(state.elements.removeFirst()) }
            if let end = state.end { return .failure(end) }
            state.waiters.append((id, waiter))
            return nil
        }
        if let ready { waiter.resume(with: ready) }
    }

    private func give(up id: Int) {
        let waiter: Waiter? = state.withLockedValue { state in
            guard let index = state.waiters.firstIndex(where: { $0.id == id }) else { return nil }
            return state.waiters.remove(at: index).waiter
        }
        waiter?.resume(throwing: WireError.timedOut)
    }
}
