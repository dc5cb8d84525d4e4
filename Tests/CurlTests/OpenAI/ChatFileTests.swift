import Foundation
import Testing

@testable import OpenAI

@Suite("A file beside a message")
struct ChatFileTests {
    private func fields(
        _ file: ChatFile, format: String? = nil, _ edit: (inout OpenAISettings) -> Void = { _ in }
    ) throws -> [String: Any] {
        var settings = OpenAISettings(apiKey: APIKey("sk-secret"))
        edit(&settings)
        let messages = [
            ChatMessage(role: "system", content: "Read \"it\"."), ChatMessage(role: "user", content: "What is it?\n"),
        ]
        let request = ChatCompletionsRequest(messages, maxTokens: 800, safetyID: "abc", settings)
        let bytes = Data(try request.body(file, format: format))
        return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    private func parts(_ fields: [String: Any]) throws -> [[String: Any]] {
        let messages = try #require(fields["messages"] as? [[String: Any]])
        #expect(messages.count == 2 && messages[0]["content"] as? String == "Read \"it\".")
        #expect(messages[1]["role"] as? String == "user")
        return try #require(messages[1]["content"] as? [[String: Any]])
    }

    @Test("a picture goes as a data address behind the text of the newest message")
    func image() throws {
        let parts = try parts(try fields(ChatFile([1, 2, 250], mediaType: "image/png", as: .image)))
        #expect(parts.map { $0["type"] as? String } == ["text", "image_url"])
        #expect(parts[0]["text"] as? String == "What is it?\n")
        #expect((parts[1]["image_url"] as? [String: String]) == ["url": "data:image/png;base64,AQL6"])
    }

    @Test("a document goes as a file with a name of ours")
    func document() throws {
        let file = ChatFile(Array("%PDF".utf8), mediaType: "application/pdf", as: .document(name: "receipt.pdf"))
        let part = try #require(try parts(try fields(file)).last)
        #expect(part["type"] as? String == "file")
        let held = try #require(part["file"] as? [String: String])
        #expect(held == ["filename": "receipt.pdf", "file_data": "data:application/pdf;base64,JVBERg=="])
    }

    @Test("the shape of the answer is put in as it stands, nothing is imagined, and nothing is to be kept")
    func shape() throws {
        let file = ChatFile([1], mediaType: "image/png", as: .image)
        let fields = try fields(file, format: #"{"type":"json_object"}"#)
        #expect((fields["response_format"] as? [String: String]) == ["type": "json_object"])
        #expect(fields["temperature"] as? Double == 0 && fields["store"] as? Bool == false)
        #expect(fields["safety_identifier"] as? String == "abc" && fields["max_completion_tokens"] as? Int == 800)
        #expect(try self.fields(file)["response_format"] == nil)
        #expect(try self.fields(file) { $0.temperature = nil }["temperature"] == nil)
    }

    @Test("bytes of every length come back from their base64")
    func base64() throws {
        for count in 0...70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 37 + count) }
            var out: [UInt8] = []
            Base64.append(bytes, to: &out)
            #expect(Data(base64Encoded: Data(out)).map { Array($0) } == bytes)
            #expect(out.count == (count + 2) / 3 * 4)
        }
    }

    @Test("no way of printing it shows what is in it")
    func hidden() {
        let file = ChatFile(Array("CANARY".utf8), mediaType: "image/png", as: .image)
        var dumped = ""
        dump(file, to: &dumped)
        for text in ["\(file)", String(reflecting: file), dumped] {
            #expect(!text.contains("CANARY") && !text.contains("67") && text.contains("6 bytes"))
        }
    }
}
