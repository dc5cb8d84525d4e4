import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("A draft becomes the call of the contract")
struct BackendRequestTests {
    func body(_ act: Draft.Act, _ fields: DraftFields, _ shape: BackendShape) throws -> String {
        let request = try Draft(act, fields, on: Rosa.snapshot, for: shape).request(for: shape)
        return "\(request.method.rawValue) \(request.path) \(request.body.text)"
    }

    @Test("the two backends get an expense with and without its category")
    func expense() throws {
        var fields = DraftTests.lunch
        fields.category = CategoryTag(name: "Discretionary(Wants)", kind: .personal)
        let plain = #"POST /expenses {"name":"Lunch","amount":12.4,"endDate":"2026-11-21","frequency":"on-off""#
        #expect(try body(.create, .expense(fields), .older) == plain + "}")
        #expect(
            try body(.create, .expense(fields), .current)
                == plain + #","type":"personal","category":"Discretionary(Wants)"}"#)
    }

    @Test("an expense keeps its own budget line in step by sending all four of its fields")
    func linkedBudget() throws {
        let act = Draft.Act.change(id: Rosa.hex("e1"))
        let fields = DraftFields.expense(ExpenseFields(amount: Rosa.pounds(40)))
        let path = "PATCH /expenses/\(Rosa.hex("e1"))"
        #expect(
            try body(act, fields, .current) == path
                + #" {"amount":40,"frequency":"monthly","type":"personal","category":"Discretionary(Wants)"}"#)
        #expect(try body(act, fields, .older) == path + #" {"amount":40}"#)
    }

    @Test("a payment whose budget is another amount is changed alone")
    func unlinkedBudget() throws {
        let fields = DraftFields.expense(ExpenseFields(amount: Rosa.pounds(41)))
        #expect(
            try body(.change(id: Rosa.hex("e2")), fields, .current)
                == "PATCH /expenses/\(Rosa.hex("e2")) {\"amount\":41}")
        let name = DraftFields.expense(ExpenseFields(name: "Gym pass"))
        #expect(try body(.change(id: Rosa.hex("e1")), name, .current).hasSuffix(#"{"name":"Gym pass"}"#))
    }

    @Test("an income and a budget are spelled as the contract spells them")
    func incomeAndBudget() throws {
        let pay = IncomeFields(name: "Pay", amount: Money(pence: 5), receivedOn: Rosa.today, frequency: .yearly)
        let income = #"POST /incomes {"name":"Pay","amount":0.05,"receiveDate":"2026-11-21","frequency":"yearly"}"#
        #expect(try body(.create, .income(pay), .older) == income)
        let pets = BudgetFields(
            name: "Pets", amount: Rosa.pounds(80), category: "Pets", kind: .household, frequency: .once)
        let budget = #"POST /budgets {"name":"Pets","amount":80,"type":"household","category":"Pets""#
        #expect(try body(.create, .budget(pets), .older) == budget + "}")
        #expect(try body(.create, .budget(pets), .current) == budget + #","frequency":"on-off"}"#)
    }

    @Test("a debt carries the parts of its instalment, worked out from the rate to the penny")
    func debt() throws {
        let fields = DebtFields(
            name: "Loan", balance: Rosa.pounds(1_000), monthlyPayment: Rosa.pounds(50), rate: Rate(basisPoints: 1_200),
            paymentDueOn: Rosa.day("2026-12-01"))
        let older =
            #"POST /debts {"name":"Loan","amount":1000,"monthlyPayment":50,"AdHocPayment":0,"capitalRepayment":40,"#
            + #""interestRepayment":10,"payDueDate":"2026-12-01""#
        #expect(try body(.create, .debt(fields), .older) == older + "}")
        #expect(try body(.create, .debt(fields), .current) == older + #","userInterestRate":12}"#)
    }

    @Test("half a penny of interest goes to the even penny")
    func interest() {
        func interest(_ pence: Int64) -> Int64? {
            DebtFields(balance: Money(pence: pence), rate: Rate(basisPoints: 6_000)).monthlyInterest?.pence
        }
        #expect([10, 30, 50, 11, 9].map(interest) == [0, 2, 2, 1, 0])
        #expect(DebtFields(balance: .limit, rate: FieldChecks.highestRate).monthlyInterest != nil)
    }

    @Test("interest above the instalment leaves no capital part, and the card says so")
    func growingDebt() throws {
        let fields = DebtFields(
            name: "Loan", balance: Rosa.pounds(1_000), monthlyPayment: Rosa.pounds(10), rate: Rate(basisPoints: 1_200),
            paymentDueOn: Rosa.today)
        let draft = try Draft(.create, .debt(fields), on: Rosa.snapshot, for: .current)
        #expect(draft.text.contains(#""capitalRepayment":0,"interestRepayment":10"#))
        #expect(
            draft.remarks(on: Rosa.snapshot)
                == ["A month's interest is about £10.00, so this payment would not lower the balance."])
    }

    @Test("a goal always tells the current backend what is saved, and gives the older one a whole instant")
    func goal() throws {
        let fields = GoalFields(
            name: "Sea", target: Rosa.pounds(900), monthlyTarget: Rosa.pounds(30), startsOn: Rosa.today)
        let start = #"POST /saving-goals {"name":"Sea","totalAmount":900,"monthlyTarget":30"#
        #expect(try body(.create, .goal(fields), .current) == start + #","savedMoney":0,"date":"2026-11-21"}"#)
        #expect(try body(.create, .goal(fields), .older) == start + #","date":"2026-11-21T00:00:00.000Z"}"#)
    }

    @Test("nothing but POST and PATCH of five collections can be written down")
    func allowList() {
        #expect(DraftKind.allCases.map(\.rawValue) == ["expenses", "incomes", "budgets", "debts", "saving-goals"])
        #expect(BackendRequest.Method(rawValue: "DELETE") == nil)
    }
}
