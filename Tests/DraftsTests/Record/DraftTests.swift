import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("A draft is checked before it exists")
struct DraftTests {
    static let lunch = ExpenseFields(
        name: "Lunch", amount: Money(pence: 1_240), fallsOn: Rosa.today, frequency: .once)

    func faults(_ fields: DraftFields) -> String? { faults(.create, fields) }

    func faults(_ act: Draft.Act, _ fields: DraftFields) -> String? {
        do {
            _ = try Draft(act, fields, on: Rosa.snapshot, for: .current)
            return nil
        } catch {
            return error.words
        }
    }

    @Test("an amount is more than nothing and at most what the app can hold")
    func amounts() {
        var fields = Self.lunch
        for (pence, isFine) in [(0, false), (1, true), (-1, false), (Money.limit.pence, true)] as [(Int64, Bool)] {
            fields.amount = Money(pence: pence)
            #expect((faults(.expense(fields)) == nil) == isFine, "\(pence)")
        }
        fields.amount = Money(pence: Money.limit.pence + 1)
        #expect(faults(.expense(fields)) == "The amount is larger than this app can hold.")
    }

    @Test("a name has two letters or more, 120 at most, and nothing hidden in it")
    func names() {
        var fields = Self.lunch
        for (name, isFine) in [("T", false), ("Te", true), (String(repeating: "x", count: 120), true), ("", false)] {
            fields.name = name
            #expect((faults(.expense(fields)) == nil) == isFine, "\(name)")
        }
        fields.name = String(repeating: "x", count: 121)
        #expect(faults(.expense(fields)) == "A name can have 120 letters at most.")
        fields.name = "Lun\u{202E}ch"
        #expect(faults(.expense(fields)) == "The name holds characters that cannot be shown.")
    }

    @Test("a day lies within ten years back and five ahead")
    func days() {
        var fields = Self.lunch
        let cases = [("2016-11-21", true), ("2016-11-20", false), ("2031-11-21", true), ("2031-11-22", false)]
        for (day, isFine) in cases {
            fields.fallsOn = Rosa.day(day)
            #expect((faults(.expense(fields)) == nil) == isFine, "\(day)")
        }
    }

    @Test("each kind repeats only as the backend knows")
    func frequencies() {
        let known: [Frequency] = [.once, .weekly, .monthly, .yearly, .unknown("hourly")]
        func fine(_ make: (Frequency) -> DraftFields) -> [Bool] { known.map { faults(make($0)) == nil } }
        #expect(
            fine { frequency in
                var fields = Self.lunch
                fields.frequency = frequency
                return .expense(fields)
            } == [true, true, true, true, false])
        #expect(
            fine { .income(IncomeFields(name: "Pay", amount: Rosa.pounds(1), receivedOn: Rosa.today, frequency: $0)) }
                == [true, false, true, true, false])
        #expect(
            fine {
                .budget(
                    BudgetFields(name: "Pets", amount: Rosa.pounds(1), category: "Pets", kind: .personal, frequency: $0)
                )
            } == [true, false, true, false, false])
    }

    @Test("every fault of a draft is told at once")
    func allFaults() {
        let words = faults(.debt(DebtFields(name: "X", balance: .zero, rate: Rate(basisPoints: 100_001))))
        let expected =
            "How much is paid each month? When is the next payment due? A name needs at least 2 letters. "
            + "The balance must be more than £0.00. A yearly rate must lie between 0% and 1,000%."
        #expect(words == expected)
        #expect(
            faults(.goal(GoalFields(name: "Sea", target: Rosa.pounds(9), monthlyTarget: .zero, startsOn: Rosa.today)))
                == "The monthly amount must be more than £0.00.")
    }

    @Test("a category is one of the person's own budgets of that month")
    func categories() {
        var fields = Self.lunch
        fields.category = CategoryTag(name: "Essential(Needs)", kind: .personal)
        #expect(faults(.expense(fields)) == nil)
        fields.category = CategoryTag(name: "Essential(Needs)", kind: .household)
        #expect(faults(.expense(fields)) == "You have no budget in that category in November 2026.")
        fields.category = CategoryTag(name: "Essential(Needs)", kind: .personal)
        fields.fallsOn = Rosa.day("2026-10-31")
        #expect(faults(.expense(fields)) == "You have no budget in that category in October 2026.")
    }

    @Test("only a record of the person's own, with an id that is one, can be changed")
    func ownership() {
        let amount = DraftFields.budget(BudgetFields(amount: Rosa.pounds(1)))
        #expect(faults(.change(id: Rosa.hex("b1")), amount) == nil)
        for id in [Rosa.hex("ff"), Rosa.hex("d1"), "../auth/logout", "", "b1"] {
            #expect(faults(.change(id: id), amount) == "There is no such budget of yours.", "\(id)")
        }
        var snapshot = Rosa.snapshot
        snapshot.budgets[0].id = "../users/profile"
        let draft = try? Draft(.change(id: "../users/profile"), amount, on: snapshot, for: .current)
        #expect(draft == nil)
    }

    @Test("a change must change something the backend keeps")
    func emptyChanges() {
        let id = Draft.Act.change(id: Rosa.hex("b1"))
        #expect(faults(id, .budget(BudgetFields())) == "That would change nothing.")
        #expect(faults(id, .budget(BudgetFields(amount: Rosa.pounds(250)))) == "That would change nothing.")
        let rate = DraftFields.debt(DebtFields(rate: Rate(basisPoints: 100)))
        let older = try? Draft(.change(id: Rosa.hex("d1")), rate, on: Rosa.snapshot, for: .older)
        #expect(older == nil)
    }

    @Test("a balance or a budget may be taken down to nothing, and not below")
    func downToNothing() {
        #expect(faults(.change(id: Rosa.hex("d1")), .debt(DebtFields(balance: .zero))) == nil)
        #expect(faults(.change(id: Rosa.hex("b1")), .budget(BudgetFields(raising: Rosa.pounds(-250)))) == nil)
        #expect(
            faults(.change(id: Rosa.hex("b1")), .budget(BudgetFields(raising: Rosa.pounds(-251))))
                == "The budget must be £0.00 or more.")
    }
}
