import Finance
import Testing

@testable import Drafts

@Suite("A draft in the words of a card")
struct DraftWordsTests {
    func draft(_ act: Draft.Act, _ fields: DraftFields, _ shape: BackendShape = .current) throws -> Draft {
        try Draft(act, fields, on: Rosa.snapshot, for: shape)
    }

    @Test("the title names the record, quoted and short, whatever was typed into it")
    func title() throws {
        func title(_ message: String) throws -> String {
            try #require(Rosa.draft(message)).title(on: Rosa.snapshot)
        }
        #expect(try title("spent £5 on tea") == "Add an expense: “Tea”")
        #expect(try title("new goal: Sea 900, 30 a month") == "Add a saving goal: “Sea”")
        #expect(try title("set groceries to 300") == "Change the budget “Groceries”")
        #expect(try title("paid £60 off my credit card") == "Change the debt “Credit card”")
        let name = String(repeating: "x", count: 100) + "”"
        let long = try draft(.create, .expense(ExpenseFields(name: name, amount: .limit, fallsOn: Rosa.today)))
        #expect(long.title(on: Rosa.snapshot).count < 90)
    }

    @Test("a change shows what moves, as it is and as it would be")
    func rows() throws {
        let fields = DebtFields(
            balance: Rosa.pounds(1_200), monthlyPayment: Rosa.pounds(80), rate: Rate(basisPoints: 1_990))
        #expect(
            try draft(.change(id: Rosa.hex("d1")), .debt(fields)).rows(on: Rosa.snapshot) == [
                ChangeRow(label: "Monthly payment", before: "£60.00", after: "£80.00"),
                ChangeRow(label: "Yearly rate", before: "24.9%", after: "19.9%"),
            ])
        let goal = GoalFields(target: Rosa.pounds(1_100), startsOn: Rosa.today)
        #expect(
            try draft(.change(id: Rosa.hex("c1")), .goal(goal)).rows(on: Rosa.snapshot).map(\.before)
                == ["£1,000.00", "1 January 2026"])
    }

    @Test("a new record shows every field it is made of, and none this backend does not keep")
    func created() throws {
        let fields = BudgetFields(
            name: "Pets", amount: Rosa.pounds(9), category: "Pets", kind: .household, frequency: .monthly)
        let labels = ["Budget", "Amount", "Category", "Seen by", "Repeats"]
        #expect(try draft(.create, .budget(fields)).rows(on: Rosa.snapshot).map(\.label) == labels)
        #expect(try draft(.create, .budget(fields), .older).rows(on: Rosa.snapshot).map(\.label) == labels.dropLast())
    }

    @Test("what the app does beside the call is said before it is made")
    func remarks() throws {
        let groceries = try #require(Rosa.draft("spent £5 on groceries"))
        #expect(
            groceries.remarks(on: Rosa.snapshot) == ["The app also adds a budget line of £5.00 in “Essential(Needs)”."])
        let gym = try draft(.change(id: Rosa.hex("e1")), .expense(ExpenseFields(amount: Rosa.pounds(40))))
        #expect(gym.remarks(on: Rosa.snapshot) == ["Its own budget line changes with it."])
        #expect(try #require(Rosa.draft("spent £5 on tea")).remarks(on: Rosa.snapshot).isEmpty)
    }

    @Test("an amount worked out from the record is worked out when the draft is made")
    func worked() throws {
        let budget = try draft(.change(id: Rosa.hex("b1")), .budget(BudgetFields(raising: Rosa.pounds(-50))))
        #expect(budget.rows(on: Rosa.snapshot) == [ChangeRow(label: "Amount", before: "£250.00", after: "£200.00")])
        let debt = try draft(.change(id: Rosa.hex("d1")), .debt(DebtFields(lowering: Rosa.pounds(1_200))))
        #expect(debt.rows(on: Rosa.snapshot).first?.after == "£0.00")
        #expect(throws: DraftFaults.self) {
            try draft(.change(id: Rosa.hex("d1")), .debt(DebtFields(lowering: Rosa.pounds(1_201))))
        }
        #expect(throws: DraftFaults.self) { try draft(.change(id: Rosa.hex("c1")), .goal(GoalFields(adding: .zero))) }
    }

    @Test("paying a debt down or into a goal says that no money is moved; setting a balance does not need to")
    func noMoneyMoves() throws {
        let words = "Only your records change: no money is moved."
        for message in ["pay £500 off my credit card right now", "put £50 into the holiday fund"] {
            #expect(try #require(Rosa.draft(message)).remarks(on: Rosa.snapshot) == [words])
        }
        for message in ["set my credit card balance to £500", "spent £5 on tea"] {
            #expect(try #require(Rosa.draft(message)).remarks(on: Rosa.snapshot).isEmpty)
        }
    }
}
