import Analyses
import Finance
import FoundationEssentials
import Testing

@Suite("What a person may be told after a message")
struct NudgeWordsTests {
    /// Monday 20 April 2026 with these amounts on the Mondays before it, in two categories.
    private func snapshot(food: Int64, fun: Int64 = 50_00, on today: String = "2026-04-22") throws -> Snapshot {
        let day = try Histories.day("2026-04-20")
        let before = try (1...9).flatMap { week in
            try [("Food", 10_00 + Int64(week) * 100), ("Fun", 50_00)].map { name, pence in
                try Histories.expense(name, pence, "\(day.advanced(by: -7 * week))", category: name)
            }
        }
        let now = try [("Food", food), ("Fun", fun)].filter { $0.1 > 0 }.map { name, pence in
            try Histories.expense(name, pence, "\(day)", category: name)
        }
        return try Histories.snapshot(on: today, before + now)
    }

    private func words(_ snapshot: Snapshot, _ categories: [String] = ["Food", "Fun"]) throws -> NudgeWords? {
        NudgeWords(for: categories, on: try Histories.day("2026-04-20"), in: snapshot)
    }

    @Test("how much less than usual, only below the person's own quarter", arguments: [12_99, 13_00] as [Int64])
    func quarter(food: Int64) throws {
        let words = try words(try snapshot(food: food), ["Food"])
        #expect((words != nil) == (food < 13_00))
        guard let words else { return }
        #expect(words.sentence == "You spent £2.01 less than your usual for this day on “Food”, 20 April 2026.")
        #expect(words.figures.map(\.printed) == ["£2.01", "£12.99", "£15.00"])
        #expect(words.figures.first?.window == "2026-04-20")
    }

    @Test("of several categories the one that was furthest below")
    func furthest() throws {
        let words = try #require(try words(try snapshot(food: 10_00, fun: 20_00)))
        #expect(words.day.category == "Fun" && words.less == Money(pence: 30_00))
        #expect(words.json.text.contains(#""less":30"#))
    }

    @Test("nothing as long as the day may still get entries", arguments: [("2026-04-21", false), ("2026-04-22", true)])
    func grace(today: String, isSaid: Bool) throws {
        #expect((try words(try snapshot(food: 1_00, on: today)) != nil) == isSaid)
    }

    @Test("nothing for categories without a message") func none() throws {
        #expect(try words(try snapshot(food: 1_00), []) == nil)
    }

    @Test(
        "said in the box only after a message about the category was read, in the week before the day",
        arguments: [
            ("2026-04-20", true, true), ("2026-04-13", true, true), ("2026-04-12", true, false),
            ("2026-04-21", true, false), ("2026-04-20", false, false),
        ])
    func box(made: String, isRead: Bool, isSaid: Bool) throws {
        let snapshot = try snapshot(food: 1_00)
        let at = try Histories.day(made).start.addingTimeInterval(43_200)
        var box = NudgeBox()
        let nudge = Nudge(.spending, key: "k", title: "t", text: "t", at: at, category: "Food")
        box.add(nudge, NudgeChoices())
        box.delivered([nudge.id], at: at, in: .gmt)
        if isRead { box.read(nudge.id, at: at) }
        let said = box.usual(in: snapshot)?.nudge(at: snapshot.asOf)
        #expect((said != nil) == isSaid)
        guard let said else { return }
        #expect(said.text.hasPrefix("You spent £14.00 less than your usual") && said.key == "usual/2026-04-20")
        #expect(said.category == nil, "it takes no part in the hold-out")
    }
}
