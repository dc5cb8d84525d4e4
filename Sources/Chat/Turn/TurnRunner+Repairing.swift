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
        return await withTaskGroup(of: String?.self) { [request] group in
            group.addTask { await collect(request) }
            group.addTask {
                try? await ports.clock.sleep(for: settings.turns.repairWait)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    private func collect(_ request: CompletionRequest) async -> String? {
        let said = NIOLockedValueBox((text: "", isWhole: false))
        let limit = settings.turns.answerBytes
        do {
            try await ports.completions.stream(request) { event in
                try Task.checkCancellation()
                switch event {
                case .text(let piece), .written(let piece):
                    try said.withLockedValue { said in
                        guard said.text.utf8.count + piece.utf8.count <= limit else { throw CancellationError() }
                        said.text += piece
                    }
                case .usage: _ = progress.withLockedValue { $0.answer.take(event, at: uptime()) }
                case .finished(let reason): said.withLockedValue { $0.isWhole = reason == .complete }
                case .card, .figures, .toolCall: break
                }
            }
        } catch {
            return nil
        }
        return said.withLockedValue { $0.isWhole ? $0.text : nil }
    }
}
