internal import Dispatch
internal import NIOConcurrencyHelpers

extension BlockingPool {
    /// Two ways for a job to end; exactly one of them is called, once.
    struct Job: Sendable {
        var run: @Sendable () -> Void
        var refuse: @Sendable (Refusal) -> Void
    }

    /// Where one caller stands. Cancelling may come before the job has entered the line.
    final class Claim: Sendable {
        enum Place {
            case outside
            case inLine(BlockingPoolQueue<Job>.Ticket)
            case cancelled
        }
        let place = NIOLockedValueBox(Place.outside)
    }

    /// What callers and threads share; it outlives the pool until the last thread has left.
    final class Shared: Sendable {
        private struct State {
            var queue: BlockingPoolQueue<Job>
            var threads: Int
            var leaving: [CheckedContinuation<Void, Never>] = []
        }

        private let limits: Limits
        private let state: NIOLockedValueBox<State>
        /// Counts jobs that came in; a thread that finds none left goes back to wait.
        private let arrivals = DispatchSemaphore(value: 0)

        init(_ limits: Limits) {
            self.limits = limits
            state = NIOLockedValueBox(
                State(queue: BlockingPoolQueue(limit: limits.queue), threads: limits.threads))
        }

        var waiting: Int { state.withLockedValue { $0.queue.count } }

        func enter(_ job: Job, _ claim: Claim) {
            let refusal: Refusal? = claim.place.withLockedValue { place in
                if case .cancelled = place { return .cancelled }
                return state.withLockedValue { state -> Refusal? in
                    do throws(BlockingPoolQueue<Job>.Refusal) {
                        place = .inLine(try state.queue.push(job, at: .now))
                        return nil
                    } catch {
                        return error == .full ? .busy : .closed
                    }
                }
            }
            if let refusal { job.refuse(refusal) } else { arrivals.signal() }
        }

        func leave(_ claim: Claim) {
            let job: Job? = claim.place.withLockedValue { place in
                defer { place = .cancelled }
                guard case .inLine(let ticket) = place else { return nil }
                return state.withLockedValue { $0.queue.remove(ticket) }
            }
            job?.refuse(.cancelled)
        }

        /// The life of one thread.
        func work() {
            var isOpen = true
            while isOpen {
                arrivals.wait()
                let (late, job, closed) = state.withLockedValue { state in
                    (state.queue.removeAll(since: .now - limits.wait), state.queue.pop(), state.queue.isClosed)
                }
                late.forEach { $0.refuse(.busy) }
                job?.run()
                isOpen = !closed
            }
            let done = state.withLockedValue { state in
                state.threads -= 1
                return state.threads == 0 ? state.leaving : []
            }
            done.forEach { $0.resume() }
        }

        func close() {
            let left = state.withLockedValue { $0.queue.close() }
            left.forEach { $0.refuse(.closed) }
            for _ in 0..<limits.threads { arrivals.signal() }
        }

        func allLeft() async {
            await withCheckedContinuation { continuation in
                let isOver = state.withLockedValue { state in
                    if state.threads > 0 { state.leaving.append(continuation) }
                    return state.threads == 0
                }
                if isOver { continuation.resume() }
            }
        }
    }
}
