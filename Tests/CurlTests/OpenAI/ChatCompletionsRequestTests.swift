import Foundation
import Testing

@testable import OpenAI

@Suite("The body of a request")
struct ChatCompletionsRequestTests {
    private func fields(_ edit: (inout OpenAISettings) -> Void = { _ in }) throws -> [String: Any] {
        var settings = OpenAISettings(apiKey: APIKey("sk-secret"))
        edit(&settings)
        let messages = [
            ChatMessage(role: "system", content: "Be kind."), ChatMessage(role: "user", content: "£5 \"?\"\n"),
        ]
        let request = ChatCompletionsRequest(messages, maxTokens: 800, safetyID: "abc", settings)
        let bytes = try JSONEncoder().encode(request)
        return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    @Test("for OpenAI it holds everything asked for, and the provider is told not to keep it")
    func openAI() throws {
        let fields = try fields()
        #expect(fields["model"] as? String == "gpt-4o")
        #expect(fields["stream"] as? Bool == true)
        #expect((fields["stream_options"] as? [String: Bool]) == ["include_usage": true])
        #expect(fields["max_completion_tokens"] as? Int == 800)
        #expect(fields["temperature"] as? Double == 0.7)
        #expect(fields["store"] as? Bool == false)
        #expect(fields["safety_identifier"] as? String == "abc")
        #expect(fields["max_tokens"] == nil)
        #expect((fields["messages"] as? [[String: String]])?.last == ["role": "user", "content": "£5 \"?\"\n"])
        #expect(fields.count == 8)
    }

    @Test("for compatible servers it holds only what all of them know")
    func compatible() throws {
        let fields = try fields { $0.dialect = .compatible }
        #expect(fields["max_tokens"] as? Int == 800)
        #expect(Set(fields.keys) == ["model", "messages", "stream", "stream_options", "temperature", "max_tokens"])
    }

    @Test("tools are put in as they stand, calls and their answers in the protocol's nesting")
    func tools() throws {
        let messages = [
            ChatMessage(
                role: "assistant", content: "",
                toolCalls: [ChatToolCall(id: "c1", name: "get_month", arguments: #"{"month":"2026-04"}"#)]),
            ChatMessage(role: "tool", content: "{}", toolCallID: "c1"),
        ]
        let request = ChatCompletionsRequest(
            messages, maxTokens: 9, safetyID: "x", OpenAISettings(apiKey: APIKey("sk-secret")))
        let bytes = Data(try request.body(tools: #"[{"type":"function"}]"#))
        let fields = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect((fields["tools"] as? [[String: String]]) == [["type": "function"]])
        let sent = try #require(fields["messages"] as? [[String: Any]])
        let call = try #require((sent[0]["tool_calls"] as? [[String: Any]])?.first)
        #expect(call["id"] as? String == "c1" && call["type"] as? String == "function")
        #expect((call["function"] as? [String: String])?["arguments"] == #"{"month":"2026-04"}"#)
        #expect(sent[1]["tool_call_id"] as? String == "c1" && sent[1]["tool_calls"] == nil)
    }

    @Test("a temperature of nil is not sent")
    func noTemperature() throws {
        #expect(try fields { $0.temperature = nil }["temperature"] == nil)
    }

    @Test("the dialect follows from the address, and a slash at its end does not matter")
    func dialect() {
        #expect(OpenAISettings(apiKey: APIKey("")).dialect == .openAI)
        #expect(OpenAISettings(apiKey: APIKey(""), baseURL: "https://api.openai.com/v1/").dialect == .openAI)
        let local = OpenAISettings(apiKey: APIKey(""), baseURL: "http://127.0.0.1:8080/v1//")
        #expect(local.dialect == .compatible && local.baseURL == "http://127.0.0.1:8080/v1")
    }

    @Test("no way of printing the settings shows the key")
    func hiddenKey() {
        let settings = OpenAISettings(apiKey: APIKey("sk-secret"))
        var dumped = ""
        dump(settings, to: &dumped)
        for text in ["\(settings)", String(reflecting: settings), dumped, "\(settings.apiKey)"] {
            #expect(!text.contains("sk-secret"))
        }
    }
}
