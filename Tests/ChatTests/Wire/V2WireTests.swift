import Analyses
import Finance
import Foundation
import Ports
import TestKit
import Testing

@testable import Chat

@Suite("Spelling a frame")
struct V2WireTests {
    private let at = Date(timeIntervalSince1970: 1_776_679_200.25)
    private let conversation = ConversationID("c")

    private func numbered(_ frame: ServerFrame) throws -> String {
        let turn = try #require(TurnID("0198f0a0-1111-7222-8333-444444444444"))
        return V2Wire.text(
            NumberedFrame(sequence: 3, at: at, frame: frame), turn: turn, conversation: try #require(conversation))
    }

    @Test("A frame of a turn has the whole envelope in a stable order")
    func envelope() throws {
        #expect(
            try numbered(.textDelta("£5 \"now\"\n")) == """
                {"v":2,"type":"text_delta","conversationId":"c","turnId":"0198f0a0-1111-7222-8333-444444444444",\
                "seq":3,"ts":"2026-04-20T10:00:00.250Z","data":{"text":"£5 \\"now\\"\\n"}}
                """)
    }

    @Test("A frame outside any turn has null where a turn would stand")
    func outside() {
        #expect(
            V2Wire.text(.pong, conversation: nil, at: at) == """
                {"v":2,"type":"pong","conversationId":null,"turnId":null,"seq":null,"ts":"2026-04-20T10:00:00.250Z","data":{}}
                """)
    }

    @Test("The frames of a turn carry the data of the protocol")
    func data() throws {
        let start = TurnStart(clientMessageID: "c1", userMessageID: "m1", message: "Hi")
        #expect(try Frame(numbered(.turnStarted(start))).string("clientMsgId") == "c1")
        let usage = Frame(
            try numbered(.usage(Usage(promptTokens: 9, completionTokens: 4, model: "m", isEstimated: true))))
        #expect(usage.data["promptTokens"] as? Int == 9 && usage.data["estimated"] as? Bool == true)
        let card = Frame(try numbered(.card(Card(kind: .debtPlan, title: "Debts", data: ["n": 1]))))
        #expect(card.string("kind") == "debt_plan" && card.string("title") == "Debts")
        let done = Frame(try numbered(.turnCompleted(TurnText(text: "T", messageID: "m2"), unverified: ["£7"])))
        #expect(done.string("text") == "T" && done.string("messageId") == "m2")
        #expect(done.data["unverified"] as? [String] == ["£7"] && done.data["stored"] == nil)
        let failed = Frame(
            try numbered(
                .turnFailed(ChatError(.aiUnavailable), TurnText(text: "half", messageID: "m", isStored: false))))
        #expect(failed.code == "ai_unavailable" && failed.data["retryable"] as? Bool == true)
        #expect(failed.data["stored"] as? Bool == false && failed.string("text") == "half")
    }

    @Test("Sources are the figures with unit, window and as-of")
    func sources() throws {
        let figures = Array(Review(of: try NamedPeople.snapshot(of: NamedPeople.maya)).figures.prefix(2))
        let rows = Frame(try numbered(.sources(figures))).object["data"] as? [[String: Any]]
        #expect(rows?.count == 2)
        #expect(
            rows?.allSatisfy { $0["id"] != nil && $0["unit"] != nil && $0["asOf"] != nil && $0["basis"] != nil } == true
        )
    }

    @Test("A failed identity is readable by clients that know the legacy keys only")
    func identity() {
        let text = V2Wire.text(
            .identityFailure("Authentication failed: Invalid token", .unauthenticated), conversation: nil, at: at)
        let frame = Frame(text)
        #expect(frame.type == "error" && frame.code == "unauthenticated")
        #expect(frame.object["error"] as? String == "Authentication failed: Invalid token")
    }

    @Test("A stored turn is told with reason, state and whole text")
    func stored() throws {
        let turn = try #require(TurnID("0198f0a0-1111-7222-8333-444444444444"))
        let stored = StoredTurn(turn: turn, userMessageID: "u", state: .stopped, text: "half", messageID: "a")
        let frame = Frame(
            V2Wire.text(.resumeUnavailable(stored, reason: "expired"), conversation: conversation, at: at))
        #expect(frame.code == "resume_unavailable" && frame.string("state") == "stopped")
        #expect(frame.string("text") == "half" && frame.string("reason") == "expired" && frame.turnID == turn.text)
    }

    @Test("Times before 1970 and with thousandths are written in UTC")
    func times() {
        #expect(Timestamp.text(Date(timeIntervalSince1970: -0.001)) == "1969-12-31T23:59:59.999Z")
        #expect(Timestamp.text(Date(timeIntervalSince1970: 951_827_696)) == "2000-02-29T12:34:56.000Z")
    }
}
