import Testing

@testable import Telegram

@Suite("What the Bot API answers")
struct BotAnswerTests {
    private func error(_ status: Int, _ body: String) -> BotError? {
        do throws(BotError) {
            _ = try BotAnswer.read(status, Array(body.utf8))
            return nil
        } catch { return error }
    }

    private func refusal(_ status: Int, _ words: String, _ more: String = "") -> BotError.Code? {
        error(status, #"{"ok":false,"error_code":\#(status),"description":"\#(words)"\#(more)}"#)?.code
    }

    @Test("a refusal is known by status and Telegram's words")
    func refusals() {
        #expect(refusal(400, "Bad Request: message is too long") == .tooLong)
        #expect(refusal(400, "Bad Request: MESSAGE TEXT IS EMPTY") == .emptyText)
        #expect(refusal(400, "Bad Request: text must be non-empty") == .emptyText)
        #expect(refusal(400, "Bad Request: chat not found") == .chatNotFound)
        #expect(refusal(400, "Forbidden: bot was blocked by the user") == .badRequest, "the status decides")
        #expect(refusal(409, "Conflict") == .badRequest && refusal(499, "") == .badRequest)
        #expect(refusal(401, "Unauthorized") == .unauthorised && refusal(404, "Not Found") == .unauthorised)
        #expect(refusal(403, "Forbidden: bot was blocked by the user") == .blocked)
        #expect(refusal(500, "") == .serverFailed && refusal(599, "") == .serverFailed)
        #expect(refusal(200, "") == .malformed && refusal(301, "") == .malformed)
    }

    @Test("the wait of a 429 is read, within a second and a day; what is no whole number is none")
    func waits() {
        let cases: [(String, Duration?)] = [
            ("5", .seconds(5)), ("0", .seconds(1)), ("-3", .seconds(1)), ("86401", .seconds(86_400)),
            ("9223372036854775807", .seconds(86_400)), ("9223372036854775808", nil), ("\"5\"", nil), ("1.5", nil),
            ("null", nil),
        ]
        for (text, wait) in cases {
            let body = #"{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":\#(text)}}"#
            #expect(error(429, body)?.retryAfter == wait && error(429, body)?.code == .rateLimited, "\(text)")
        }
        #expect(error(429, #"{"ok":false,"parameters":[5]}"#)?.retryAfter == nil)
    }

    @Test("without the form of the Bot API only the status speaks")
    func pages() {
        for (status, code) in [
            (403, BotError.Code.forbidden), (429, .rateLimited), (502, .serverFailed), (400, .malformed),
            (401, .malformed), (404, .malformed), (200, .malformed),
        ] {
            #expect(error(status, "<html>bot was blocked by the user</html>")?.code == code)
            #expect(error(status, "")?.code == code)
        }
        #expect(error(403, #"{"ok":true,"description":"bot was blocked by the user"}"#)?.code == .forbidden)
    }

    @Test("no words of the other side are in an error")
    func foreign() {
        let told = "\(String(describing: error(400, #"{"ok":false,"description":"CNRY"}"#)))"
        #expect(!told.contains("CNRY") && told.contains("400"))
    }

    @Test("ok is an answer, whatever its result")
    func fine() throws {
        for result in ["true", "null", "{}", #"{"id":"x"}"#] {
            #expect(try BotAnswer.read(200, Array(#"{"ok":true,"result":\#(result)}"#.utf8)).profile == nil)
        }
        #expect(try BotAnswer.read(200, Array(#"{"ok":true,"result":{"id":5,"username":"B"}}"#.utf8)).profile?.id == 5)
    }
}
