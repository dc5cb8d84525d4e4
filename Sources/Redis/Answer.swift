internal import NIOConcurrencyHelpers

/// The one place where a caller waits for a reply. Whoever settles it first decides: the loop with the reply, or the
/// caller's own cancellation, after which the reply is dropped when it comes.
final class Answer: Sendable {
    typealias Verdict = Result<RedisValue, RedisError>

    private enum State {
        case empty
        case waiting(CheckedContinuation<Verdict, Never>)
        case settled(Verdict)
        case taken
    }

    private let state = NIOLockedValueBox(State.empty)

    /// Gives the verdict; false when there is one already.
    @discardableResult
    func settle(_ verdict: Verdict) -> Bool {
        let (isFirst, waiting) = state.withLockedValue { state -> (Bool, CheckedContinuation<Verdict, Never>?) in
            switch state {
            case .empty:
                state = .settled(verdict)
                return (true, nil)
            case .waiting(let continuation):
                state = .taken
                return (true, continuation)
            case .settled, .taken:
                return (false, nil)
            }
        }
        waiting?.resume(returning: verdict)
        return isFirst
    }

    /// Waits for the verdict; called once, by the caller of the command.
    func value() async throws(RedisError) -> RedisValue {
        let verdict = await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0) }
        } onCancel: {
            settle(.failure(.cancelled))
        }
        return try verdict.get()
    }

    private func wait(_ continuation: CheckedContinuation<Verdict, Never>) {
        let settled = state.withLockedValue { state -> Verdict? in
            guard case .settled(let verdict) = state else {
                state = .waiting(continuation)
                return nil
            }
            state = .taken
            return verdict
        }
        if let settled { continuation.resume(returning: settled) }
    }
}
