import Metrics
import NIOConcurrencyHelpers
public import ServiceLifecycle

/// How many sockets are open, as a gauge and as something to wait for. As a service it goes in front of the server (which
/// stops first): it then keeps the shutdown waiting until the last socket has said goodbye, but no longer than its limit.
public final class OpenSockets: Service {
    private struct State {
        var count = 0
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextID = 0
    }

    private let state = NIOLockedValueBox(State())
    private let gauge = Gauge(label: "sidecar_sockets_open")
    private let patience: Duration

    /// `patience` is how long a shutdown waits for the last socket.
    public init(patience: Duration = .seconds(30)) { self.patience = patience }

    /// How many there are.
    public var count: Int { state.withLockedValue { $0.count } }

    /// Waits for the shutdown, then for the sockets.
    public func run() async throws {
        try? await gracefulShutdown()
        await empty(within: patience)
    }

    /// Returns when no socket is open, or after `limit`; says which.
    @discardableResult
    public func empty(within limit: Duration) async -> Bool {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.wait() }
            group.addTask { try? await Task.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
        return count == 0
    }

    func opened() { change(by: 1) }

    func closed() { change(by: -1) }

    private func change(by step: Int) {
        let waiters: [CheckedContinuation<Void, Never>] = state.withLockedValue { state in
            state.count += step
            gauge.record(state.count)
            guard state.count == 0 else { return [] }
            defer { state.waiters = [:] }
            return Array(state.waiters.values)
        }
        for waiter in waiters { waiter.resume() }
    }

    private func wait() async {
        let id = state.withLockedValue { state in
            state.nextID += 1
            return state.nextID
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLockedValue { state in
                    if state.count == 0 || Task.isCancelled { return true }
                    state.waiters[id] = continuation
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            state.withLockedValue { $0.waiters.removeValue(forKey: id) }?.resume()
        }
    }
}
