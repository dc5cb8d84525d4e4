internal import Ports
internal import Prompts

/// What is known of one call's cost while it runs.
///
/// | how it ended | what is booked |
/// |---|---|
/// | the provider told its usage | that |
/// | it was cut, stopped or failed on the way, or told nothing | our own count of prompt and words, marked as such |
/// | it failed before its first word, by a no, an outage or a full line | nothing: no provider charges for that |
/// | it ran out of time or was stopped before its first word | our own count of the prompt: it may have been read |
struct SpendTab: Sendable {
    private let promptTokens: Int
    private var words = TokenEstimate()
    private var told: Usage?
    private var hasBegun = false
    private var isFree = false

    /// Nothing heard yet of a call with a prompt of so many tokens by our count.
    init(promptTokens: Int) { self.promptTokens = promptTokens }

    /// Hears an event, before anybody else does.
    mutating func hear(_ event: CompletionEvent) {
        switch event {
        case .text(let text), .written(let text): words.add(text)
        case .toolCall(let call):
            words.add(call.name)
            words.add(call.arguments)
        case .usage(let usage): told = told.map { $0 + usage } ?? usage
        case .card, .figures, .finished: break
        }
        hasBegun = true
    }

    /// Hears that the call failed.
    mutating func fail(_ error: any Error) {
        guard !hasBegun, let error = error as? PortError else { return }
        switch error.code {
        case .unavailable, .busy, .limited, .capped, .refused, .notFound, .conflict: isFree = true
        case .timeout, .malformed, .cancelled: break
        }
    }

    /// What it took at a price; nil when nothing is charged.
    func taken(at price: ModelPrice) -> SpendTaken? {
        guard !isFree else { return nil }
        let (prompt, completion) = told.map { ($0.promptTokens, $0.completionTokens) } ?? (promptTokens, words.tokens)
        let bounds = 0...ModelPrice.mostTokens
        return SpendTaken(
            promptTokens: prompt.clamped(to: bounds), completionTokens: completion.clamped(to: bounds),
            cost: price.cost(prompt: prompt, completion: completion), isEstimated: told?.isEstimated ?? true)
    }
}

extension Int {
    fileprivate func clamped(to bounds: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, bounds.lowerBound), bounds.upperBound)
    }
}
