import NIOConcurrencyHelpers

/// Something that happens once. Whoever waits holds no thread, and stops waiting when its task is cancelled.
final class Signal: Sendable {
    private struct State {
        var hasFired = false
        var waiting: [Int: CheckedContinuation<Void, Never>] = [:]
        var nextKey = 0
        /// Waits cancelled before they began.
        var cancelled: Set<Int> = []
    }

    private let state = NIOLockedValueBox(State())

    /// It happens; later calls change nothing.
    func fire() {
        let waiting = state.withLockedValue { state in
            state.hasFired = true
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Returns true once it has happened, false when the waiting task was cancelled first.
    func wait() async -> Bool {
        let key = state.withLockedValue { state in
            state.nextKey += 1
            return state.nextKey
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLockedValue { state in
                    guard !state.hasFired, state.cancelled.remove(key) == nil else { return true }
                    state.waiting[key] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            cancel(key)
        }
        return state.withLockedValue { state in
            state.cancelled.remove(key)
            return state.hasFired
        }
    }

    private func cancel(_ key: Int) {
        let continuation = state.withLockedValue { state in
            let continuation = state.waiting.removeValue(forKey: key)
            if continuation == nil { state.cancelled.insert(key) }
            return continuation
        }
        continuation?.resume()
    }
}
