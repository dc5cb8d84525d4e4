internal import Logging
internal import NIOConcurrencyHelpers
internal import Threads

/// Keeps callers away from a database that does not answer, so that they fail at once; one log line a change.
final class MongoGate: Sendable {
    private let breaker: NIOLockedValueBox<CircuitBreaker>
    private let logger: Logger

    init(_ settings: CircuitBreaker.Settings, logger: Logger) {
        breaker = NIOLockedValueBox(CircuitBreaker(settings))
        self.logger = logger
    }

    /// Whether calls pass freely.
    var isOpen: Bool { breaker.withLockedValue { $0.isClosed } }

    /// Lets a call in, or fails it at once.
    func enter() throws(MongoError) -> CircuitBreaker.Permit {
        guard let permit = breaker.withLockedValue({ $0.admit(at: .now) }) else { throw Self.resting }
        return permit
    }

    /// Asked again when a thread is free: whoever waited while the database died need not find out by waiting more.
    func confirm(_ permit: CircuitBreaker.Permit) throws(MongoError) {
        guard permit.isProbe || isOpen else { throw Self.resting }
    }

    /// Takes the end of a call.
    func leave(_ permit: CircuitBreaker.Permit, _ outcome: CircuitBreaker.Outcome) {
        switch breaker.withLockedValue({ $0.report(outcome, of: permit, at: .now) }) {
        case .opened: logger.warning("mongo.lost")
        case .closed: logger.notice("mongo.found")
        case nil: break
        }
    }

    private static let resting = MongoError(.unavailable, "the database did not answer of late; not asked again yet")
}
