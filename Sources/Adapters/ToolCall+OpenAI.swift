internal import OpenAI
internal import Prompts

// Our words for messages, tools and calls in the spelling of the protocol.

extension ChatMessage {
    init(_ message: Prompt.Message) {
        self.init(
            role: message.role.rawValue, content: message.content,
            toolCalls: message.toolCalls.map {
                ChatToolCall(id: $0.id, name: $0.name, arguments: $0.arguments)
            },
            toolCallID: message.answersCall)
    }
}

extension ToolCall {
    init(_ call: ChatToolCall) { self.init(id: call.id, name: call.name, arguments: call.arguments) }
}

extension ToolSpec {
    /// The `tools` member of a request, as JSON text.
    static func openAI(_ tools: [ToolSpec]) -> String {
        let list = tools.map { #"{"type":"function","function":\#($0.definition)}"# }
        return "[" + list.joined(separator: ",") + "]"
    }
}
