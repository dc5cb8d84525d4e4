/// Whether and when a call is made again.
///
/// 1. A pause Telegram names is kept to the letter; `SendPace` holds it for everybody else too.
/// 2. For a 5xx or a connection that never stood the wait is drawn evenly from zero to `base·2ⁿ`, at most `ceiling`.
/// 3. What may have been done is repeated only for calls that do no harm twice. A message is not one of them: a person
///    would read it again.
/// 4. Nothing begins when `patience` would be used up by then.
public struct BotRetries: Sendable, Hashable {
    /// Attempts beyond the first.
    public var maxRetries = 3
    /// Bound of the first drawn wait.
    public var base = Duration.milliseconds(500)
    /// Bound of every drawn wait.
    public var ceiling = Duration.seconds(8)
    /// From the first attempt to the start of the last.
    public var patience = Duration.seconds(60)

    /// The defaults.
    public init() {}

    /// How long to wait before the next attempt, after `retries` earlier ones and `elapsed` since the first began; nil to
    /// give up. `random` is in 0..<1.
    public func wait(
        after error: BotError, repeatable: Bool, retries: Int, elapsed: Duration, random: Double
    ) -> Duration? {
        guard retries < maxRetries, isPassing(error.code, repeatable) else { return nil }
        let wait = error.retryAfter ?? drawn(retries, random)
        return elapsed + wait < patience ? wait : nil
    }

    private func isPassing(_ code: BotError.Code, _ repeatable: Bool) -> Bool {
        switch code {
        case .rateLimited, .serverFailed, .unreachable: true
        case .unanswered: repeatable
        case .unauthorised, .blocked, .forbidden, .tooLong, .emptyText, .chatNotFound, .badRequest, .malformed, .busy,
            .cancelled, .closed:
            false
        }
    }

    private func drawn(_ retries: Int, _ random: Double) -> Duration {
        var bound = base
        for _ in 0..<retries where bound < ceiling { bound *= 2 }
        return min(bound, ceiling) * random
    }
}
