import Foundation
import Testing

@testable import OpenAI

@Suite("What a provider says about a failure")
struct ProviderFaultTests {
    private let key = APIKey("my-own-key")

    private func error(_ status: Int?, _ code: String? = nil, type: String? = nil) -> OpenAIError {
        ProviderFault(message: "words", type: type, code: code).error(status: status, hiding: key)
    }

    @Test(
        "the status decides",
        arguments: [
            (301, OpenAIError.Code.malformed), (400, .badRequest), (401, .unauthorised), (403, .forbidden),
            (404, .notFound), (408, .serverTimeout), (409, .conflict), (422, .badRequest), (429, .rateLimited),
            (500, .serverFailed), (502, .serverFailed), (503, .overloaded), (529, .overloaded), (599, .serverFailed),
            (204, .malformed),
        ])
    func statuses(status: Int, expected: OpenAIError.Code) {
        #expect(error(status).code == expected)
        #expect(error(status).status == status)
    }

    @Test(
        "a 429 about money is not one about haste",
        arguments: [
            "insufficient_quota", "credit_balance_exhausted", "organization_spend_limit_exceeded",
            "project_usage_limit_exceeded", "billing_hard_limit_reached",
        ])
    func quota(name: String) {
        #expect(error(429, name).code == .quota)
        #expect(error(429, nil, type: name).code == .quota)
        #expect(error(429, "slow_down").code == .rateLimited)
    }

    @Test("a prompt that is too long is told apart")
    func context() {
        #expect(error(400, "context_length_exceeded").code == .contextTooLong)
    }

    @Test("our words hold the status and a code, never the provider's prose")
    func message() {
        #expect(error(429, "slow_down").message == "status 429 (slow_down)")
        #expect(error(500, "Some prose: sk-1").message == "status 500")
        #expect(error(nil, "slow_down").message == "an error inside the stream (slow_down)")
        #expect(!error(500).description.contains("words"))
        #expect(error(500).note == "words")
    }

    @Test(
        "every form of body is read",
        arguments: [
            (#"{"error":{"message":"m","code":"c"}}"#, "m"), (#"{"error":"m"}"#, "m"),
            (#"{"error":{"message":"m","code":404,"param":{}}}"#, "m"),
        ])
    func forms(body: String, message: String) throws {
        let fault = try JSONDecoder().decode(ProviderFault.Body.self, from: Data(body.utf8)).error
        #expect(fault?.message == message)
    }
}

@Suite("A provider's words for the operator")
struct OperatorNoteTests {
    private func note(_ words: String) -> String { OperatorNote(words, hiding: APIKey("my-own-key")).text }

    @Test("keys and addresses are hidden")
    func hidden() {
        let words =
            "Incorrect key sk-proj-ab*****cd, my-own-key. See https://x.example/?key=1 (req_0123456789abcdef0123456789)"
        #expect(note(words) == "Incorrect key [hidden] [hidden] See [address] [hidden]")
    }

    @Test("it is one short line of printable characters")
    func line() {
        #expect(note("a\r\nb\u{0}c\td\u{1B}[31m") == "a b c d [31m")
        #expect(note(String(repeating: "word ", count: 1_000)).count == 201)
        #expect(note("") == "")
    }
}
