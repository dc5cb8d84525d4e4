public import Logging
internal import Metrics
internal import Threads

// Every call goes the same way:
//
//     caller ─▶ gate (fails at once while the database is down) ─▶ line (bounded) ─▶ thread + connection ─▶ answer
//
// 1. A read is whole or an error. 2. A write is confirmed by a majority from the journal or an error. 3. A call that
// failed quickly on its way is tried once more, so every write must bear being done twice. 4. Whoever waits is bounded:
// by the line, by its patience and by the deadlines of the C library.

/// One database, over connections and threads of our own.
public final class MongoClient: Sendable {
    let settings: MongoSettings
    let handle: MongoPoolHandle
    private let pool: BlockingPool
    private let gate: MongoGate

    /// Does not connect yet; throws only for an address that can never work.
    public init(_ settings: MongoSettings, logger: Logger) throws(MongoError) {
        self.settings = settings
        handle = try MongoPoolHandle(settings)
        gate = MongoGate(settings.breaker, logger: logger)
        let limits = BlockingPool.Limits(threads: settings.threads, queue: settings.queue, wait: settings.wait)
        pool = BlockingPool(name: "mongo", limits: limits)
    }

    /// Whether the database has answered of late; false while callers are kept away from it.
    public var isReachable: Bool { gate.isOpen }

    /// Refuses new calls, lets running ones end, and returns when the threads are gone.
    public func shutdown() async { await pool.shutdown() }

    /// Asks the server for nothing but an answer.
    public func ping() async throws(MongoError) {
        try await perform("ping") { connection throws(MongoError) in _ = try connection.read(["ping": 1]) }
    }

    /// Runs one blocking call on a thread of ours.
    func perform<T: Sendable>(
        _ operation: String, _ call: @escaping @Sendable (MongoConnectionHandle) throws(MongoError) -> T
    ) async throws(MongoError) -> T {
        let started = ContinuousClock.now
        let outcome = await attempt(operation, call)
        record(operation, outcome, since: started)
        return try outcome.get()
    }

    private func attempt<T: Sendable>(
        _ operation: String, _ call: @escaping @Sendable (MongoConnectionHandle) throws(MongoError) -> T
    ) async -> Result<T, MongoError> {
        do throws(MongoError) {
            let permit = try gate.enter()
            let work = Work(handle: handle, gate: gate, permit: permit, retryWithin: settings.retryWithin)
            do throws(BlockingPool.Refusal) {
                return try await pool.run { work.run(call) }
            } catch {
                gate.leave(permit, .abandoned)
                throw MongoError(error)
            }
        } catch {
            return .failure(error.named(operation))
        }
    }

    private func record<T>(_ operation: String, _ outcome: Result<T, MongoError>, since: ContinuousClock.Instant) {
        let ending: String
        switch outcome {
        case .success: ending = "ok"
        case .failure(let error): ending = error.code.rawValue
        }
        Timer(label: "sidecar_mongo_call_seconds", dimensions: [("operation", operation), ("outcome", ending)])
            .record(duration: since.duration(to: .now))
    }
}

/// What happens on the thread.
private struct Work: Sendable {
    let handle: MongoPoolHandle
    let gate: MongoGate
    let permit: CircuitBreaker.Permit
    let retryWithin: Duration

    func run<T>(_ call: (MongoConnectionHandle) throws(MongoError) -> T) -> Result<T, MongoError> {
        do throws(MongoError) {
            try gate.confirm(permit)
            let value = try twice(call)
            gate.leave(permit, .answered)
            return .success(value)
        } catch {
            gate.leave(permit, error.isSilence ? .failed : .answered)
            return .failure(error)
        }
    }

    /// A second try only where the connection broke, and so quickly that the deadline still holds. Silence is not asked
    /// twice.
    private func twice<T>(
        _ call: (MongoConnectionHandle) throws(MongoError) -> T
    ) throws(MongoError) -> T {
        let started = ContinuousClock.now
        do throws(MongoError) {
            return try handle.withConnection(call)
        } catch {
            guard error.isSilence, error.code == .unavailable, started.duration(to: .now) < retryWithin else {
                throw error
            }
        }
        do throws(MongoError) {
            return try handle.withConnection(call)
        } catch {
            var second = error
            second.attempts = 2
            throw second
        }
    }
}

extension MongoError {
    init(_ refusal: BlockingPool.Refusal) {
        switch refusal {
        case .busy: self.init(.busy, "too many calls are waiting for the database")
        case .cancelled: self.init(.cancelled, "cancelled before its turn came")
        case .closed: self.init(.closed, "the client is shut down")
        }
    }

    /// The same failure, saying what was tried.
    func named(_ operation: String) -> MongoError {
        var error = self
        error.message = "\(operation): \(message)"
        return error
    }
}
