import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("Wishes about several records")
struct PlanWishTests {
    private static let gym = Rosa.hex("b5")
    private static let dinners = Rosa.hex("b2")

    @Test(
        "plans, moves and undoing are read in plain words",
        arguments: [
            ("make me a budget", .draft), ("Can you plan my budgets for this month?", .draft),
            ("please draft a budget from my real fixed costs and goals", .draft), ("undo", .undo),
            ("Undo that, please!", .undo), ("oh no, put it back", .undo),
            ("set gym to £20 and share it over the others", .rebalance(.edited(id: gym, to: Rosa.pounds(20)))),
            ("I overspent on eating out, rebalance please", .rebalance(.overspent(id: dinners))),
            ("share £40 over the other budgets", .shareOut(Rosa.pounds(40))),
        ] as [(String, PlanWish)])
    func read(message: String, wish: PlanWish) { #expect(PlanWish(words: message, on: Rosa.snapshot) == wish) }

    @Test(
        "what names one budget, asks something else or is unclear is no plan",
        arguments: [
            "create a budget of £50 for tea", "set groceries to 300", "what is a budget?", "how is my budget?",
            "undo button", "did you undo my last payment?", "spent £5 on budget biscuits", "rebalance",
            "rebalance £5 and £6 of gym", "make me a cup of tea", "plan my budgets around Jill",
            "take £20 from the others", "rebalance gym and eating out",
        ])
    func otherwise(message: String) { #expect(PlanWish(words: message, on: Rosa.snapshot) == nil) }

    private func planned(_ wish: PlanWish, locked: Set<String> = [], last: Proposal? = nil) throws -> PlannedDrafts {
        try wish.planned(on: Rosa.snapshot, for: .current, locked: locked, last: last)
    }

    private func offered(_ planned: PlannedDrafts, on snapshot: Snapshot = Rosa.snapshot) throws -> Proposal {
        try #require(
            Proposal(
                id: "p", user: Rosa.id, conversation: "c", drafts: planned.drafts, title: planned.title,
                remark: planned.remark, on: snapshot, for: .current, at: Rosa.now))
    }

    @Test("a drafted budget is one card whose lines stay inside the income")
    func draft() throws {
        let offer = try offered(try planned(.draft))
        #expect(offer.title == "A budget for November 2026" && !offer.rows.isEmpty)
        let plan = BudgetDraft(of: Rosa.snapshot)
        #expect(plan.lines.total(\.amount) <= Rosa.pounds(2_000) && offer.drafts.count <= plan.lines.count)
        var poor = Rosa.snapshot
        poor.incomes = []
        #expect(
            throws: PlanRefusal(words: "No income is recorded for November 2026, so there is nothing to plan with.")
        ) {
            try PlanWish.draft.planned(on: poor, for: .current)
        }
    }

    @Test("budgets move before and after shown, add up to what they did, and protected and locked ones stay")
    func moved() throws {
        let wish = PlanWish.rebalance(.edited(id: Self.gym, to: Rosa.pounds(55)))
        let offer = try offered(try planned(wish))
        #expect(offer.title == "Move your budgets around “Gym”")
        #expect(offer.remarks.first == "Left alone: “Groceries” (it pays for essentials).")
        func after(_ offer: Proposal) -> Money {
            offer.drafts.compactMap { draft -> Money? in
                if case .budget(let fields) = draft.fields { fields.amount } else { nil }
            }.reduce(.zero, +)
        }
        let ids = offer.drafts.compactMap { draft -> String? in
            if case .change(let id) = draft.act { id } else { nil }
        }
        let before = Rosa.budgets.filter { ids.contains($0.id) }.total(\.amount)
        #expect(after(offer) == before && !ids.contains(Rosa.hex("b1")))
        let locked = try offered(try planned(wish, locked: [Self.dinners]))
        #expect(!locked.drafts.contains { $0.act == .change(id: Self.dinners) })
        #expect(throws: PlanRefusal.self) {
            try planned(wish, locked: Set(Rosa.budgets.map(\.id)).subtracting([Self.gym]))
        }
    }

    @Test("what a budget that is gone held is shared out to the penny")
    func sharedOut() throws {
        let drafts = try planned(.shareOut(Money(pence: 10_01))).drafts
        let gained = drafts.compactMap { draft -> Money? in
            guard case .change(let id) = draft.act, case .budget(let fields) = draft.fields else { return nil }
            return Rosa.budgets.first { $0.id == id }.flatMap { old in fields.amount.map { $0 - old.amount } }
        }
        #expect(gained.reduce(.zero, +) == Money(pence: 10_01) && gained.allSatisfy { $0 > .zero })
    }

    @Test("undoing sets every record to what it was, also where the change was an addition")
    func undo() throws {
        var offer = try offered(try planned(.rebalance(.edited(id: Self.gym, to: Rosa.pounds(55)))))
        #expect(throws: PlanRefusal.self, "nothing was saved yet") { try planned(.undo, last: offer) }
        try offer.confirm(by: Rosa.id, in: "c", on: Rosa.snapshot, at: Rosa.now)
        var changed = Rosa.snapshot
        while let draft = offer.next {
            guard case .change(let id) = draft.act, case .budget(let fields) = draft.fields,
                let place = changed.budgets.firstIndex(where: { $0.id == id })
            else { break }
            changed.budgets[place].amount = fields.amount ?? .zero
            try offer.stepApplied()
        }
        #expect(changed != Rosa.snapshot)
        let undone = try PlanWish.undo.planned(on: changed, for: .current, last: offer)
        #expect(undone.title == "Undo: Move your budgets around “Gym”" && undone.drafts.count == offer.drafts.count)
        for draft in undone.drafts {
            guard case .change(let id) = draft.act, case .budget(let fields) = draft.fields else { continue }
            #expect(fields.amount == Rosa.budgets.first { $0.id == id }?.amount)
        }
    }

    @Test("what was added is not deleted, and the sentence says so; a payment into a goal is taken back once")
    func additions() throws {
        func saved(_ message: String) throws -> Proposal {
            let draft = try #require(Rosa.draft(message))
            var offer = try #require(
                Proposal(
                    id: "p", user: Rosa.id, conversation: "c", drafts: [draft], on: Rosa.snapshot, for: .current,
                    at: Rosa.now))
            try offer.confirm(by: Rosa.id, in: "c", on: Rosa.snapshot, at: Rosa.now)
            try offer.stepApplied()
            return offer
        }
        let lunch = try saved("spent £5 on lunch")
        #expect(throws: PlanRefusal(words: "What was added can be taken out in the app. Reho never deletes a record."))
        {
            try planned(.undo, last: lunch)
        }
        let paid = try saved("put 50 into holiday fund")
        var after = Rosa.snapshot
        after.goals[0].saved = Rosa.pounds(350)
        let undone = try PlanWish.undo.planned(on: after, for: .current, last: paid)
        guard case .goal(let fields)? = undone.drafts.first?.fields else { throw PlanRefusal(words: "no goal") }
        #expect(fields.saved == Rosa.pounds(300) && fields.adding == nil)
    }
}
