internal import Metrics
internal import NIOConcurrencyHelpers
public import OpenAI
public import Ports
internal import Prompts

extension Completions {
    /// Answers of a model over the network. A server that refuses tools is asked without them, and not offered any again;
    /// a prompt too long for the model is asked once more without the conversation so far.
    public static func openAI(_ client: OpenAIClient) -> Completions {
        let takesTools = NIOLockedValueBox(true)
        return Completions(model: client.settings.model) { request, receive in
            do {
                try await answer(request, client, takesTools, receive)
            } catch let error as OpenAIError {
                Counter(label: "sidecar_completions_failures_total", dimensions: [("code", error.code.rawValue)])
                    .increment()
                throw PortError(error)
            }
        }
    }

    private static func answer(
        _ request: CompletionRequest, _ client: OpenAIClient, _ takesTools: NIOLockedValueBox<Bool>,
        _ receive: @Sendable (CompletionEvent) async throws -> Void
    ) async throws {
        var request = request
        if !takesTools.withLockedValue({ $0 }) { request.tools = [] }
        while true {
            let hasBegun = NIOLockedValueBox(false)
            do {
                return try await ask(request, client) { event in
                    hasBegun.withLockedValue { $0 = true }
                    try await receive(event)
                }
            } catch let error as OpenAIError where !hasBegun.withLockedValue({ $0 }) {
                guard let easier = request.easier(after: error.code) else { throw error }
                if easier.tools.isEmpty != request.tools.isEmpty { takesTools.withLockedValue { $0 = false } }
                request = easier
            }
        }
    }

    private static func ask(
        _ request: CompletionRequest, _ client: OpenAIClient,
        _ receive: @Sendable (CompletionEvent) async throws -> Void
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

extension CompletionRequest {
    /// The request a server may take that has refused this one; nil when there is nothing to leave out.
    fileprivate func easier(after code: OpenAIError.Code) -> CompletionRequest? {
        var easier = self
        switch code {
        case .badRequest where !tools.isEmpty: easier.tools = []
        case .contextTooLong:
            guard let question = prompt.messages.lastIndex(where: { $0.role == .user }) else { return nil }
            let head = prompt.messages[..<question].filter { $0.role == .system }
            guard head.count < question else { return nil }
            easier.prompt.messages = head + prompt.messages[question...]
        default: return nil
        }
        return easier
    }
}
