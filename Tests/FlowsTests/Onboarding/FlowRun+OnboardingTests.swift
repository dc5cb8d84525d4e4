import Analyses
import Finance
import Flows
import TestKit
import Testing

@Suite("Onboarding")
struct FlowRunOnboardingTests {
    @Test("what the records hold is shown for confirmation; what they do not hold is not made up")
    func prefilled() throws {
        let maya = FlowRun.onboarding(id: "f", of: try Given.maya(), at: Given.now)
        let proposals = Dictionary(uniqueKeysWithValues: maya.steps.map { ($0.id, $0.proposal) })
        #expect(proposals["starting_savings"]??.value == .money(Given.pounds(1_500)))
        #expect(
            proposals["monthly_income"]??.words
                == "The app shows £3,650.50 coming in for April 2026; is that right?")
        #expect(
            proposals["motivation"]??.words
                == "The app shows that you save for “Lisbon holiday”; is that the main thing?")
        let noah = FlowRun.onboarding(id: "f", of: try NamedPeople.snapshot(of: NamedPeople.noah), at: Given.now)
        #expect(noah.steps.allSatisfy { $0.proposal == nil })
    }

    @Test("five steps, never more than seven questions, at most three of them open; income is never asked, only shown")
    func questions() throws {
        for person in NamedPeople.all {
            let snapshot = try NamedPeople.snapshot(of: person.documents)
            let ids = FlowRun.onboarding(id: "f", of: snapshot, at: Given.now).steps.map(\.id)
            let isKnown = snapshot.thisMonth.income > .zero || snapshot.lastMonth.income > .zero
            #expect(ids.count == 7 && ids.contains("monthly_income") == isKnown, "\(person.name)")
            let five = ids.filter { $0 != "monthly_income" }.prefix(4)
            #expect(Array(five) == ["savings_killer", "starting_savings", "motivation", "cadence"])
            #expect((2...3).contains(ids.count - 4 - (isKnown ? 1 : 0)))
        }
    }

    @Test("last month's income is shown when this month has none yet")
    func lastMonth() {
        let run = FlowRun.onboarding(id: "f", of: Given.snapshot(incomes: [("2026-03-31", 900)]), at: Given.now)
        #expect(
            run.steps.compactMap(\.proposal).map(\.words) == [
                "The app shows £900.00 coming in for March 2026; is that right?"
            ])
        let old = FlowRun.onboarding(id: "f", of: Given.snapshot(incomes: [("2026-02-28", 900)]), at: Given.now)
        #expect(!old.steps.contains { $0.id == "monthly_income" })
    }

    @Test("starting savings are not a monthly amount: neither said as one nor shown from one")
    func keptApart() throws {
        let snapshot = Given.snapshot(goals: [Given.goal("g", monthly: 150, saved: 40)])
        var run = FlowRun.onboarding(id: "f", of: snapshot, at: Given.now)
        try run.apply(.skip(nil), at: Given.now)
        #expect(run.current?.proposal?.value == .money(Given.pounds(40)))
        #expect(throws: FlowFault.self) {
            try run.apply(.answer("starting_savings", .text("150 a month")), at: Given.now)
        }
        let profile = try #require(Profile(of: try Given.finish(&run, ["cadence": .text("none")]), in: snapshot))
        #expect(profile.startingSavings == nil && profile.cadence == nil)
    }

    @Test("a stored run goes on elsewhere where it was, whatever has become of the records")
    func resumed() throws {
        var run = FlowRun.onboarding(id: "f", of: try Given.maya(), at: Given.now)
        try run.apply(.answer("savings_killer", .text("bills")), at: Given.now)
        var other = try Given.stored(run)
        #expect(other == run && other.current == run.current)
        let done = try Given.finish(&other, ["cadence": .text("monthly")])
        #expect(Profile(of: done, in: Given.snapshot())?.savingsKiller == .chosen(.bills))
        #expect(Profile(of: done, in: Given.snapshot())?.cadence == .monthly)
    }
}
