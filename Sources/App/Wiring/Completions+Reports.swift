internal import Finance
internal import NIOConcurrencyHelpers
internal import Ports
internal import Prompts

extension Completions {
    /// Asks the model to say a report in its own words. nil when it cannot be had in time, or when what it wrote does not
    /// pass the checks: then our own words stand.
    func rewording(_ report: Report, of snapshot: Snapshot, safetyID: String, within limit: Duration) async -> Report? {
        guard let prompt = ReportPrompt.make(for: report) else { return nil }
        let request = CompletionRequest(prompt: prompt, snapshot: snapshot, question: "", safetyID: safetyID)
        let reply = await withTaskGroup(of: String?.self) { group in
            group.addTask { await collect(request) }
            group.addTask {
                try? await Task.sleep(for: limit)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
        return reply.flatMap { ReportRewording.accept(reply: $0, for: report) }
    }

    private func collect(_ request: CompletionRequest) async -> String? {
        let said = NIOLockedValueBox((text: "", isWhole: false))
        do {
            try await stream(request) { event in
                switch event {
                case .text(let piece): said.withLockedValue { $0.text += piece }
                case .finished(let reason): said.withLockedValue { $0.isWhole = reason == .complete }
                default: break
                }
            }
        } catch {
            return nil
        }
        return said.withLockedValue { $0.isWhole ? $0.text : nil }
    }
}
