internal import Logging
internal import Metrics
internal import Threads

/// What the operator sees of one client: a line for each change of state, counters for everything else.
struct Journal: Sendable {
    private let logger: Logger
    private let commands: Counter
    private let errors: [RedisError.Code: Counter]

    init(logger: Logger, metrics: any MetricsFactory) {
        self.logger = logger
        commands = Counter(label: "sidecar_redis_commands_total", dimensions: [], factory: metrics)
        errors = Dictionary(
            uniqueKeysWithValues: RedisError.Code.all.map { code in
                let kind = [("kind", code.label)]
                return (code, Counter(label: "sidecar_redis_errors_total", dimensions: kind, factory: metrics))
            })
    }

    /// A command was asked for.
    func countCommand() { commands.increment() }

    /// It, or a subscription, came to nothing.
    func count(_ error: RedisError) { errors[error.code]?.increment() }

    func note(_ change: Availability.Change?, of lane: Mailbox.Lane) {
        switch change {
        case nil: break
        case .available:
            logger.notice("redis.available", metadata: ["connection": "\(lane.rawValue)"])
        case .unavailable(let error):
            let metadata: Logger.Metadata = ["connection": "\(lane.rawValue)", "reason": "\(error)"]
            logger.warning("redis.unavailable", metadata: metadata)
        }
    }

    func note(_ change: CircuitBreaker.Change) {
        switch change {
        case .opened: logger.warning("redis.circuit.opened")
        case .closed: logger.notice("redis.circuit.closed")
        }
    }
}
