import Analyses
import Finance
import Flows
import TestKit
import Testing

@Suite("Behavioural tag")
struct TagEvidenceTests {
    private func tag(_ answers: [String: FlowInput], _ snapshot: Snapshot) throws -> TagChoice {
        try #require(Profile(of: Given.onboarded(answers, in: snapshot), in: snapshot)).tag
    }

    private func months(income: Int64, spent: Int64, _ category: String? = nil) -> Snapshot {
        Given.snapshot(
            incomes: [("2026-03-01", income), ("2026-02-01", income)],
            expenses: [("2026-03-02", spent, nil), ("2026-02-02", spent, nil)])
    }

    @Test("two signals make a tag, with a sentence each; one is too thin, and the reason is given")
    func fewest() throws {
        let dream = Given.snapshot(goals: [Given.goal("g", monthly: 125, saved: 0)])
        let found = try tag(["motivation": .text("planned")], dream)
        #expect(found.tag == .intentionalDreamer && found.reason == nil && found.assignedBy == .rule)
        #expect(
            found.evidence == [
                "You said what the money is for: something I am saving for.",
                "The monthly target of “Bike”, £125.00, meets its date.",
            ])
        let thin = try tag([:], dream)
        #expect(thin.tag == nil && thin.evidence.isEmpty)
        #expect(thin.reason == "Fewer than 2 things you said or recorded point the same way.")
        let late = Given.snapshot(goals: [Given.goal("g", monthly: 124, saved: 0)])
        #expect(try tag(["motivation": .text("planned")], late).tag == nil)
    }

    @Test(
        "three months' payments are a Master Builder's, a penny less is not",
        arguments: [(3_000, true), (2_999, false)])
    func masterBuilder(saved: Int64, isOne: Bool) throws {
        let said: [String: FlowInput] = ["motivation": .text("long_term"), "starting_savings": .number(Double(saved))]
        let found = try tag(said, months(income: 1_000, spent: 1_000))
        #expect((found.tag == .masterBuilder) == isOne, "\(found)")
    }

    @Test("two open goals with a monthly target count, one does not, a reached one does not")
    func targets() throws {
        func found(_ goals: [SavingGoal]) throws -> BehaviourTag? {
            try tag(["motivation": .text("long_term")], Given.snapshot(goals: goals)).tag
        }
        let (one, two) = (Given.goal("a", monthly: 1), Given.goal("b", monthly: 1))
        #expect(try found([one, two]) == .masterBuilder && found([one]) == nil)
        #expect(try found([one, Given.goal("b", monthly: 1, saved: 1_000, isCompleted: true)]) == nil)
    }

    @Test("a goal named for a cushion makes a Security Seeker of somebody who wants one")
    func securitySeeker() throws {
        func found(_ name: String) throws -> BehaviourTag? {
            try tag(["motivation": .text("cushion")], Given.snapshot(goals: [Given.goal("g", name: name)])).tag
        }
        #expect(try found("EMERGENCY fund") == .securitySeeker && found("Emergent") == nil)
    }

    @Test("a fifth of income left is a Frugal Fortress's, a pound less is not", arguments: [(800, true), (801, false)])
    func frugalFortress(spent: Int64, isOne: Bool) throws {
        let found = try tag(["savings_killer": .text("nothing")], months(income: 1_000, spent: spent))
        #expect((found.tag == .frugalFortress) == isOne)
    }

    @Test("budgets hold when none is exceeded; without payments they say nothing")
    func budgets() throws {
        func found(_ spent: Int64?) throws -> BehaviourTag? {
            let expenses = spent.map { [("2026-04-02", $0, "Food" as String?)] } ?? []
            let snapshot = Given.snapshot(expenses: expenses, budgets: [("Food", 100)])
            return try tag(["savings_killer": .text("nothing")], snapshot).tag
        }
        #expect(try found(100) == .frugalFortress && found(101) == nil && found(nil) == nil)
    }

    @Test("money put by without a monthly target, and looks once a month or less, are a Passive Saver's")
    func passiveSaver() throws {
        func found(_ cadence: String, saved: Int64, monthly: Int64 = 0) throws -> BehaviourTag? {
            let snapshot = Given.snapshot(goals: [Given.goal("g", monthly: monthly, saved: saved)])
            return try tag(["cadence": .text(cadence)], snapshot).tag
        }
        #expect(try found("monthly", saved: 1) == .passiveSaver && found("none", saved: 1) == .passiveSaver)
        #expect(try found("fortnightly", saved: 1) == nil && found("monthly", saved: 0) == nil)
        #expect(try found("monthly", saved: 1, monthly: 1) == nil)
    }

    @Test("three tenths on wants count, a pound less does not", arguments: [(300, true), (299, false)])
    func emotionalSpender(wants: Int64, isOne: Bool) throws {
        let snapshot = Given.snapshot(
            incomes: [("2026-04-01", 1_000)], expenses: [("2026-04-02", wants, "Discretionary(Wants)")])
        #expect((try tag(["savings_killer": .text("impulse")], snapshot).tag == .emotionalSpender) == isOne)
        #expect(
            try tag(["savings_killer": .text("I shop when I am sad")], snapshot).tag == nil, "own words are no signal")
    }

    @Test("the most signals win, then the order of the tags")
    func order() throws {
        let goals = [Given.goal("a", monthly: 200), Given.goal("b", name: "Safety", monthly: 200)]
        let said: [String: FlowInput] = ["motivation": .text("cushion"), "savings_killer": .text("nothing")]
        let equal = Given.snapshot(
            incomes: [("2026-03-01", 100)], expenses: [("2026-03-02", 1, nil)], goals: goals)
        #expect(try tag(said, equal).tag == .securitySeeker)
        let more = Given.snapshot(
            incomes: [("2026-03-01", 100)], expenses: [("2026-03-02", 1, nil), ("2026-04-02", 1, "Food")],
            budgets: [("Food", 5)], goals: goals)
        #expect(try tag(said, more).tag == .frugalFortress)
    }

    @Test("records alone make no tag: the person must have said something that points the same way")
    func saidFirst() throws {
        let rich = Given.snapshot(
            incomes: [("2026-03-01", 100)], expenses: [("2026-03-02", 1, nil), ("2026-04-02", 1, "Food")],
            budgets: [("Food", 5)])
        #expect(try tag(["savings_killer": .text("impulse")], rich).tag == nil)
        #expect(try tag(["savings_killer": .text("nothing")], rich).evidence.count == 3)
    }

    @Test("hostile records make a tag or none, and never trap")
    func hostile() throws {
        for person in NamedPeople.all {
            let snapshot = try NamedPeople.snapshot(of: person.documents)
            let found = try tag(["starting_savings": .text("10000000000")], snapshot)
            #expect((found.tag == nil) == (found.reason != nil))
        }
    }
}
