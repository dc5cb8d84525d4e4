import Curl
import Testing

@testable import Backend

@Suite("What a failed transfer means")
struct BackendAnswerTests {
    @Test("only what can happen before the first byte counts as not sent")
    func table() {
        let unsent: [CurlError.Code: BackendAnswer.Unsent] = [
            .resolve: .noAddress, .connect: .refused, .connectTimeout: .connectTimeout, .tls: .untrusted, .busy: .busy,
        ]
        let doubts: [CurlError.Code: BackendAnswer.Doubt] = [
            .firstByteTimeout: .timeout, .idleTimeout: .timeout, .totalTimeout: .timeout, .cut: .brokenOff,
            .badRequest: .malformed, .badResponse: .malformed, .tooLarge: .malformed, .cancelled: .cancelled,
            .closed: .closed, .failed: .failed,
        ]
        for code in CurlError.Code.allCases {
            let answer = BackendAnswer(CurlError(code, "words"))
            let expected = unsent[code].map { BackendAnswer.notSent($0) } ?? doubts[code].map { .unknown($0) }
            #expect(answer == expected, "\(code)")
        }
    }

    @Test(
        "outcomes are a handful of words",
        arguments: [
            (.answered(status: 200, body: .json([])), "2xx"), (.answered(status: 307, body: .other(count: 0)), "3xx"),
            (.answered(status: 404, body: .json([])), "4xx"), (.answered(status: 599, body: .json([])), "5xx"),
            (.answered(status: 999, body: .json([])), "5xx"), (.notSent(.refused), "not_sent"),
            (.unknown(.timeout), "unknown"),
        ] as [(BackendAnswer, String)])
    func outcomes(answer: BackendAnswer, word: String) {
        #expect(answer.outcome == word)
    }

    @Test("a body that is no whole JSON object has no bytes to read")
    func bytes() {
        #expect(BackendBody.json([1, 2]).bytes == [1, 2])
        #expect(BackendBody.other(count: 3).bytes.isEmpty && BackendBody.partial(count: 3).bytes.isEmpty)
    }
}
