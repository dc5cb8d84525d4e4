internal import Foundation

// Calls that block run here and nowhere else: the cooperative pool has as many threads as the machine has cores, so two
// hung calls on it would stop the whole process.
//
// Rules: 1. Every job is answered exactly once: by its result, or by a refusal. 2. A job that is refused, cancelled while
// it waits or waits too long never runs. 3. A running job is never interrupted; it ends by limits of its own.

/// Threads of our own for calls that block, with a bounded waiting line.
public final class BlockingPool: Sendable {
    /// What protects callers and process.
    public struct Limits: Sendable, Hashable {
        /// Threads, and so jobs that run at once.
        public var threads: Int
        /// Jobs that may wait; one more is refused.
        public var queue: Int
        /// How long a job may wait before it is refused when its turn comes.
        public var wait: Duration
        /// Stack of each thread in bytes.
        public var stack: Int

        /// Limits with every part given.
        public init(threads: Int = 8, queue: Int = 256, wait: Duration = .seconds(2), stack: Int = 512 * 1024) {
            self.threads = threads
            self.queue = queue
            self.wait = wait
            self.stack = stack
        }
    }

    /// Why a job did not run.
    public enum Refusal: Error, Sendable, Hashable {
        /// The line is full, or the job waited too long in it.
        case busy
        /// Its task was cancelled before its turn came.
        case cancelled
        /// The pool is shut down.
        case closed
    }

    private let limits: Limits
    private let shared: Shared

    /// Starts the threads.
    public init(name: String, limits: Limits = Limits()) {
        precondition(limits.threads > 0, "a pool without threads never runs a job")
        self.limits = limits
        let shared = Shared(limits)
        self.shared = shared
        for number in 0..<limits.threads {
            let thread = Thread { shared.work() }
            thread.name = "\(name)-\(number)"
            thread.stackSize = limits.stack
            thread.start()
        }
    }

    deinit { shared.close() }

    /// Runs `job` on one of the threads and gives what it returns.
    public func run<T: Sendable>(_ job: @escaping @Sendable () -> T) async throws(Refusal) -> T {
        let claim = Claim()
        let outcome: Result<T, Refusal> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiting = Job(
                    run: { continuation.resume(returning: .success(job())) },
                    refuse: { continuation.resume(returning: .failure($0)) })
                shared.enter(waiting, claim)
            }
        } onCancel: {
            shared.leave(claim)
        }
        return try outcome.get()
    }

    /// Refuses whoever waits, lets running jobs end, and returns when every thread has left.
    public func shutdown() async {
        shared.close()
        await shared.allLeft()
    }

    /// Jobs waiting for a thread right now.
    public var waiting: Int { shared.waiting }
}
