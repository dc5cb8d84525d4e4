internal import Metrics
public import OpenAI
public import Ports
internal import Prompts

extension Completions {
    /// Answers of a model over the network.
    public static func openAI(_ client: OpenAIClient) -> Completions {
        let model = client.settings.model
        return Completions(model: model) { request, receive in
            do {
                try await answer(request, client, receive)
            } catch let error as OpenAIError {
                Counter(label: "sidecar_completions_failures_total", dimensions: [("code", error.code.rawValue)])
                    .increment()
                throw PortError(error)
            }
        }
    }

    private static func answer(
        _ request: CompletionRequest, _ client: OpenAIClient, _ receive: (CompletionEvent) async throws -> Void
    ) async throws {
        let messages = request.prompt.messages.map { ChatMessage(role: $0.role.rawValue, content: $0.content) }
        let maxTokens = request.prompt.maxOutputTokens
        var estimate = TokenEstimate(messages)
        try await client.stream(messages, maxTokens: maxTokens, safetyID: request.safetyID) { event in
            switch event {
            case .text(let text):
                estimate.add(text)
                try await receive(.text(text))
            case .finished(let end):
                try await receive(.usage(usage(end, estimate, client.settings.model)))
                try await receive(.finished(FinishReason(end.reason)))
            }
        }
    }

    private static func usage(_ end: AnswerEnd, _ estimate: TokenEstimate, _ model: String) -> Usage {
        Usage(
            promptTokens: end.usage?.promptTokens ?? estimate.prompt,
            completionTokens: end.usage?.completionTokens ?? estimate.completion, model: end.model ?? model,
            isEstimated: end.usage == nil)
    }
}

extension FinishReason {
    fileprivate init(_ reason: AnswerEnd.Reason) {
        switch reason {
        case .complete: self = .complete
        case .truncated: self = .truncated
        case .filtered: self = .filtered
        }
    }
}

/// Tokens when the provider does not count them: about four bytes of English each, and four more a message for its
/// frame. Rather too many than too few, since it is spent from a budget.
struct TokenEstimate {
    /// Read by the model.
    let prompt: Int
    private var bytes = 0

    /// Written by the model so far.
    var completion: Int { (bytes + 3) / 4 }

    init(_ messages: [ChatMessage]) {
        prompt = messages.reduce(0) { $0 + ($1.content.utf8.count + 3) / 4 + 4 }
    }

    mutating func add(_ text: String) { bytes += text.utf8.count }
}
