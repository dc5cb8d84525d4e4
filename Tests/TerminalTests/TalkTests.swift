import NIOCore
import NIOWebSocket
import Testing

@testable import Terminal

@Suite("Talk")
struct TalkTests {
    static let welcome = #"{"type":"welcome","data":{"user":{"name":"Maya"},"history":[]}}"#

    static func frame(_ text: String) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text))
    }

    static func sent(_ actions: [Talk.Action]) -> [String] {
        actions.compactMap { action in
            if case .send(let frame) = action { String(buffer: frame.data) } else { nil }
        }
    }

    static func printed(_ actions: [Talk.Action]) -> String {
        actions.map { action in if case .show(let text) = action { text } else { "" } }.joined()
    }

    @Test("a question typed before the welcome goes out once the server has spoken")
    func waitsForWelcome() {
        var talk = Talk()
        #expect(talk.handle(.line("  What is left?  ")).isEmpty)
        let sent = Self.sent(talk.handle(Self.frame(Self.welcome)))
        #expect(sent.count == 1)
        #expect(sent.first?.contains(#""message":"What is left?""#) == true)
        #expect(sent.first?.contains(#""clientMsgId":"#) == true)
    }

    @Test("the second question waits until the first is answered")
    func oneQuestionAtATime() {
        var talk = Talk()
        _ = talk.handle(Self.frame(Self.welcome))
        #expect(Self.sent(talk.handle(.line("one"))).count == 1)
        #expect(Self.sent(talk.handle(.line("two"))).isEmpty)
        _ = talk.handle(Self.frame(#"{"type":"turn_started","turnId":"t1","data":{}}"#))
        let shown = talk.handle(Self.frame(#"{"type":"text_delta","turnId":"t1","data":{"text":"£5 "}}"#))
        #expect(Self.printed(shown) == "£5 ")
        let after = Self.sent(talk.handle(Self.frame(#"{"type":"turn_completed","turnId":"t1","data":{"text":"£5"}}"#)))
        #expect(after.first?.contains(#""message":"two""#) == true)
    }

    @Test("Ctrl-C stops a running answer, and leaves when nothing runs")
    func interrupt() {
        var talk = Talk()
        _ = talk.handle(Self.frame(Self.welcome))
        _ = talk.handle(.line("one"))
        _ = talk.handle(Self.frame(#"{"type":"turn_started","turnId":"t7","data":{}}"#))
        #expect(Self.sent(talk.handle(.interrupt)) == [#"{"turnId":"t7","type":"stop"}"#])
        #expect(!talk.isOver)
        _ = talk.handle(Self.frame(#"{"type":"turn_stopped","turnId":"t7","data":{"text":""}}"#))
        _ = talk.handle(.interrupt)
        #expect(talk.isOver)
    }

    @Test("the end of a piped input still awaits the running answer")
    func endOfInput() {
        var talk = Talk()
        _ = talk.handle(.line("one"))
        _ = talk.handle(.end)
        _ = talk.handle(Self.frame(Self.welcome))
        #expect(!talk.isOver)
        _ = talk.handle(Self.frame(#"{"type":"turn_started","turnId":"t1","data":{}}"#))
        _ = talk.handle(Self.frame(#"{"type":"turn_failed","turnId":"t1","data":{"message":"No answer."}}"#))
        #expect(talk.isOver)
    }

    @Test("a ping is answered with its own bytes, and a close ends the talk")
    func control() {
        var talk = Talk()
        let ping = WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer(string: "hi"))
        guard case .send(let pong)? = talk.handle(ping).first else {
            Issue.record("no pong")
            return
        }
        #expect(pong.opcode == .pong)
        #expect(String(buffer: pong.data) == "hi")
        _ = talk.handle(WebSocketFrame(fin: true, opcode: .connectionClose, data: ByteBuffer()))
        #expect(talk.isOver)
    }

    @Test("frames nobody knows, and text that is no frame, are passed over")
    func unknown() {
        var talk = Talk()
        #expect(talk.handle(Self.frame("nonsense")).isEmpty)
        #expect(talk.handle(Self.frame(#"{"type":"nudge","data":{}}"#)).isEmpty)
    }

    @Test("an error before the welcome does not end it: the close that follows says why")
    func refusedBeforeWelcome() {
        var talk = Talk()
        _ = talk.handle(.end)
        _ = talk.handle(Self.frame(#"{"type":"error","data":{"message":"Invalid token"}}"#))
        #expect(!talk.isOver)
        _ = talk.handle(Self.close(4501))
        #expect(talk.isOver && talk.refusal?.code == 4501)
    }

    static func close(_ code: UInt16) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: .connectionClose, data: ByteBuffer(integer: code))
    }

    @Test("a refusing close ends it with its code; a regular end or a restart does not", arguments: [1000, 1012, 4501])
    func closes(_ code: UInt16) {
        var talk = Talk()
        #expect(talk.handle(Self.close(code)).isEmpty)
        #expect(talk.isOver)
        #expect(talk.refusal?.code == (code == 4501 ? 4501 : nil))
    }
}
