import Testing

@testable import Chat

@Suite("Spelling a frame the old way")
struct LegacyWireTests {
    private func texts(_ frame: ServerFrame) -> [String] { LegacyWire.texts(frame) }
    private let done = #"{"type":"status","data":"done"}"#

    @Test("A delta is a stream frame; the end is the whole answer and a done")
    func answer() {
        #expect(texts(.textDelta("a€")) == [#"{"type":"stream","data":"a€"}"#])
        let end = texts(.turnCompleted(TurnText(text: "ab"), unverified: []))
        #expect(end == [#"{"type":"full_response","data":"ab"}"#, done])
    }

    @Test("A stopped turn ends with what there is, or with done alone")
    func stopped() {
        #expect(texts(.turnStopped(TurnText(text: "a"))) == [#"{"type":"full_response","data":"a"}"#, done])
        #expect(texts(.turnStopped(TurnText(text: ""))) == [done])
    }

    @Test("A failed turn is one error frame in both historical shapes, then done")
    func failed() {
        let frames = texts(.turnFailed(ChatError(.aiUnavailable), TurnText(text: "half")))
        let words = ErrorCode.aiUnavailable.words
        #expect(
            frames == [
                #"{"type":"error","data":"\#(words)","error":"\#(words)","code":"ai_unavailable","retryable":true}"#,
                done,
            ])
    }

    @Test("What the old service never sent, a legacy client never sees")
    func unknown() {
        let start = TurnStart(userMessageID: "m", message: "Hi")
        for frame in [
            ServerFrame.turnStarted(start), .sources([]), .pong, .authRequired, .draining(reconnectAfter: .zero),
        ] {
            #expect(texts(frame).isEmpty)
        }
    }

    @Test("Every error code has words, and a spelling of its own")
    func codes() {
        #expect(Set(ErrorCode.allCases.map(\.rawValue)).count == ErrorCode.allCases.count)
        #expect(ErrorCode.allCases.allSatisfy { $0.words.hasSuffix(".") || $0.words.hasSuffix("stored.") })
        #expect(CloseCode.allCases.allSatisfy { $0.reason.utf8.count <= 123 })
    }
}
