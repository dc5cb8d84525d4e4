import Analyses
import Finance
import Flows
import TestKit
import Testing

@Suite("Profile")
struct ProfileTests {
    private let answers: [String: FlowInput] = [
        "savings_killer": .text("impulse"), "starting_savings": .number(2_000), "monthly_income": .text("2000"),
        "motivation": .text("A boat, one day"), "coming_up": .text("The boiler"),
        "wording": .list(["warm", "plainest"]),
    ]

    @Test("holds what was said, flags what the records say otherwise, and leaves out what was skipped")
    func content() throws {
        let snapshot = try Given.maya()
        let profile = try #require(Profile(of: Given.onboarded(answers, in: snapshot), in: snapshot))
        #expect(profile.savingsKiller == .chosen(.impulse) && profile.motivation == .said("A boat, one day"))
        #expect(profile.startingSavings == Given.pounds(2_000) && profile.cadence == .weekly)
        #expect(profile.notes.map(\.answer) == ["The boiler"] && profile.notes.first?.id == "coming_up")
        #expect(profile.preferences.tone == .warm && profile.preferences.plainEnglish == .plainest)
        #expect(profile.discrepancies.map(\.about) == ["starting_savings", "monthly_income"])
        #expect(profile.discrepancies.last?.recorded == Money(pence: 365_050))
        #expect(try Given.stored(profile) == profile && profile.madeAt == Given.now)
    }

    @Test("there is none before the end, after a cancel, or from a check-in")
    func none() throws {
        let snapshot = try Given.maya()
        var run = FlowRun.onboarding(id: "f", of: snapshot, at: Given.now)
        #expect(Profile(of: run, in: snapshot) == nil)
        try run.apply(.cancel, at: Given.now)
        #expect(Profile(of: run, in: snapshot) == nil)
        var checkIn = FlowRun.checkIn(id: "f", of: snapshot, at: Given.now)
        #expect(Profile(of: try Given.finish(&checkIn, [:]), in: snapshot) == nil)
    }

    @Test(
        "the person changes or removes their tag, and no later rule takes that back; what a rule chose is chosen anew")
    func tag() throws {
        let snapshot = Given.snapshot()
        let run = try Given.onboarded(["savings_killer": .text("forgetting"), "cadence": .text("none")], in: snapshot)
        var profile = try #require(Profile(of: run, in: snapshot))
        #expect(profile.tag.tag == .passiveSaver && profile.tag.assignedBy == .rule)
        let plain = try Given.onboarded([:], in: snapshot)
        #expect(Profile(of: plain, in: snapshot, after: profile)?.tag.tag == nil)
        profile.choose(.masterBuilder, at: Given.now)
        #expect(profile.tag.assignedBy == .user && profile.tag.evidence == ["You chose it."])
        #expect(Profile(of: run, in: snapshot, after: profile)?.tag == profile.tag)
        profile.choose(nil, at: Given.now)
        #expect(profile.tag.tag == nil && profile.tag.reason == "You removed it." && profile.tag.assignedBy == .user)
        #expect(Profile(of: run, in: snapshot, after: profile)?.tag == profile.tag)
    }

    @Test("wishes that were set before stay when the question is skipped")
    func keptPreferences() throws {
        let snapshot = Given.snapshot()
        var earlier = try #require(Profile(of: Given.onboarded([:], in: snapshot), in: snapshot))
        earlier.preferences.tone = .direct
        #expect(
            Profile(of: try Given.onboarded([:], in: snapshot), in: snapshot, after: earlier)?.preferences.tone
                == .direct)
        let said = try Given.onboarded(["wording": .list(["warm"])], in: snapshot)
        #expect(Profile(of: said, in: snapshot, after: earlier)?.preferences.tone == .warm)
    }

    @Test("as JSON: words and ids, null for what is not known")
    func json() throws {
        let snapshot = try Given.maya()
        let text = try #require(Profile(of: Given.onboarded(answers, in: snapshot), in: snapshot)).json.text
        #expect(
            text.hasPrefix(#"{"motivation":{"id":null,"words":"A boat, one day"},"savingsKiller":{"id":"impulse","#))
        #expect(text.contains(#""startingSavings":2000,"cadence":"weekly","notes":[{"id":"coming_up","#))
        #expect(text.contains(#""behaviouralTag":{"tag":null,"evidence":[],"reason":"Fewer than 2 things"#))
        let none = try #require(Profile(of: Given.onboarded([:], in: snapshot), in: snapshot)).json.text
        #expect(none.hasPrefix(#"{"motivation":null,"savingsKiller":null,"startingSavings":null"#))
    }
}
