import DequeModule
import NIOConcurrencyHelpers

/// Work handed over by code that must not wait, run by tasks of the service that does. Bounded twice: so many run, so
/// many wait, and the next one is refused.
final class WorkQueue: Sendable {
    /// One piece of work.
    typealias Work = @Sendable () async -> Void

    private struct State {
        var waiting: Deque<Work> = []
        var running = 0
        var server: CheckedContinuation<Work?, Never>?
        var isClosed = false

        mutating func nextReady(_ limit: Int) -> Work? {
            guard running < limit, let work = waiting.popFirst() else { return nil }
            running += 1
            return work
        }
    }

    private let state = NIOLockedValueBox(State())
    private let running: Int
    private let waiting: Int

    /// A queue of these bounds.
    init(running: Int, waiting: Int) {
        self.running = running
        self.waiting = waiting
    }

    /// Hands work over; false when there is no room or nobody will ever serve it.
    func offer(_ work: @escaping Work) -> Bool {
        let (isTaken, wake) = state.withLockedValue { state -> (Bool, (() -> Void)?) in
            guard !state.isClosed, state.waiting.count < waiting else { return (false, nil) }
            state.waiting.append(work)
            return (true, release(&state))
        }
        wake?()
        return isTaken
    }

    /// Runs what is offered until cancelled, then waits for what runs; what still waits is dropped.
    func serve() async {
        await withDiscardingTaskGroup { group in
            while let work = await next() {
                group.addTask {
                    await work()
                    self.finished()
                }
            }
            group.cancelAll()
        }
    }

    /// What runs and what waits.
    var load: (running: Int, waiting: Int) {
        state.withLockedValue { ($0.running, $0.waiting.count) }
    }

    private func next() async -> Work? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (isReady, work) = state.withLockedValue { state -> (Bool, Work?) in
                    if state.isClosed { return (true, nil) }
                    if let work = state.nextReady(running) { return (true, work) }
                    state.server = continuation
                    return (false, nil)
                }
                if isReady { continuation.resume(returning: work) }
            }
        } onCancel: {
            close()
        }
    }

    private func finished() {
        let wake = state.withLockedValue { state in
            state.running -= 1
            return release(&state)
        }
        wake?()
    }

    private func close() {
        let server = state.withLockedValue { state in
            state.isClosed = true
            state.waiting = []
            defer { state.server = nil }
            return state.server
        }
        server?.resume(returning: nil)
    }

    /// Gives the next ready work to the serving task, outside the lock.
    private func release(_ state: inout State) -> (() -> Void)? {
        guard let server = state.server, let work = state.nextReady(running) else { return nil }
        state.server = nil
        return { server.resume(returning: work) }
    }
}
