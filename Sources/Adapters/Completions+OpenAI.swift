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
        let messages = request.prompt.messages.map(ChatMessage.init)
        let tools = request.tools.isEmpty ? nil : ToolSpec.openAI(request.tools)
        let maxTokens = request.prompt.maxOutputTokens
        var said = TokenEstimate()
        try await client.stream(messages, tools: tools, maxTokens: maxTokens, safetyID: request.safetyID) { event in
            switch event {
            case .text(let text):
                said.add(text)
                try await receive(.text(text))
            case .finished(let end):
                for call in end.toolCalls { try await receive(.toolCall(ToolCall(call))) }
                try await receive(.usage(usage(end, request.prompt, said, client.settings.model)))
                try await receive(.finished(FinishReason(end.reason)))
            }
        }
    }

    private static func usage(_ end: AnswerEnd, _ prompt: Prompt, _ said: TokenEstimate, _ model: String) -> Usage {
        Usage(
            promptTokens: end.usage?.promptTokens ?? TokenEstimate.of(prompt.messages),
            completionTokens: end.usage?.completionTokens ?? said.tokens, model: end.model ?? model,
            isEstimated: end.usage == nil)
    }
}

extension FinishReason {
    fileprivate init(_ reason: AnswerEnd.Reason) {
        switch reason {
        case .complete: self = .complete
        case .truncated: self = .truncated
        case .filtered: self = .filtered
        case .toolCalls: self = .toolCalls
        }
    }
}
