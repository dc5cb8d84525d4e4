internal import Metrics
internal import NIOConcurrencyHelpers
public import Ports
internal import Threads

extension Completions {
    /// Answers by `other` when this one fails before its first word, and for a while without asking it once it has failed
    /// five times: then nobody waits out a deadline to be told the same. `notice` stands before such an answer.
    public func fallingBack(to other: Completions, notice: String) -> Completions {
        fallingBack(to: other) { _ in notice }
    }

    /// The same with a notice that tells what went wrong.
    public func fallingBack(
        to other: Completions, notice: @escaping @Sendable (PortError) -> String
    ) -> Completions {
        let breaker = NIOLockedValueBox(CircuitBreaker())
        let first = stream
        return Completions(model: model) { request, receive in
            let hasBegun = NIOLockedValueBox(false)
            do {
                try await breaker.guarding {
                    try await first(request) { event in
                        hasBegun.withLockedValue { $0 = true }
                        try await receive(event)
                    }
                }
            } catch let error as PortError where error.code != .cancelled && !hasBegun.withLockedValue({ $0 }) {
                try Task.checkCancellation()
                Counter(label: "sidecar_completions_fallbacks_total", dimensions: [("code", error.code.rawValue)])
                    .increment()
                try await receive(.written(notice(error)))
                try await other.stream(request, receive)
            }
        }
    }
}

extension NIOLockedValueBox<CircuitBreaker> {
    /// Runs `work` when the circuit lets it through, and reports how it went. What is not the provider's fault closes and
    /// opens nothing.
    fileprivate func guarding(_ work: () async throws -> Void) async throws {
        let permit = withLockedValue { $0.admit(at: .now) }
        guard let permit else { throw PortError(.unavailable, "the provider has failed too often; resting") }
        do {
            try await work()
            report(.answered, permit)
        } catch let error as PortError {
            report(Self.outcome(of: error.code), permit)
            throw error
        } catch {
            report(.abandoned, permit)
            throw error
        }
    }

    /// A no of our own says nothing about the provider.
    private static func outcome(of code: PortError.Code) -> CircuitBreaker.Outcome {
        switch code {
        case .unavailable, .timeout, .malformed: .failed
        case .cancelled, .capped, .busy: .abandoned
        case .limited, .conflict, .notFound, .refused: .answered
        }
    }

    fileprivate func report(_ outcome: CircuitBreaker.Outcome, _ permit: CircuitBreaker.Permit) {
        _ = withLockedValue { $0.report(outcome, of: permit, at: .now) }
    }
}
