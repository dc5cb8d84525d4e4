import Curl
import Testing

@testable import OpenAI

@Suite("Chunks to an answer and a verdict")
struct AnswerStreamTests {
    private struct Told: Equatable {
        var text = ""
        var end: AnswerEnd?
        var error: OpenAIError.Code?
    }

    /// What comes of these payloads and then an end of the connection, regular or not.
    private func told(_ payloads: [String], failure: CurlError? = nil, maxBytes: Int = 1_000) -> Told {
        var settings = OpenAISettings(apiKey: APIKey("sk-secret"))
        settings.maxAnswerBytes = maxBytes
        var answer = AnswerStream(settings)
        var told = Told()
        do throws(OpenAIError) {
            for payload in payloads { told.text += try answer.take(Array(payload.utf8)).joined() }
            told.end = try answer.end(after: failure)
        } catch {
            told.error = error.code
        }
        return told
    }

    private func text(_ text: String) -> String { #"{"choices":[{"index":0,"delta":{"content":"\#(text)"}}]}"# }

    private func finish(_ reason: String) -> String { #"{"choices":[{"delta":{},"finish_reason":"\#(reason)"}]}"# }

    @Test("text, finish reason, usage and [DONE] make a whole answer")
    func whole() {
        let usage = #"{"model":"gpt-4o-2","choices":[],"usage":{"prompt_tokens":7,"completion_tokens":2,"x":{}}}"#
        let told = told([text("a"), text("b"), finish("stop"), usage, "[DONE]"])
        #expect(told.text == "ab")
        let cost = AnswerEnd.Usage(promptTokens: 7, completionTokens: 2)
        #expect(told.end == AnswerEnd(reason: .complete, usage: cost, model: "gpt-4o-2"))
    }

    @Test(
        "the finish reason says how it ended",
        arguments: [
            ("stop", AnswerEnd.Reason.complete), ("length", .truncated), ("content_filter", .filtered),
            ("tool_calls", .complete), ("something new", .complete),
        ])
    func reasons(reason: String, expected: AnswerEnd.Reason) {
        #expect(told([text("a"), finish(reason), "[DONE]"]).end?.reason == expected)
    }

    @Test("without a finish reason nothing is whole, with or without [DONE]")
    func noFinishReason() {
        #expect(told([text("a")]).error == .brokenOff)
        #expect(told([text("a"), "[DONE]"]).error == .brokenOff)
        #expect(told([]).error == .brokenOff)
    }

    @Test("a finish reason without [DONE] is enough, however the connection ends")
    func noDone() {
        #expect(told([text("a"), finish("stop")]).end?.reason == .complete)
        #expect(told([text("a"), finish("stop")], failure: CurlError(.cut, "")).end?.reason == .complete)
        #expect(told([text("a"), finish("stop")], failure: CurlError(.idleTimeout, "")).end?.reason == .complete)
    }

    @Test("a cancelled answer is cancelled, even behind its finish reason")
    func cancelled() {
        #expect(told([text("a"), finish("stop")], failure: CurlError(.cancelled, "")).error == .cancelled)
    }

    @Test(
        "a transfer that fails in the middle says why",
        arguments: [
            (CurlError.Code.cut, OpenAIError.Code.brokenOff), (.idleTimeout, .stalled), (.totalTimeout, .overTime),
            (.closed, .closed),
        ])
    func failures(code: CurlError.Code, expected: OpenAIError.Code) {
        #expect(told([text("a")], failure: CurlError(code, "")).error == expected)
    }

    @Test("what comes after [DONE] is not part of the answer")
    func afterDone() {
        let told = told([text("a"), finish("stop"), "[DONE]", text("LATE"), "nonsense"])
        #expect(told.text == "a" && told.end?.reason == .complete)
    }

    @Test("null and absent content, empty choices, other choices and unknown fields bring no text and no harm")
    func harmless() {
        let told = told([
            #"{"choices":[]}"#, #"{}"#, #"{"choices":[{"delta":{"content":null,"role":"assistant"}}]}"#,
            #"{"choices":[{"index":1,"delta":{"content":"other"}}]}"#, #"{"choices":[{}],"new":{"deep":[1]}}"#,
            #"{"choices":[{"delta":{"tool_calls":[{"function":{"arguments":"{br"}}]}}]}"#, text("a"), finish("stop"),
        ])
        #expect(told.text == "a" && told.end?.reason == .complete)
    }

    @Test("an answer without text is not an answer", arguments: ["stop", "length"])
    func empty(reason: String) {
        #expect(told([text(""), finish(reason), "[DONE]"]).error == .empty)
    }

    @Test("a refusal is filtered and its words are not the answer")
    func refusal() {
        let told = told([#"{"choices":[{"delta":{"refusal":"I will not."}}]}"#, finish("stop"), "[DONE]"])
        #expect(told.text == "" && told.end?.reason == .filtered)
    }

    @Test("broken JSON is malformed", arguments: ["{", "nonsense", "[1]", #"{"choices":5}"#, "", "[done]"])
    func malformed(payload: String) {
        #expect(told([text("a"), payload]).error == .malformed)
    }

    @Test(
        "an error inside the stream ends it by its kind",
        arguments: [
            (#"{"error":{"message":"x","code":"rate_limit_exceeded"}}"#, OpenAIError.Code.rateLimited),
            (#"{"error":{"message":"x","type":"insufficient_quota","code":null}}"#, .quota),
            (#"{"error":{"message":"x","code":"server_is_overloaded"}}"#, .overloaded),
            (#"{"error":"just words"}"#, .serverFailed), (#"{"error":{"code":500}}"#, .serverFailed),
        ])
    func errorEvent(payload: String, expected: OpenAIError.Code) {
        #expect(told([text("a"), payload, text("b")]).error == expected)
    }

    @Test("an error that is null is none")
    func nullError() {
        #expect(told([#"{"error":null,"choices":[]}"#, text("a"), finish("stop")]).end?.reason == .complete)
    }

    @Test(
        "a usage that cannot be true is not told, and costs nothing else",
        arguments: [
            #"{"prompt_tokens":-5,"completion_tokens":1}"#, #"{"prompt_tokens":1,"completion_tokens":99999999999}"#,
            #"{"prompt_tokens":"many","completion_tokens":1}"#, "null", "5", "{}",
        ])
    func absurdUsage(usage: String) {
        let told = told([text("a"), finish("stop"), #"{"choices":[],"usage":\#(usage)}"#, "[DONE]"])
        #expect(told.end == AnswerEnd(reason: .complete, usage: nil, model: nil))
    }

    @Test("an answer over its limit is cut between characters and says so")
    func tooLong() {
        let told = told([text("abc"), text("dé🪙x"), text("more"), finish("stop"), "[DONE]"], maxBytes: 8)
        #expect(told.text == "abcdé")
        #expect(told.end?.reason == .truncated)
    }

    private func call(_ fields: String) -> String { #"{"choices":[{"delta":{"tool_calls":[{\#(fields)}]}}]}"# }

    @Test("calls that arrive in pieces, several at once, are put together in the order begun")
    func toolCalls() {
        let told = told([
            call(#""index":0,"id":"a","function":{"name":"get_month","arguments":""}"#),
            call(#""index":1,"id":"b","function":{"name":"get_debts","arguments":"{"}"#),
            call(#""index":0,"function":{"arguments":"{\"month\":"}"#),
            call(#""index":1,"function":{"arguments":"}"}"#),
            call(#""index":0,"function":{"arguments":"\"2026-04\"}"}"#), finish("tool_calls"), "[DONE]",
        ])
        #expect(told.end?.reason == .toolCalls)
        #expect(
            told.end?.toolCalls == [
                ChatToolCall(id: "a", name: "get_month", arguments: #"{"month":"2026-04"}"#),
                ChatToolCall(id: "b", name: "get_debts", arguments: "{}"),
            ])
    }

    @Test("servers that leave out the index, or end a call with stop, are understood")
    func looseToolCalls() {
        let told = told([
            call(#""id":"a","function":{"name":"one","arguments":"{}"}"#),
            call(#""id":"b","function":{"name":"two","arguments":"{"}"#), call(#""function":{"arguments":"}"}"#),
            finish("stop"),
        ])
        #expect(told.end?.reason == .toolCalls)
        #expect(told.end?.toolCalls.map(\.arguments) == ["{}", "{}"])
    }

    @Test("a call that a limit cut is no call, and neither is one without a name")
    func cutToolCalls() {
        let cut = [call(#""index":0,"id":"a","function":{"name":"one","arguments":"{"}"#), finish("length")]
        #expect(told(cut).error == .empty)
        let nameless = [text("Hi"), call(#""index":0,"id":"a","function":{"arguments":"{}"}"#), finish("tool_calls")]
        #expect(told(nameless).end?.reason == .complete)
    }

    @Test("endless arguments and endless calls are refused")
    func boundedToolCalls() {
        let long = String(repeating: "x", count: ToolCallPieces.mostBytes)
        let first = call(#""index":0,"id":"a","function":{"name":"one","arguments":"y"}"#)
        #expect(told([first, call(#""index":0,"function":{"arguments":"\#(long)"}"#)]).error == .malformed)
        let many = (0...ToolCallPieces.mostCalls).map { call(#""index":\#($0),"function":{"name":"one"}"#) }
        #expect(told(many).error == .malformed)
    }
}
