import Testing

@testable import Auth

@Suite("The signature of a message to the main backend")
struct WebhookSignatureTests {
    @Test("is the one of Standard Webhooks over id, time and body")
    func known() {
        // Computed with openssl: printf 'msg_1.1700000000.{"a":1}' | openssl dgst -sha256 -hmac … -binary | base64
        let headers = WebhookSignature(secret: "a-webhook-secret-of-some-length").headers(
            id: "msg_1", seconds: 1_700_000_000, body: Array(#"{"a":1}"#.utf8))
        #expect(headers.map(\.name) == ["webhook-id", "webhook-timestamp", "webhook-signature"])
        #expect(headers.map(\.value) == ["msg_1", "1700000000", "v1,g5vSKYfAoAUk5TUV/20sw/Z9uTbWQ/dztedFCNhKCLo="])
    }

    @Test("changes with id, time, body and secret")
    func apart() {
        func value(_ secret: String, _ id: String, _ seconds: Int64, _ body: String) -> String {
            WebhookSignature(secret: secret).headers(id: id, seconds: seconds, body: Array(body.utf8))[2].value
        }
        let all = [
            value("s", "a", 1, "x"), value("t", "a", 1, "x"), value("s", "b", 1, "x"), value("s", "a", 2, "x"),
            value("s", "a", 1, "y"),
        ]
        #expect(Set(all).count == 5)
    }
}
