internal import Analyses
internal import Drafts
internal import Metrics
internal import NIOConcurrencyHelpers
public import OpenAI
public import Ports

extension Receipts {
    /// Receipts read by a model over the network. A server that does not know the strict shape of an answer is asked for
    /// any JSON, then for plain text; which of them it took is remembered, and only from a call that worked, because a
    /// file it cannot read is refused in the same way.
    public static func openAI(_ client: OpenAIClient) -> Receipts {
        let known = NIOLockedValueBox(AnswerShape.strict)
        return Receipts { file, _, safetyID throws(PortError) in
            var shape: AnswerShape? = known.withLockedValue { $0 }
            while let trying = shape {
                do {
                    let answer = try await ask(client, file, trying, safetyID)
                    known.withLockedValue { $0 = trying }
                    return answer
                } catch let error as OpenAIError {
                    shape = error.code == .badRequest ? trying.looser : nil
                    if shape == nil { throw counted(error) }
                } catch let error as PortError {
                    throw error
                } catch {
                    throw PortError(.cancelled, "openai: reading a receipt was cut short")
                }
            }
            throw PortError(.refused, "openai: no shape of an answer was taken")
        }
    }

    private static func ask(
        _ client: OpenAIClient, _ file: ReceiptFile, _ shape: AnswerShape, _ safetyID: String
    ) async throws -> Receipts.Answer {
        let messages = [
            ChatMessage(role: "system", content: ReceiptPrompt.rules),
            ChatMessage(role: "user", content: ReceiptPrompt.question),
        ]
        var answer = ""
        var end: AnswerEnd?
        try await client.stream(
            messages, about: ChatFile(file), format: shape.format, maxTokens: ReceiptPrompt.mostTokens,
            safetyID: safetyID
        ) { event in
            switch event {
            case .text(let text):
                guard answer.utf8.count + text.utf8.count <= ReceiptPrompt.mostBytes else {
                    throw PortError(.malformed, "openai: the answer about a receipt is too long")
                }
                answer += text
            case .finished(let told): end = told
            }
        }
        // A refusal has no text, and a cut answer is no JSON: both are read as "could not be made out".
        let model = client.settings.model
        return Receipts.Answer(
            text: end?.reason == .complete ? answer : "",
            usage: end?.usage.map {
                Usage(
                    promptTokens: $0.promptTokens, completionTokens: $0.completionTokens, model: end?.model ?? model,
                    isEstimated: false)
            })
    }

    private static func counted(_ error: OpenAIError) -> PortError {
        Counter(label: "sidecar_completions_failures_total", dimensions: [("code", error.code.rawValue)]).increment()
        return PortError(error)
    }
}

/// How strictly the shape of an answer is asked for.
private enum AnswerShape {
    case strict, anyJSON, text

    var looser: AnswerShape? {
        switch self {
        case .strict: .anyJSON
        case .anyJSON: .text
        case .text: nil
        }
    }

    /// The `response_format` member, as JSON text.
    var format: String? {
        let format: JSON
        switch self {
        case .strict:
            let schema: JSON = ["name": "receipt", "strict": true, "schema": ReceiptPrompt.schema]
            format = ["type": "json_schema", "json_schema": schema]
        case .anyJSON: format = ["type": "json_object"]
        case .text: return nil
        }
        return format.text
    }
}

extension ChatFile {
    fileprivate init(_ file: ReceiptFile) {
        self.init(
            file.bytes, mediaType: file.kind.rawValue,
            as: file.kind == .pdf ? .document(name: "receipt.pdf") : .image)
    }
}
