internal import Finance
internal import Jobs
internal import NIOConcurrencyHelpers
internal import Ports
internal import Prompts

extension Completions {
    /// Asks the model to say a report in its own words. nil when it cannot be had in time, or when what it wrote does not
    /// pass the checks: then our own words stand.
    func rewording(_ report: Report, of snapshot: Snapshot, safetyID: String, within limit: Duration) async -> Report? {
        guard let prompt = ReportPrompt.make(for: report) else { return nil }
        let request = CompletionRequest(prompt: prompt, snapshot: snapshot, question: "", safetyID: safetyID)
        return await reply(to: request, atMost: ReportRewording.mostBytes, within: limit)
            .flatMap { ReportRewording.accept(reply: $0, for: report) }
    }

    /// The same for the night, which has to know what it took.
    func nightWording(of report: Report, _ snapshot: Snapshot, safetyID: String) async -> NightPorts.Rewording {
        guard let prompt = ReportPrompt.make(for: report) else { return .init(report: nil, tokens: 0) }
        let request = CompletionRequest(prompt: prompt, snapshot: snapshot, question: "", safetyID: safetyID)
        let tokens = NIOLockedValueBox(0)
        let words = await reply(
            to: request, atMost: ReportRewording.mostBytes, within: NightSettings().wordingWait
        ) { used in tokens.withLockedValue { $0 += used.promptTokens + used.completionTokens } }
        return .init(
            report: words.flatMap { ReportRewording.accept(reply: $0, for: report) },
            tokens: tokens.withLockedValue { $0 })
    }
}
