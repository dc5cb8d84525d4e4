import Testing

@testable import Terminal

@Suite("ChatAddress")
struct ChatAddressTests {
    @Test("an address without a path means the chat route")
    func standardPath() throws {
        let address = try ChatAddress("ws://127.0.0.1:8000")
        #expect(address.host == "127.0.0.1")
        #expect(address.port == 8000)
        #expect(address.path == "/chat/ws")
    }

    @Test("path and query are kept")
    func fullPath() throws {
        #expect(
            try ChatAddress("ws://localhost/chat/ws?conversation_id=a%20b").path == "/chat/ws?conversation_id=a%20b")
    }

    @Test(
        "anything else is refused in words that say what is expected",
        arguments: ["", "localhost:8000", "wss://x", "ws://"])
    func refused(_ text: String) {
        let fault = #expect(throws: ChatAddress.Fault.self) { try ChatAddress(text) }
        #expect(fault?.description.contains("ws://") == true)
    }
}
