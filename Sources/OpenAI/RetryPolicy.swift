/// Whether and when to try again. Asked only while nothing of the answer has been shown.
///
/// 1. What the request itself or the account is to blame for is never sent again.
/// 2. A wait the provider names is kept to the letter; one longer than `longestWait` is not worth a person's time.
/// 3. Otherwise the wait is drawn evenly from zero to `base·2ⁿ`, so that many clients do not return together.
/// 4. A deadline that ran out is tried once more, not twice: each costs as long as it lasts.
/// 5. No attempt begins when `patience` is used up.
public struct RetryPolicy: Sendable, Hashable {
    /// What to do about a failure.
    public enum Decision: Sendable, Hashable {
        /// Try again after this long.
        case retry(after: Duration)
        /// Tell the caller.
        case giveUp
    }

    /// Attempts beyond the first.
    public var maxRetries = 2
    /// Attempts after a deadline ran out.
    public var maxTimeoutRetries = 1
    /// Bound of the first drawn wait.
    public var base = Duration.milliseconds(500)
    /// Bound of every drawn wait.
    public var ceiling = Duration.seconds(8)
    /// Longest wait taken from the provider.
    public var longestWait = Duration.seconds(20)
    /// From the first attempt to the first word, at most.
    public var patience = Duration.seconds(45)

    /// The defaults.
    public init() {}

    /// What to do after `retries` earlier attempts and `elapsed` since the first began; `random` is in 0..<1.
    public func decide(_ error: OpenAIError, retries: Int, elapsed: Duration, random: Double) -> Decision {
        guard retries < allowance(for: error.code) else { return .giveUp }
        let wait = error.retryAfter ?? drawnWait(retries: retries, random: random)
        guard wait <= longestWait, elapsed + wait < patience else { return .giveUp }
        return .retry(after: wait)
    }

    private func allowance(for code: OpenAIError.Code) -> Int {
        switch code {
        case .rateLimited, .conflict, .serverTimeout, .serverFailed, .overloaded, .unreachable, .brokenOff: maxRetries
        case .connectTimeout, .firstByteTimeout: min(maxRetries, maxTimeoutRetries)
        case .unauthorised, .forbidden, .notFound, .badRequest, .contextTooLong, .quota, .stalled, .overTime,
            .malformed, .empty, .busy, .cancelled, .closed:
            0
        }
    }

    private func drawnWait(retries: Int, random: Double) -> Duration {
        var bound = base
        for _ in 0..<retries where bound < ceiling { bound *= 2 }
        return min(bound, ceiling) * random
    }
}
