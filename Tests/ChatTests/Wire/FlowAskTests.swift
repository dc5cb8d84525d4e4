import Flows
import Testing

@testable import Chat

@Suite("Reading what a client asks of a guided conversation")
struct FlowAskTests {
    private func read(_ text: String) throws -> ClientFrame {
        try ClientFrame(text, dialect: .v2, limits: FrameLimits())
    }

    private func fault(_ text: String) -> ChatError? {
        do { _ = try read(text) } catch { return error as? ChatError }
        return nil
    }

    @Test("every move has its frame; an answer without a value skips")
    func moves() throws {
        let cases: [(String, FlowAsk)] = [
            (#"{"type":"start_flow","flow":"onboarding"}"#, .begin(.onboarding)),
            (#"{"type":"start_flow","flow":"checkin"}"#, .begin(.checkIn)),
            (#"{"type":"answer","questionId":"q","value":"yes"}"#, .move(.answer("q", .text("yes")))),
            (#"{"type":"answer","questionId":"q","value":12.5}"#, .move(.answer("q", .number(12.5)))),
            (#"{"type":"answer","questionId":"q","value":["a","b"]}"#, .move(.answer("q", .list(["a", "b"])))),
            (#"{"type":"answer","questionId":"q","value":null}"#, .move(.skip("q"))),
            (#"{"type":"answer","questionId":"q"}"#, .move(.skip("q"))),
            (#"{"type":"flow","op":"back"}"#, .move(.back)), (#"{"type":"flow","op":"cancel"}"#, .move(.cancel)),
            (#"{"type":"flow","op":"edit","questionId":"q"}"#, .move(.edit("q"))),
        ]
        for (text, ask) in cases { #expect(try read(text) == .flow(ask)) }
    }

    @Test("what cannot be read names its field")
    func faults() {
        let many = Array(repeating: #""a""#, count: 65).joined(separator: ",")
        let cases = [
            (#"{"type":"start_flow","flow":"tango"}"#, "flow"), (#"{"type":"start_flow"}"#, "flow"),
            (#"{"type":"answer","value":"x"}"#, "questionId"),
            (#"{"type":"answer","questionId":"","value":"x"}"#, "questionId"),
            (#"{"type":"answer","questionId":"q","value":{}}"#, "value"),
            (#"{"type":"answer","questionId":"q","value":true}"#, "value"),
            (#"{"type":"answer","questionId":"q","value":[1]}"#, "value"),
            (#"{"type":"answer","questionId":"q","value":[\#(many)]}"#, "value"),
            (#"{"type":"answer","questionId":"q","value":1e999}"#, "value"),
            (#"{"type":"flow","op":"dance"}"#, "op"), (#"{"type":"flow","op":"edit"}"#, "questionId"),
        ]
        for (text, field) in cases {
            #expect(fault(text)?.code == .badRequest && fault(text)?.field == field, "\(text)")
        }
    }
}
