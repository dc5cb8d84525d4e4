import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Routes

@Suite("How long a body may say it is")
struct BodySizeTests {
    @Test(
        "an update of Telegram may be longer than anything a person sends, and neither is read beyond its limit",
        arguments: [
            ("/telegram/webhook", 24_000, 404), ("/telegram/webhook", 128 * 1024, 404),
            ("/telegram/webhook", 128 * 1024 + 1, 413), ("/chat/ticket", 16 * 1024, 401),
            ("/chat/ticket", 16 * 1024 + 1, 413), ("/chat/ticket", 1 << 40, 413),
        ])
    func announced(path: String, length: Int, status: Int) async throws {
        let stage = try await Stage()
        let headers: HTTPFields = [.contentLength: "\(length)"]
        // Without Telegram set up and without a token nothing of it is read: the answer comes from the length alone.
        let answer = try await stage.run { try await $0.send(.post, path, headers) }
        #expect(answer.status.code == status, "\(answer.text)")
    }
}
