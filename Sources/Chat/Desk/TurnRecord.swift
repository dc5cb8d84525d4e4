import Finance
import Logging
import Ports

/// What is said about a turn that is over: to the operator by metrics and one log line, to other instances by a notice.
struct TurnRecord: Sendable {
    let ports: ChatPorts
    let metrics: ChatMetrics
    let logger: Logger
    let instance: String

    /// The number of turns that are not over has changed.
    func turnsChanged(_ count: Int) { metrics.turnsChanged(count) }

    /// Answers of an earlier life were found on the disk.
    func recovered(_ count: Int) { logger.notice("chat.outbox.recovered", metadata: ["answers": "\(count)"]) }

    /// The disk does not take or give what it should.
    func outboxFailed(_ error: PortError) { logger.error("chat.outbox.failed", metadata: ["error": "\(error)"]) }

    /// The store will never take an answer.
    func unsavable(_ entry: Outbox.Entry, _ error: PortError) {
        logger.error(
            "chat.answer.refused", metadata: ["user": "\(ports.pseudonym(entry.user))", "error": "\(error)"])
    }

    /// A turn is over.
    func finished(_ turn: Turn, _ result: TurnRunner.Result) async {
        metrics.finished(result)
        var metadata: Logger.Metadata = [
            "turn": "\(turn.subject.id)", "user": "\(ports.pseudonym(turn.subject.user))",
            "outcome": "\(result.outcome.label)", "ms": "\(result.total.wholeMilliseconds)",
            "stored": "\(result.unsaved == nil)",
        ]
        if let wait = result.firstToken { metadata["firstTokenMs"] = "\(wait.wholeMilliseconds)" }
        if let usage = result.usage {
            metadata["promptTokens"] = "\(usage.promptTokens)"
            metadata["completionTokens"] = "\(usage.completionTokens)"
        }
        logger.info("chat.turn.done", metadata: metadata)
        let notice = TurnNotice(
            instance: instance, user: turn.subject.user, conversation: turn.subject.conversation, turn: turn.subject.id)
        await ports.bus.publish(TurnNotice.channel, notice.bytes)
    }
}
