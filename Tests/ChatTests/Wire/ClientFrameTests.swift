import Testing

@testable import Chat

@Suite("Reading what a client asks for")
struct ClientFrameTests {
    private let turn = "0198f0a0-1111-7222-8333-444444444444"

    private func legacy(_ text: String) throws -> ClientFrame {
        try ClientFrame(text, dialect: .legacy, limits: FrameLimits())
    }

    private func current(_ text: String) throws -> ClientFrame {
        try ClientFrame(text, dialect: .v2, limits: FrameLimits())
    }

    private func fault(_ read: () throws -> ClientFrame) -> ChatError? {
        do { _ = try read() } catch { return error as? ChatError }
        return nil
    }

    private func said(_ text: String, _ id: String? = nil) -> ClientFrame {
        .send(ClientFrame.Message(text: text, clientID: id))
    }

    // Legacy.

    @Test("A legacy client sends an object with a message, or any text that is not JSON, taken as it stands")
    func legacyMessages() throws {
        #expect(try legacy(#"{"message":" hello "}"#) == said("hello"))
        #expect(try legacy("What's left?") == said("What's left?"))
        #expect(try legacy("{not json") == said("{not json"))
        #expect(try legacy("50p or 60p?") == said("50p or 60p?"))
        #expect(try legacy(#"{"message":"hi","clientMsgId":"c1","extra":[1]}"#) == said("hi", "c1"))
        #expect(try legacy("\u{feff}{\"message\":\"hi\\u0000\"}") == said("hi"))
    }

    @Test("A legacy stop is a stop", arguments: [#"{"type":"stop"}"#, #" {"type":"stop","turnId":5} "#])
    func legacyStop(_ text: String) throws {
        #expect(try legacy(text) == .stop(nil))
    }

    @Test("Nothing said is silence", arguments: ["", "   ", "\n\t", #"{"message":""}"#, #"{"message":" \u00a0"}"#])
    func legacySilence(_ text: String) throws {
        #expect(try legacy(text) == .silence)
    }

    @Test("JSON that is not an object is a bad request", arguments: ["5", "[1]", "null", "\"x\"", "true", "1e400"])
    func legacyNotObject(_ text: String) {
        #expect(fault { try legacy(text) }?.code == .badRequest)
    }

    @Test(
        "A message that is missing or not a string names the field",
        arguments: ["{}", #"{"message":5}"#, #"{"message":null}"#, #"{"message":["a"]}"#])
    func legacyWrongMessage(_ text: String) {
        let error = fault { try legacy(text) }
        #expect(error?.code == .badRequest && error?.field == "message")
    }

    @Test("A legacy type other than stop is unsupported; nesting beyond the cap is a bad request, not a message")
    func legacyOther() {
        #expect(fault { try legacy(#"{"type":"resume"}"#) }?.code == .unsupported)
        #expect(fault { try legacy(String(repeating: "[", count: 10_000)) }?.code == .badRequest)
    }

    // reho.v2.

    @Test("Every frame of the protocol is read")
    func frames() throws {
        #expect(try current(#"{"v":2,"type":"send","clientMsgId":"c1","message":" hi "}"#) == said("hi", "c1"))
        #expect(try current(#"{"type":"stop","turnId":"\#(turn)"}"#) == .stop(TurnID(turn)))
        #expect(try current(#"{"type":"stop"}"#) == .stop(nil))
        #expect(
            try current(#"{"type":"resume","turnId":"\#(turn)","afterSeq":7}"#)
                == .resume(try #require(TurnID(turn)), after: 7))
        #expect(
            try current(#"{"type":"regenerate","messageId":"66200000000000000000D001"}"#)
                == .regenerate(messageID: "66200000000000000000d001"))
        #expect(try current(#"{"type":"auth","token":"a.b.c"}"#) == .authenticate(token: "a.b.c"))
        #expect(try current(#"{"type":"ping","anything":{"else":[]}}"#) == .ping)
    }

    @Test(
        "Frames of features that are still to come, and unknown ones, are unsupported",
        arguments: ["dance", ""])
    func unsupported(_ type: String) {
        #expect(fault { try current(#"{"v":2,"type":"\#(type)"}"#) }?.code == .unsupported)
    }

    @Test(
        "A field of the wrong kind is named",
        arguments: [
            (#"{"v":2}"#, "type"), (#"{"type":5}"#, "type"), (#"{"type":"send","clientMsgId":"c"}"#, "message"),
            (#"{"type":"send","clientMsgId":"c","message":5}"#, "message"),
            (#"{"type":"send","message":"x"}"#, "clientMsgId"),
            (#"{"type":"send","clientMsgId":"","message":"x"}"#, "clientMsgId"),
            (#"{"type":"send","clientMsgId":"a\nb","message":"x"}"#, "clientMsgId"),
            (#"{"type":"send","clientMsgId":7,"message":"x"}"#, "clientMsgId"),
            (#"{"type":"stop","turnId":"x"}"#, "turnId"),
            (#"{"type":"stop","turnId":5}"#, "turnId"), (#"{"type":"resume","afterSeq":1}"#, "turnId"),
            (#"{"type":"regenerate","messageId":"123"}"#, "messageId"), (#"{"type":"auth"}"#, "token"),
            (#"{"v":"2","type":"ping"}"#, "v"),
        ])
    func wrongFields(_ text: String, _ field: String) {
        let error = fault { try current(text) }
        #expect(error?.code == .badRequest && error?.field == field)
    }

    @Test(
        "afterSeq must be an exact whole number from 0 on",
        arguments: ["-1", "\"7\"", "1.5", "1.0", "1e3", "9223372036854775808", "null", "true", "[]"])
    func afterSequence(_ value: String) {
        let error = fault { try current(#"{"type":"resume","turnId":"\#(turn)","afterSeq":\#(value)}"#) }
        #expect(error?.code == .badRequest && error?.field == "afterSeq")
    }

    @Test("A newer version is unsupported, a missing one is taken as ours")
    func versions() throws {
        #expect(fault { try current(#"{"v":3,"type":"ping"}"#) }?.code == .unsupported)
        #expect(try current(#"{"type":"ping"}"#) == .ping)
    }

    @Test("Text that is not an object is a bad request", arguments: ["hello", "5", "[1]", "null", "\"x\"", "", "{"])
    func notObject(_ text: String) {
        #expect(fault { try current(text) }?.code == .badRequest)
    }

    @Test("An empty message is told so, with the id of the message it refuses")
    func empty() {
        let error = fault { try current(#"{"type":"send","clientMsgId":"c9","message":"  "}"#) }
        #expect(error?.code == .empty && error?.clientMessageID == "c9")
    }

    @Test("Four thousand characters fit, one more is too long and says what fits", arguments: [Dialect.legacy, .v2])
    func length(_ dialect: Dialect) throws {
        func frame(_ count: Int) throws -> ClientFrame {
            let message = String(repeating: "€", count: count)
            return try ClientFrame(
                #"{"type":"send","clientMsgId":"c","message":"\#(message)"}"#, dialect: dialect, limits: FrameLimits())
        }
        guard case .send(let message) = try frame(4_000) else { return #expect(Bool(false)) }
        #expect(message.text.count == 4_000)
        let error = fault { try frame(4_001) }
        #expect(error?.code == .tooLong && error?.maximum == 4_000)
    }
}
