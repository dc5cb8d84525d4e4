import Analyses
import Finance
import TestKit
import Testing

@Suite("Goal progress")
struct GoalProgressTests {
    @Test("Maya's holiday needs £200.00 in each of nine months; the laptop is reached")
    func maya() throws {
        let review = try Reviews.of(NamedPeople.maya)
        let rows = review.goals.rows
        #expect(rows.map(\.goal.name) == ["Lisbon holiday", "New laptop"])
        #expect(rows.map(\.monthsLeft) == [9, nil])
        #expect(rows.map(\.neededMonthly) == [Money(pence: 20_000), nil])
        #expect(rows.map(\.remaining) == [Money(pence: 180_000), .zero])
        #expect(rows.map(\.isOverdue) == [false, false])
        #expect(review.printed("goals.saved") == "£1,500.00")
        #expect(review.printed("goals.completion") == "45.45%")
        #expect(review.basis("goal.66200000000000000000c002.needed") == "nothing is missing")
    }

    @Test("a goal past its date is overdue, and what it needs each month is absent with the reason")
    func overdue() throws {
        let review = try Reviews.of(NamedPeople.ada)
        let camera = try #require(review.goals.rows.first { $0.goal.name == "Camera" })
        #expect(camera.isOverdue && camera.neededMonthly == nil)
        #expect(camera.remaining == Money(pence: 30_000))
        #expect(review.basis("goal.\(camera.goal.id).needed") == "its date has passed")
    }

    @Test("what is needed is rounded up, so that the goal is met")
    func roundedUp() throws {
        var documents = NamedPeople.noah
        documents.savingGoals = [
            NamedPeople.goal(
                "662000000000000000000c01", "Boots", target: 100, monthly: 10, saved: 0,
                from: NamedPeople.date("2026-01-01"), to: NamedPeople.date("2026-07-01"), owner: NamedPeople.noahID)
        ]
        let row = try #require(try Reviews.of(documents).goals.rows.first)
        #expect(row.monthsLeft == 3)
        #expect(row.neededMonthly == Money(pence: 3_334))
    }

    @Test("without goals there is no completion")
    func none() throws {
        let review = try Reviews.of(NamedPeople.noah)
        #expect(review.printed("goals.completion") == "not known")
        #expect(review.basis("goals.saved") == "no saving goals")
        #expect(review.card(.goals).data.text.contains(#""saved":null"#))
    }
}
