import Flows
import Testing

@Suite("Conversation mode")
struct ConversationModeTests {
    @Test("a conversation is in its flow until the flow ends or rests too long")
    func modes() throws {
        let snapshot = try Given.maya()
        var onboarding = FlowRun.onboarding(id: "f", of: snapshot, at: Given.now)
        let checkIn = FlowRun.checkIn(id: "f", of: snapshot, at: Given.now)
        #expect(ConversationMode(of: nil, at: Given.now) == .general)
        #expect(ConversationMode(of: onboarding, at: Given.now) == .onboarding)
        #expect(ConversationMode(of: checkIn, at: Given.now) == .checkIn)
        #expect(ConversationMode(of: checkIn, at: Given.later(days: 7)) == .general)
        try onboarding.apply(.cancel, at: Given.now)
        #expect(ConversationMode(of: onboarding, at: Given.now) == .general)
    }

    @Test("typed commands start a flow, other words do not")
    func commands() {
        #expect(FlowRun.Kind(command: " /start\n") == .onboarding && FlowRun.Kind(command: "/CheckIn") == .checkIn)
        #expect(FlowRun.Kind(command: "start") == nil && FlowRun.Kind(command: "/startle") == nil)
    }
}
