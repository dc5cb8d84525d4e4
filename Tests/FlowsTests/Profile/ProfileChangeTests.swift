import Analyses
import Finance
import Flows
import Testing

@Suite("Changes of a profile")
struct ProfileChangeTests {
    private func profile() throws -> Profile {
        let snapshot = Given.snapshot()
        let said: [String: FlowInput] = ["motivation": .text("cushion"), "starting_savings": .number(50)]
        return try #require(Profile(of: Given.onboarded(said, in: snapshot), in: snapshot))
    }

    @Test(
        "a change is shown with what it replaces before it is made",
        arguments: [
            ("cadence", "every two weeks", "How often to look at the plan: weekly now, fortnightly after the change."),
            ("cadence", "never", "How often to look at the plan: weekly now, not at all after the change."),
            (
                "motivation", "A boat",
                "What the money is for: A cushion for whatever comes now, “A boat” after the change."
            ),
            (
                "savingsKiller", "bills",
                "What gets in the way of saving: not said now, Rent and bills after the change."
            ),
            ("startingSavings", "£1.2k", "Put by in all when it began: £50.00 now, £1,200.00 after the change."),
            ("tone", "warm", "How to write to you, “tone”: neutral now, warm after the change."),
            ("noJargon", "true", "How to write to you, “noJargon”: false now, true after the change."),
            ("answerLength", "long", "How to write to you, “answerLength”: medium now, long after the change."),
            ("plainEnglish", "plainest", "How to write to you, “plainEnglish”: plain now, plainest after the change."),
            (
                "riskTolerance", "cautious",
                "How to write to you, “riskTolerance”: balanced now, cautious after the change."
            ),
            (
                "behaviouralTag", "security seeker",
                "The name for how you save: none now, Security Seeker after the change."
            ),
        ])
    func shown(field: String, words: String, sentence: String) throws {
        let change = try ProfileChange(field, to: words)
        let before = try profile()
        #expect(change.words(for: before) == sentence)
        let after = change.made(in: before, at: Given.later(days: 1))
        #expect(after != before && change.made(in: after, at: Given.later(days: 1)) == after)
        #expect(try Given.stored(change) == change)
    }

    @Test("a tag that the person removes stays away, and says so")
    func tag() throws {
        let changed = try ProfileChange("behaviouralTag", to: "None").made(in: profile(), at: Given.now)
        #expect(changed.tag.tag == nil && changed.tag.assignedBy == .user)
    }

    @Test(
        "an unknown field or a value that is none is refused",
        arguments: [
            ("income", "5000"), ("guardrails", "off"), ("cadence", "hourly"), ("tone", "rude"), ("motivation", "??"),
            ("startingSavings", "£50 a month"), ("behaviouralTag", "Shopaholic"), ("savingsKiller", ""),
        ])
    func refused(field: String, words: String) {
        #expect(throws: FlowFault.self) { try ProfileChange(field, to: words) }
    }

    @Test("a stored preference of another version changes nothing")
    func unknown() throws {
        let change = ProfileChange.preference(key: "volume", value: "loud")
        #expect(change.made(in: try profile(), at: Given.now) == (try profile()))
        #expect(change.words(for: try profile()).contains("not known now, not known after"))
    }
}
