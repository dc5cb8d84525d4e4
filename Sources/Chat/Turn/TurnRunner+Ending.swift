import Analyses
import Finance
import NIOConcurrencyHelpers
import Ports
import Prompts

// The end.
extension TurnRunner {
    func finish(_ proposed: TurnState.Outcome) async -> Result? {
        guard let outcome = turn.settle(proposed) else { return nil }
        let progress = progress.withLockedValue { $0 }
        let answer = progress.answer
        var text = TurnText(text: answer.text, isTruncated: answer.isTruncated)
        var unsaved: StoredMessage?
        if outcome != .completed || answer.hasBegun {
            text.messageID = turn.subject.answerID
            unsaved = await store(answer.text, outcome, origin: answer.isGenerated ? origin : nil)
            text.isStored = unsaved == nil
        }
        let usage = progress.prompt.map { answer.cost(of: $0, model: ports.completions.model) }
        turn.close(
            with: TurnEnding(
                outcome: outcome, text: text, evidence: answer.basis?.evidence, isGenerated: answer.isGenerated,
                usage: usage
            ).frames)
        return Result(
            outcome: outcome, firstToken: progress.firstToken, total: uptime() - began, usage: usage,
            unsaved: unsaved, repair: progress.repair)
    }

    /// Stores the answer as it ended; what the store does not take now goes to the disk before anybody is told of the
    /// end, and is offered again later: that is what comes back.
    private func store(_ text: String, _ outcome: TurnState.Outcome, origin: AnswerOrigin?) async -> StoredMessage? {
        let message = turn.subject.answer(text, outcome.stored, at: startedAt, origin: origin)
        for _ in 0..<settings.turns.storeAttempts {
            do {
                try await ports.conversations.save(turn.subject.user, message)
                return nil
            } catch {
                guard error.isRetryable else { break }
            }
        }
        // Where the disk fails too, memory is what is left.
        try? await ports.outbox.put(Outbox.Entry(user: turn.subject.user, message: message))
        return message
    }

    /// What the answer was made with.
    private var origin: AnswerOrigin? {
        progress.withLockedValue { $0.prompt }.map { TurnPrompt.origin(of: $0, model: ports.completions.model) }
    }
}

extension TurnState.Outcome {
    /// The state an answer is stored in.
    var stored: StoredMessage.State {
        switch self {
        case .completed: .complete
        case .stopped: .stopped
        case .failed: .failed
        }
    }
}
