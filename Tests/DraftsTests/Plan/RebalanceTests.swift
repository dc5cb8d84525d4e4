import Analyses
import Finance
import TestKit
import Testing

@testable import Drafts

@Suite("One budget moves, and the others make up for it")
struct RebalanceTests {
    static func line(
        _ id: String, _ pounds: Int64, spent: Int64 = 0, _ protection: BudgetLine.Protection? = nil
    ) -> BudgetLine {
        BudgetLine(
            id: id, name: id, amount: Rosa.pounds(pounds), spent: Rosa.pounds(spent), protection: protection)
    }

    /// Needs 500 protected; wants 100 with 40 spent, fun 60, pot 30.
    static let lines = [
        line("needs", 500, .essential), line("wants", 100, spent: 40), line("fun", 60), line("pot", 30),
    ]

    static func applied(_ changes: [Rebalance.Change], to lines: [BudgetLine]) -> [BudgetLine] {
        lines.map { line in
            let after = changes.first { $0.id == line.id }?.after ?? line.amount
            return BudgetLine(
                id: line.id, name: line.name, amount: after, spent: line.spent, protection: line.protection)
        }
    }

    func told(_ plan: Rebalance) -> [String] { plan.changes.map { "\($0.id) \($0.before.pence) \($0.after.pence)" } }

    @Test("a line that is raised takes from the others in proportion to what they have left")
    func raised() {
        // Headroom 60 + 30, so 30 is taken 20 : 10.
        let plan = Rebalance(Self.lines, after: .edited(id: "wants", to: Rosa.pounds(130)))
        #expect(told(plan) == ["wants 10000 13000", "fun 6000 4000", "pot 3000 2000"])
        #expect(plan.missing == nil && plan.remark == nil)
    }

    @Test("a line that is lowered gives to the others in proportion to what they have left")
    func lowered() {
        let plan = Rebalance(Self.lines, after: .edited(id: "pot", to: .zero))
        // Headroom of wants is what is not spent: 60 against fun's 60.
        #expect(told(plan) == ["pot 3000 0", "wants 10000 11500", "fun 6000 7500"])
    }

    @Test("a line that is overspent is raised to what is spent")
    func overspent() {
        var lines = Self.lines
        lines[3] = Self.line("pot", 30, spent: 42)
        let plan = Rebalance(lines, after: .overspent(id: "pot"))
        #expect(told(plan) == ["pot 3000 4200", "wants 10000 9400", "fun 6000 5400"])
        #expect(Rebalance(Self.lines, after: .overspent(id: "pot")).remark == "There is nothing to move.")
    }

    @Test("an overspent line that the person locked stays, and is told")
    func overspentAndLocked() {
        let lines = Self.lines + [Self.line("games", 10, spent: 25, .locked)]
        let plan = Rebalance(lines, after: .overspent(id: "games"))
        #expect(plan.changes.isEmpty && plan.remark == "“games” is £15.00 over, and you locked it; nothing moves.")
        let essential = Self.lines + [Self.line("food", 10, spent: 25, .essential)]
        #expect(Rebalance(essential, after: .overspent(id: "food")).changes.first?.after == Rosa.pounds(25))
    }

    @Test("a line that is taken away gives all it held to the others")
    func deleted() {
        let plan = Rebalance(Self.lines, after: .deleted(id: "fun"))
        #expect(told(plan) == ["wants 10000 14000", "pot 3000 5000"])
        let gone = Self.lines.filter { $0.id != "fun" }
        #expect(Rebalance(gone, after: .deleted(id: "fun"), total: Rosa.pounds(690)).changes == plan.changes)
    }

    @Test("with a penny too little headroom nothing moves, and the penny is named")
    func missing() {
        let fits = Rebalance(Self.lines, after: .edited(id: "wants", to: Rosa.pounds(190)))
        #expect(told(fits) == ["wants 10000 19000", "fun 6000 0", "pot 3000 0"])
        #expect(fits.missing == nil && fits.remark == nil)
        let plan = Rebalance(Self.lines, after: .edited(id: "wants", to: Money(pence: 19_001)))
        #expect(plan.changes.isEmpty && plan.missing == Money(pence: 1))
        #expect(plan.remark == "The other budgets that may move have £90.00 left; £0.01 is missing. Nothing moves.")
    }

    @Test("what is freed and has nowhere to go is named, and the edit still stands")
    func unplaced() {
        let lines = [Self.line("needs", 500, .essential), Self.line("fun", 60)]
        let plan = Rebalance(lines, after: .edited(id: "fun", to: Rosa.pounds(20)))
        #expect(told(plan) == ["fun 6000 2000"] && plan.unplaced == Rosa.pounds(40))
    }

    @Test("an unknown line and an impossible amount move nothing")
    func refused() {
        #expect(
            Rebalance(Self.lines, after: .overspent(id: "x")).remark == "There is no such budget of yours this month.")
        for amount in [Money(pence: -1), Money(pence: Money.limit.pence + 1)] {
            let plan = Rebalance(Self.lines, after: .edited(id: "fun", to: amount))
            #expect(plan.changes.isEmpty && plan.remark?.hasPrefix("A budget must be") == true)
        }
    }

    @Test(
        "sums stay to the penny, protected lines stay, nothing falls below what is spent, and twice is once",
        arguments: 0..<300 as Range<UInt64>)
    func laws(_ seed: UInt64) {
        var seeded = SeededGenerator(seed)
        let lines = Self.random(&seeded)
        let event = Self.event(lines, &seeded)
        let plan = Rebalance(lines, after: event)
        let after = Self.applied(plan.changes, to: lines)
        let isDeleted = event == .deleted(id: event.id)
        let kept = after.filter { !(isDeleted && $0.id == event.id) }
        if plan.unplaced == nil, !plan.changes.isEmpty {
            #expect(kept.total(\.amount) == lines.total(\.amount))
        }
        for (old, new) in zip(lines, after) where old.id != event.id {
            if old.protection != nil { #expect(new.amount == old.amount) }
            #expect(new.amount >= min(old.spent, old.amount) && new.amount >= .zero)
        }
        guard plan.missing == nil, plan.unplaced == nil else { return }
        #expect(Rebalance(kept, after: event, total: lines.total(\.amount)).changes.isEmpty)
        let back = Self.applied(plan.changes.map(\.undone), to: after)
        #expect(back == lines)
    }

    static func random(_ seeded: inout SeededGenerator) -> [BudgetLine] {
        (0..<Int.random(in: 1...8, using: &seeded)).map { index in
            let guards: [BudgetLine.Protection?] = [nil, nil, nil, .essential, .debt, .locked]
            return BudgetLine(
                id: "l\(index)", name: "l\(index)", amount: Money(pence: .random(in: 0...90_000, using: &seeded)),
                spent: Money(pence: .random(in: 0...60_000, using: &seeded)),
                protection: guards.randomElement(using: &seeded) ?? nil)
        }
    }

    static func event(_ lines: [BudgetLine], _ seeded: inout SeededGenerator) -> Rebalance.Event {
        let id = lines[Int.random(in: 0..<lines.count, using: &seeded)].id
        switch Int.random(in: 0...2, using: &seeded) {
        case 0: return .edited(id: id, to: Money(pence: .random(in: 0...120_000, using: &seeded)))
        case 1: return .overspent(id: id)
        default: return .deleted(id: id)
        }
    }
}

@Suite("Rebalanced budgets become one proposal")
struct RebalanceDraftsTests {
    @Test("each line that moves is one PATCH, and the way back is one too")
    func drafts() throws {
        let plan = Rebalance(
            BudgetLine.all(in: Rosa.snapshot), after: .edited(id: Rosa.hex("b4"), to: Rosa.pounds(170)))
        let drafts = try plan.drafts(on: Rosa.snapshot, for: .current)
        #expect(
            drafts.map(\.text) == [
                "PATCH /budgets/\(Rosa.hex("b4")) {\"amount\":170}", "PATCH /budgets/\(Rosa.hex("b2")) {\"amount\":80}",
                "PATCH /budgets/\(Rosa.hex("b3")) {\"amount\":30}",
            ])
        #expect(plan.rows.first == ChangeRow(label: "Emergency pot", before: "£100.00", after: "£170.00"))
        var done = Rosa.snapshot
        for change in plan.changes {
            for index in done.budgets.indices where done.budgets[index].id == change.id {
                done.budgets[index].amount = change.after
            }
        }
        let undo = try plan.undo(on: done, for: .current)
        #expect(
            undo.map { $0.text.suffix(13) }
                == ["{\"amount\":100}", "{\"amount\":120}", "{\"amount\":60}"].map { $0.suffix(13) })
    }

    @Test("more changes than one card holds are refused, not cut short")
    func tooMany() throws {
        let changes = Rebalance(
            [RebalanceTests.line("pot", 0)] + (0..<61).map { RebalanceTests.line("l\($0)", 10) },
            after: .edited(id: "pot", to: Rosa.pounds(61))
        ).changes
        #expect(changes.count == 62)
        #expect(throws: DraftFaults.self) { try Rebalance.drafts(changes, on: Rosa.snapshot, for: .current) }
    }

    @Test("essentials, a debt's own line and what the person locked are protected; what is linked counts as spent")
    func protection() {
        var snapshot = Rosa.snapshot
        snapshot.budgets.append(Rosa.budget("b6", "Credit card payment", 60, "Debts"))
        let lines = BudgetLine.all(in: snapshot, locked: [Rosa.hex("b5")])
        let told = Dictionary(uniqueKeysWithValues: lines.map { ($0.name, $0) })
        #expect(told["Groceries"]?.protection == .essential && told["Gym"]?.protection == .locked)
        #expect(told["Credit card payment"]?.protection == .debt && told["Eating out"]?.protection == nil)
        #expect(told["Eating out"]?.headroom == Rosa.pounds(80) && told["Gym"]?.headroom == .zero)
        snapshot.budgets.append(Rosa.budget("b7", "Vet", 60, "Pets"))
        func vet(_ overrides: [String: Bucket]) -> BudgetLine.Protection? {
            BudgetLine.all(in: snapshot, overrides: overrides).last?.protection
        }
        #expect(vet([:]) == nil && vet(["Pets": .needs]) == .essential && vet(["Pets": .wants]) == nil)
    }
}
