import Metrics
import Ports

/// What the operator can count. Labels come from closed sets, so their number is bounded.
struct ChatMetrics: Sendable {
    private let firstToken = Timer(label: "sidecar_chat_first_token_seconds")
    private let turnTime = Timer(label: "sidecar_chat_turn_seconds")
    private let sockets = Gauge(label: "sidecar_chat_sockets")
    private let turns = Gauge(label: "sidecar_chat_turns_live")
    private let promptTokens = Counter(label: "sidecar_chat_tokens_total", dimensions: [("kind", "prompt")])
    private let answerTokens = Counter(label: "sidecar_chat_tokens_total", dimensions: [("kind", "completion")])

    /// The number of open sockets has changed.
    func socketsChanged(_ count: Int) { sockets.record(count) }
    /// The number of turns that are not over has changed.
    func turnsChanged(_ count: Int) { turns.record(count) }

    /// A turn has ended.
    func finished(_ result: TurnRunner.Result) {
        Counter(label: "sidecar_chat_turns_total", dimensions: [("outcome", result.outcome.label)]).increment()
        Counter(label: "sidecar_chat_checks_total", dimensions: [("repair", result.repair.rawValue)]).increment()
        turnTime.recordNanoseconds(result.total.nanoseconds)
        if let wait = result.firstToken { firstToken.recordNanoseconds(wait.nanoseconds) }
        promptTokens.increment(by: result.usage?.promptTokens ?? 0)
        answerTokens.increment(by: result.usage?.completionTokens ?? 0)
    }

    /// A frame or a message was refused.
    func refused(_ code: ErrorCode) {
        Counter(label: "sidecar_chat_refused_total", dimensions: [("code", code.rawValue)]).increment()
    }
}

extension Duration {
    /// Whole nanoseconds; saturates after 292 years.
    var nanoseconds: Int64 {
        let (whole, overflow) = components.seconds.multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : whole + components.attoseconds / 1_000_000_000
    }
}
