import NIOConcurrencyHelpers
import Ports
import Prompts

// An answer whose numbers are not all backed: the model is asked once to write it again, unseen. What still cannot stand
// is replaced by a fixed line.
extension TurnRunner {
    /// Shows what stands in for the withheld end of the answer; nothing when nothing is withheld.
    func repair(_ request: CompletionRequest, _ mailbox: AsyncStream<String>.Continuation) async throws {
        let answer = progress.withLockedValue { $0.answer }
        guard let checked = answer.checked, let basis = answer.basis, !checked.withheld.isEmpty else { return }
        let repaired = await again(request, checked, basis.evidence)
        let rest = repaired.flatMap { checked.rest(of: $0, against: basis.evidence) }
        let (effect, text) = progress.withLockedValue { progress in
            progress.repair = rest == nil ? .replaced : .repaired
            let shown = rest ?? checked.redacted(against: basis.evidence)
            return (progress.answer.conclude(with: shown, at: uptime()), progress.answer.text)
        }
        try act(on: effect, text, mailbox)
    }

    /// The answer written again; nil when it cannot be had in time.
    private func again(_ request: CompletionRequest, _ checked: CheckedText, _ evidence: Evidence) async -> String? {
        var request = request
        request.tools = []
        let check = NumberCheck(checked.draft, against: evidence)
        request.prompt.messages += [
            .init(role: .assistant, content: checked.draft),
            .init(role: .user, content: RepairPrompt(check, against: evidence).text),
        ]
        return await ports.completions.reply(
            to: request, atMost: settings.turns.answerBytes, within: settings.turns.repairWait, on: ports.clock
        ) { told in
            _ = progress.withLockedValue { $0.answer.take(.usage(told), at: uptime()) }
        }
    }
}
