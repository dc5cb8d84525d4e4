import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("Questions about spending")
struct SpendingQuestionTests {
    private func snapshot() throws -> Snapshot {
        try Histories.snapshot(
            on: "2026-04-20",
            [
                Histories.expense("Nando's", 30_00, "2026-03-06", category: "Eating out"),
                Histories.expense("Café Rouge", 12_50, "2026-03-20", category: "Eating out"),
                Histories.expense("Tesco Metro", 40_00, "2026-03-09", category: "Groceries"),
                Histories.expense("Tesco Express", 8_00, "2026-02-18", category: "Groceries"),
                Histories.expense("Lidl", 25_00, "2026-04-16", category: "Groceries"),
                Histories.expense("Train", 60_00, "2026-04-28", category: "Travel costs"),
                Histories.expense("Gift", 15_00, "2026-04-02", category: nil),
            ])
    }

    private func ask(_ texts: String...) throws -> SpendingAnswer? {
        let snapshot = try snapshot()
        var reading: SpendingQuestion.Reading?
        for text in texts {
            reading = SpendingQuestion.reading(text, after: reading?.question, in: snapshot)
        }
        guard case .question(let question, let remark) = reading else { return nil }
        return SpendingAnswer(to: question, remark: remark, in: snapshot)
    }

    @Test("a conversation keeps what a follow-up leaves out")
    func conversation() throws {
        let first = try #require(try ask("How much on eating out last month?"))
        #expect(first.sentence == "You spent £42.50 on “Eating out” in March 2026, in 2 payments.")
        let second = try #require(try ask("How much on eating out last month?", "how about just groceries?"))
        #expect(second.sentence == "You spent £40.00 on “Groceries” in March 2026, in one payment.")
        let third = try #require(
            try ask("How much on eating out last month?", "how about just groceries?", "and the week before?"))
        #expect(
            third.sentence
                == "You spent £8.00 on “Groceries” in the week of 16 to 22 February 2026, in one payment.")
        let fourth = try #require(try ask("How much did I spend on groceries last month?", "and in total?"))
        #expect(fourth.total == Money(pence: 82_50) && fourth.question.period.window == "2026-03")
        let fifth = try #require(try ask("How many payments on groceries in march?", "and april"))
        #expect(fifth.sentence == "There is one payment on “Groceries” in April 2026, £25.00 together.")
    }

    @Test(
        "figures carry basis and window",
        arguments: [
            ("how much did I spend this month", "£100.00", "2026-04", "all expenses dated in these days"),
            (
                "what did I spend at tesco in 2026", "£48.00", "2026",
                "expenses whose name holds these words, dated in these days"
            ),
            (
                "spent on uncategorised this month", "£15.00", "2026-04",
                "expenses without a category dated in these days"
            ),
            ("spending on groceries last week", "£25.00", "2026-W16", "expenses of that category dated in these days"),
        ])
    func figures(text: String, total: String, window: String, basis: String) throws {
        let answer = try #require(try ask(text))
        let figure = answer.figures[0]
        #expect(figure.printed == total && figure.window == window && figure.basis == basis)
        #expect(Set(answer.figures.map(\.id)).count == answer.figures.count)
        #expect(answer.card.data.text.contains("\"window\":\"\(window)\""))
    }

    @Test("a slip of the keyboard or a part of a name is understood, and said")
    func slips() throws {
        #expect(try ask("how much on grocereis in march")?.remark == "Taken as “Groceries”.")
        #expect(try ask("how much on travel this month")?.remark == "Taken as “Travel costs”.")
        #expect(try ask("how much on groceries in march")?.remark == nil)
        #expect(
            try ask("how much at tesco last month?")?.remark == "Counted are “Tesco Express”, “Tesco Metro”.")
    }

    @Test("an unknown name is never guessed: the person's own are listed, and the rest of the question is kept")
    func unknown() throws {
        let snapshot = try snapshot()
        let reading = SpendingQuestion.reading("how much on my dog last month?", after: nil, in: snapshot)
        guard case .unclear(let asked, let choices, let question) = reading else {
            Issue.record("\(String(describing: reading))")
            return
        }
        #expect(asked == "dog" && choices == ["Eating out", "Groceries", "Travel costs"])
        #expect(question.period.window == "2026-03")
        let next = SpendingQuestion.reading("groceries", after: question, in: snapshot)
        #expect(next == nil)
        let said = SpendingQuestion.reading("just groceries", after: question, in: snapshot)
        #expect(said?.question.subject == .category("Groceries"))
    }

    @Test("several that fit alike are asked about")
    func ambiguous() throws {
        var snapshot = try snapshot()
        snapshot.expenses += [try Histories.expense("Bus", 3_00, "2026-04-20", category: "Travel abroad")]
        let reading = SpendingQuestion.reading("spent on travel", after: nil, in: snapshot)
        guard case .unclear(_, let choices, _) = reading else {
            Issue.record("\(String(describing: reading))")
            return
        }
        #expect(choices == ["Travel abroad", "Travel costs"])
    }

    @Test("a budget's name means what is linked to it")
    func budget() throws {
        var snapshot = try snapshot()
        snapshot.budgets = [
            Budget(
                id: "b1", name: "Night out", amount: Money(pence: 1), category: "Wants", kind: .personal,
                createdAt: snapshot.month.start)
        ]
        snapshot.expenses[0].budgetID = "b1"
        let reading = try #require(
            SpendingQuestion.reading("spent on night out in february", after: nil, in: snapshot))
        #expect(reading.question.subject == .budget("Night out"))
        #expect(SpendingAnswer(to: reading.question, in: snapshot).total == snapshot.expenses[0].amount)
    }

    @Test(
        "other texts are no question about spending",
        arguments: ["hello", "what do I owe?", "how much is left?", "march", "and groceries", ""])
    func others(text: String) throws { #expect(try ask(text) == nil) }

    @Test("the largest payment, what is still to come, and what is not recorded at all")
    func kinds() throws {
        #expect(
            try ask("what was my biggest expense last month?")?.sentence
                == "The largest payment in March 2026 is “Tesco Metro”, £40.00, on 9 March 2026.")
        #expect(
            try ask("spent on travel costs this month")?.sentence
                == "You spent £60.00 on “Travel costs” in April 2026, in one payment, of which £60.00 is dated after "
                + "today.")
        let none = try #require(try ask("how much did I spend in 2024"))
        #expect(none.total == nil && none.sentence == "No expense is recorded in 2024.")
        #expect(none.figures[0].value == nil && none.figures[0].coverage == .none)
        let nothing = try #require(try ask("how much on travel costs last month"))
        #expect(nothing.total == .zero && nothing.sentence == "Nothing is recorded on “Travel costs” in March 2026.")
    }

    @Test("is stored and read back, and hostile texts do no harm")
    func stored() throws {
        let question = try #require(try ask("how much on groceries last week")).question
        #expect(try JSONDecoder().decode(SpendingQuestion.self, from: JSONEncoder().encode(question)) == question)
        let snapshot = try snapshot()
        for text in ["spent on " + String(repeating: "a ", count: 5_000), "spent \u{202E} \u{0}", "how much on on on"] {
            _ = SpendingQuestion.reading(text, after: question, in: snapshot)
        }
    }
}
