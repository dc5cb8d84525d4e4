import Analyses
import Finance
import TestKit
import Testing

@Suite("Goal milestones")
struct GoalMilestoneTests {
    private func goal(_ id: String, target: Int64 = 1_000, saved: Int64, isCompleted: Bool = false) -> SavingGoal {
        var goal = People.goal(
            id, target: target, monthly: 0, saved: saved, until: "2026-12-20", isCompleted: isCompleted)
        goal.name = "Bike"
        return goal
    }

    private func look(_ saved: Int64, said: Set<String>? = [], isCompleted: Bool = false) -> GoalMilestones {
        GoalMilestones(
            of: People.snapshot(goals: [goal("g", saved: saved, isCompleted: isCompleted)]), said: said)
    }

    @Test(
        "a part is reached at its exact share, not a pound before",
        arguments: [
            (249, nil), (250, 25), (499, 25), (500, 50), (749, 50), (750, 75), (999, 75), (1_000, 100), (5_000, 100),
        ] as [(Int64, Int?)])
    func parts(saved: Int64, percent: Int?) { #expect(look(saved).new.first?.percent == percent) }

    @Test("each is said once, also when savings fall and rise again; what was passed over counts as said")
    func once() {
        let first = look(600)
        #expect(first.new.map(\.key) == ["goal/g/50"] && first.said == ["goal/g/25", "goal/g/50"])
        #expect(look(600, said: first.said).new.isEmpty)
        #expect(look(300, said: first.said).new.isEmpty && look(300, said: first.said).said == first.said)
        #expect(look(500, said: first.said).new.isEmpty)
        let next = look(800, said: first.said)
        #expect(next.new.map(\.percent) == [75] && next.said.count == 3)
        #expect(look(10, isCompleted: true).new.map(\.percent) == [100], "what the app marks complete is reached")
    }

    @Test("what was reached before the first look is no news, what is reached after it is")
    func firstLook() {
        let first = look(600, said: nil)
        #expect(first.new.isEmpty && first.said == ["goal/g/25", "goal/g/50"])
        #expect(look(800, said: first.said).new.map(\.percent) == [75])
    }

    @Test("keys of goals that are gone are forgotten; a goal without a target has no parts")
    func bounded() {
        let gone = GoalMilestones(of: People.snapshot(), said: ["goal/g/25", "x"])
        #expect(gone.said.isEmpty && gone.new.isEmpty)
        let empty = GoalMilestones(
            of: People.snapshot(goals: [goal("g", target: 0, saved: 5, isCompleted: true)]), said: [])
        #expect(empty.new.isEmpty && empty.said.isEmpty)
    }

    @Test("no more than twelve at once; the others wait for the next look")
    func many() {
        let snapshot = People.snapshot(goals: (0..<20).map { goal("g\($0 + 10)", saved: 300) })
        let first = GoalMilestones(of: snapshot, said: [])
        #expect(first.new.count == 12 && first.said.count == 12)
        let second = GoalMilestones(of: snapshot, said: first.said)
        #expect(second.new.count == 8 && Set(second.new.map(\.key)).isDisjoint(with: first.said))
        #expect(GoalMilestones(of: snapshot, said: second.said).new.isEmpty)
    }

    @Test("the words are glad, name both amounts and are the same for the client")
    func words() throws {
        let words = [250, 500, 750, 1_000].compactMap { look($0).new.first?.words }
        #expect(
            words == [
                "The first quarter of “Bike” is put by: £250.00 of £1,000.00. A good start!",
                "Half of “Bike” is put by: £500.00 of £1,000.00. Well done!",
                "Three quarters of “Bike” are put by: £750.00 of £1,000.00. Nearly there!",
                "You have reached “Bike”: £1,000.00 of £1,000.00. Well done!",
            ])
        let json = try #require(look(250).new.first?.json.text)
        #expect(
            json.hasPrefix(#"{"key":"goal/g/25","goalId":"g","name":"Bike","percent":25,"saved":250,"target":1000,"#))
        let nudge = try #require(look(500).new.first?.nudge(at: NamedPeople.now))
        #expect(nudge.kind == .milestone && nudge.key == "milestone/goal/g/50" && nudge.subject == "g")
        #expect(nudge.title == "A step towards “Bike”" && nudge.category == nil)
        for person in NamedPeople.all {
            _ = GoalMilestones(of: try NamedPeople.snapshot(of: person.documents), said: [])
        }
    }
}
