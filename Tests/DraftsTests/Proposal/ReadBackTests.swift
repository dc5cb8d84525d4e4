import Finance
import FoundationEssentials
import Testing

@testable import Drafts

@Suite("After a time-out the records tell what happened")
struct ReadBackTests {
    static let sent = Rosa.now

    /// The records a minute after the call.
    static func after(_ change: (inout Snapshot) -> Void = { _ in }) -> Snapshot {
        var snapshot = Rosa.snapshot
        snapshot.asOf = sent.addingTimeInterval(60)
        change(&snapshot)
        return snapshot
    }

    func told(_ message: String, before: Snapshot = Rosa.snapshot, _ after: Snapshot) throws -> ReadBack {
        let draft = try #require(Rosa.draft(message, on: before))
        return ReadBack(of: draft, ground: DraftGround(of: draft, in: before), sentAt: Self.sent, in: after)
    }

    static func lunch(_ id: String, made: TimeInterval? = 1) -> Expense {
        var lunch = Rosa.expense(id, "Lunch", 9, "2026-11-21", .once)
        lunch.createdAt = made.map { sent.addingTimeInterval($0) }
        return lunch
    }

    @Test("one new equal record is ours, none is not, two cannot be told")
    func created() throws {
        let message = "spent £9 on lunch"
        #expect(try told(message, Self.after()) == .notApplied)
        #expect(try told(message, Self.after { $0.expenses.append(Self.lunch("f1")) }) == .applied)
        #expect(try told(message, Self.after { $0.expenses += [Self.lunch("f1"), Self.lunch("f2")] }) == .cannotTell)
        #expect(
            try told(message, Self.after { $0.expenses.append(Rosa.expense("f1", "Lunch", 8, "2026-11-21", .once)) })
                == .notApplied)
    }

    @Test("an equal record that was there before does not count")
    func twin() throws {
        var before = Rosa.snapshot
        before.expenses.append(Self.lunch("f1", made: -86_400))
        let message = "spent £9 on lunch"
        #expect(try told(message, before: before, Self.after { $0.expenses = before.expenses }) == .notApplied)
        let both = Self.after { $0.expenses = before.expenses + [Self.lunch("f2")] }
        #expect(try told(message, before: before, both) == .applied)
    }

    @Test("a record entered more than two minutes before the call is not the call's")
    func clocks() throws {
        let message = "spent £9 on lunch"
        #expect(try told(message, Self.after { $0.expenses.append(Self.lunch("f1", made: -120)) }) == .applied)
        #expect(try told(message, Self.after { $0.expenses.append(Self.lunch("f1", made: -121)) }) == .notApplied)
        #expect(try told(message, Self.after { $0.expenses.append(Self.lunch("f1", made: nil)) }) == .applied)
    }

    @Test("records read before the call, or not all of them, say nothing")
    func blind() throws {
        let message = "spent £9 on lunch"
        #expect(try told(message, Self.after { $0.asOf = Self.sent }) == .cannotTell)
        let skipped = Skipped(collection: "expenses", id: "", field: "", reason: "too many")
        #expect(try told(message, Self.after { $0.skipped = [skipped] }) == .cannotTell)
    }

    @Test("a change is told by its fields: as wanted, as before, something else, or gone")
    func changed() throws {
        let message = "set groceries to 300"
        #expect(try told(message, Self.after { $0.budgets[0].amount = Rosa.pounds(300) }) == .applied)
        #expect(try told(message, Self.after()) == .notApplied)
        #expect(try told(message, Self.after { $0.budgets[0].amount = Rosa.pounds(280) }) == .cannotTell)
        #expect(try told(message, Self.after { $0.budgets.removeFirst() }) == .cannotTell)
        #expect(try told("put 50 into holiday fund", Self.after { $0.goals[0].saved = Rosa.pounds(350) }) == .applied)
    }

    @Test("each kind of new record is recognised", arguments: ["income", "debt", "goal", "budget"])
    func kinds(_ kind: String) throws {
        let message = [
            "income": "got my wages £90 today", "debt": "I owe 900 to Mum, paying 25 at 0%, due 5 December",
            "goal": "new goal: Sea 900, 30 a month", "budget": "budget 80 for gym",
        ]
        let after = Self.after {
            $0.incomes.append(
                Income(
                    id: "f1", name: "Wages", amount: Rosa.pounds(90), receivedOn: Rosa.today.start, frequency: .once,
                    createdAt: Self.sent))
            $0.debts.append(Rosa.debt("f1", "Mum", 900, pays: 25, rate: 0))
            $0.debts[2].paymentDueOn = Rosa.day("2026-12-05").start
            $0.goals.append(Rosa.goal("f1", "Sea", 900, saved: 0))
            $0.goals[2].monthlyTarget = Rosa.pounds(30)
            $0.budgets.append(Rosa.budget("f1", "Gym", 80, "Discretionary(Wants)"))
        }
        #expect(try told(message[kind] ?? "", after) == .applied)
        #expect(try told(message[kind] ?? "", Self.after()) == .notApplied)
    }
}
