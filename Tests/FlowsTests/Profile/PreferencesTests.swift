import Analyses
import Finance
import Flows
import Testing

@Suite("Preferences")
struct PreferencesTests {
    private func wished(_ ids: [String]) throws -> Preferences {
        let snapshot = Given.snapshot()
        return try #require(
            Profile(of: Given.onboarded(["wording": .list(ids)], in: snapshot), in: snapshot)
        ).preferences
    }

    @Test("each wish sets one thing; two that contradict each other leave the middle")
    func wishes() throws {
        #expect(try wished([]) == Preferences())
        #expect(try wished(["short"]).answerLength == .short && wished(["long"]).answerLength == .long)
        #expect(try wished(["short", "long"]).answerLength == .medium)
        #expect(try wished(["warm"]).tone == .warm && wished(["direct"]).tone == .direct)
        #expect(try wished(["warm", "direct"]).tone == .neutral)
        let rest = try wished(["plainest", "no_jargon", "cautious"])
        #expect(rest.plainEnglish == .plainest && rest.noJargon && rest.riskTolerance == .cautious)
    }

    @Test("one is set by key and value; what it cannot be is refused with what it can be")
    func set() throws {
        var preferences = Preferences()
        for (key, value) in [
            ("tone", "warm"), ("answerLength", "long"), ("plainEnglish", "plainest"), ("riskTolerance", "adventurous"),
            ("noJargon", "true"),
        ] { try preferences.set(key, to: value) }
        let all =
            #"{"tone":"warm","answerLength":"long","plainEnglish":"plainest","noJargon":true,"#
            + #""riskTolerance":"adventurous"}"#
        #expect(preferences.json.text == all)
        #expect(throws: FlowFault.notAnAnswer("Please choose one of: neutral, warm, direct.")) {
            try preferences.set("tone", to: "angry")
        }
        #expect(throws: FlowFault.notAnAnswer("Please choose one of: true, false.")) {
            try preferences.set("noJargon", to: "maybe")
        }
        #expect(throws: FlowFault.unknownQuestion) { try preferences.set("guardrails", to: "off") }
        #expect(preferences.json.text == all)
    }

    @Test("a prompt gets a sentence for each wish and none without one")
    func instructions() throws {
        #expect(Preferences().instructions.isEmpty)
        var preferences = try wished(["short", "warm", "plainest", "no_jargon", "cautious"])
        #expect(
            preferences.instructions == [
                "Write warmly.", "Answer in two or three sentences.", "Use short sentences and everyday words.",
                "Leave technical terms out.", "Where there are several ways, name the careful one first.",
            ])
        preferences = Preferences()
        preferences.riskTolerance = .adventurous
        preferences.tone = .direct
        preferences.answerLength = .long
        #expect(
            preferences.instructions == [
                "Come straight to the point.", "Show the working.",
                "Where there are several ways, name the fastest one first.",
            ])
    }
}
