import Finance
import Testing

@testable import Drafts

@Suite("Plain words become drafts")
struct WishWordsTests {
    static let payments: [(String, String)] = [
        (
            "I spent £12.40 on lunch yesterday",
            #"{"name":"Lunch","amount":12.4,"endDate":"2026-11-20","frequency":"on-off"}"#
        ),
        (
            "paid 30 quid for petrol on Tuesday",
            #"{"name":"Petrol","amount":30,"endDate":"2026-11-17","frequency":"on-off"}"#
        ),
        ("Lunch cost me £7", #"{"name":"Lunch","amount":7,"endDate":"2026-11-21","frequency":"on-off"}"#),
        (
            "Bought a coffee for 3.5 this morning",
            #"{"name":"Coffee","amount":3.5,"endDate":"2026-11-21","frequency":"on-off"}"#
        ),
        ("can you log £20 at Tesco?", #"{"name":"Tesco","amount":20,"endDate":"2026-11-21","frequency":"on-off"}"#),
        (
            "spent 45 on 03/11 at the dentist",
            #"{"name":"Dentist","amount":45,"endDate":"2026-11-03","frequency":"on-off"}"#
        ),
        (
            "I paid £9.99 a month for Spotify on 3 Nov",
            #"{"name":"Spotify","amount":9.99,"endDate":"2026-11-03","frequency":"monthly"}"#
        ),
        (
            "bought 2 sandwiches for £7.80",
            #"{"name":"Sandwiches","amount":7.8,"endDate":"2026-11-21","frequency":"on-off"}"#
        ),
        (
            "spent twenty five quid on a sat nav last Friday",
            #"{"name":"Sat nav","amount":25,"endDate":"2026-11-20","frequency":"on-off"}"#
        ),
        (
            "spent £18 on dinner out",
            #"{"name":"Dinner out","amount":18,"endDate":"2026-11-21","frequency":"on-off"}"#
        ),
    ]

    @Test("a payment in everyday words is one expense", arguments: payments)
    func payment(_ message: String, _ body: String) {
        #expect(Rosa.draft(message)?.text == "POST /expenses \(body)")
    }

    static let everyday: [(String, String)] = [
        ("lunch £8", "Lunch 800 2026-11-21"), ("£12.40 lunch yesterday", "Lunch 1240 2026-11-20"),
        ("would you please add £5 for a pie", "Pie 500 2026-11-21"),
        ("We spent £60 at Nando’s on Fri night", "Nando’s 6000 2026-11-20"),
        ("spent £4.50 on coffee with Bob at 3pm", "Coffee with Bob 450 2026-11-21"),
        ("I spent my last £5 on bread", "Bread 500 2026-11-21"),
        ("spent ten pounds fifty on beer", "Beer 1050 2026-11-21"),
        ("I paid my rent, £950, on the 1st", "Rent 95000 2026-11-01"),
        ("paid the electricity bill (£85.67) yesterday", "Electricity bill 8567 2026-11-20"),
        ("log expense: train ticket, £34.50, 19 November", "Train ticket 3450 2026-11-19"),
        ("got a new phone for £300", "Phone 30000 2026-11-21"),
        ("refund of £20 from Amazon came today", "Refund from Amazon 2000 2026-11-21"),
        ("I got £20 from Dan for the pizza", "Dan for the pizza 2000 2026-11-21"),
    ]

    @Test("names are what is left when verbs, amounts, days and glue are gone", arguments: everyday)
    func names(_ message: String, _ told: String) {
        switch Rosa.draft(message)?.fields {
        case .expense(let fields)?:
            #expect("\(fields.name ?? "") \(fields.amount?.pence ?? 0) \(fields.fallsOn?.description ?? "")" == told)
        case .income(let fields)?:
            #expect("\(fields.name ?? "") \(fields.amount?.pence ?? 0) \(fields.receivedOn?.description ?? "")" == told)
        default: #expect(told == "a draft", "\(message)")
        }
    }

    @Test("a salary is an income, repeated only when the words say so")
    func salary() {
        #expect(
            Rosa.draft("got my salary 2,450 today")?.text
                == #"POST /incomes {"name":"Salary","amount":2450,"receiveDate":"2026-11-21","frequency":"on-off"}"#)
        let monthly = Rosa.draft("I received £150 every month from Daniel")
        #expect(monthly?.text.contains(#""frequency":"monthly""#) == true)
        #expect(
            Rosa.ask("I earned £40 every week tutoring")?.words
                == "An income can only be once, or every month, or every year.")
    }

    @Test("a payment that shares a budget's name takes its category, from the month's own budgets alone")
    func category() {
        #expect(Rosa.draft("spent £31 on groceries")?.text.contains(#""category":"Essential(Needs)""#) == true)
        #expect(Rosa.draft("spent £31 on groceries on 30 October")?.text.contains("category") == false)
        var partner = Rosa.snapshot
        partner.household = [partner.budgets.removeFirst()]
        #expect(Rosa.draft("spent £31 on groceries", on: partner)?.text.contains("category") == false)
    }

    @Test("a debt says what is owed, at which rate, and asks for the due day it cannot know")
    func debt() throws {
        let question = try #require(Rosa.question("new debt: 900 at Barclaycard 29.9% min 25"))
        #expect(question.asks == .day)
        #expect(question.wish.amounts == [Rosa.pounds(900)] && question.wish.monthly == Rosa.pounds(25))
        let draft = try #require(question.answered("5 December", on: Rosa.snapshot, for: .current).draft)
        let body =
            #"{"name":"Barclaycard","amount":900,"monthlyPayment":25,"AdHocPayment":0,"capitalRepayment":2.58,"#
            + #""interestRepayment":22.42,"payDueDate":"2026-12-05","userInterestRate":29.9}"#
        #expect(draft.text == "POST /debts \(body)")
    }

    @Test("money put into a goal is added to what is saved")
    func payIn() {
        let path = "/saving-goals/\(Rosa.hex("c1"))"
        #expect(Rosa.draft("put 50 into holiday fund")?.text == "PATCH \(path) {\"savedMoney\":350}")
        #expect(Rosa.draft("I saved £20.50 towards my holiday fund")?.text == "PATCH \(path) {\"savedMoney\":320.5}")
        #expect(Rosa.draft("add £30 to the holiday fund")?.text == "PATCH \(path) {\"savedMoney\":330}")
        #expect(Rosa.draft("paid £30 to the holiday inn")?.kind == .expense)
        #expect(Rosa.question("put 50 into the boat")?.options.count == 2)
    }

    @Test("a budget is set, raised and lowered; a debt's balance and rate are set")
    func changes() {
        let groceries = "PATCH /budgets/\(Rosa.hex("b1"))"
        #expect(Rosa.draft("set groceries to 300")?.text == "\(groceries) {\"amount\":300}")
        #expect(Rosa.draft("raise my grocery budget by £20")?.text == "\(groceries) {\"amount\":270}")
        #expect(Rosa.draft("lower groceries by 20")?.text == "\(groceries) {\"amount\":230}")
        #expect(Rosa.draft("reduce groceries from 250 to 200")?.text == "\(groceries) {\"amount\":200}")
        let bike = "PATCH /saving-goals/\(Rosa.hex("c2"))"
        #expect(Rosa.draft("set new bike to £40 a month")?.text == "\(bike) {\"monthlyTarget\":40}")
        #expect(Rosa.draft("set the new bike target to £700")?.text == "\(bike) {\"totalAmount\":700}")
        let card = "PATCH /debts/\(Rosa.hex("d1"))"
        #expect(Rosa.draft("update the credit card balance to £1,150")?.text == "\(card) {\"amount\":1150}")
        #expect(Rosa.draft("set my credit card rate to 21.9%")?.text == "\(card) {\"userInterestRate\":21.9}")
        #expect(Rosa.draft("my credit card balance is now £1,100")?.text == "\(card) {\"amount\":1100}")
        #expect(Rosa.draft("paid £60 off my credit card")?.text == "\(card) {\"amount\":1140}")
    }

    @Test("a payment of this month is changed by name, and two of one name are told apart by amount and day")
    func changedByName() throws {
        var snapshot = Rosa.snapshot
        let change = Rosa.draft("change dinner to £45")
        #expect(change?.text == "PATCH /expenses/\(Rosa.hex("e2")) {\"amount\":45}")
        snapshot.expenses.append(Rosa.expense("e3", "Dinner", 12, "2026-11-12", .once))
        let question = try #require(Rosa.question("change dinner to £45", on: snapshot))
        #expect(
            question.options.map(\.label) == [
                "Dinner, £12.00 on 12 November 2026", "Dinner, £40.00 on 10 November 2026",
            ])
        #expect(question.answered("2", on: snapshot, for: .current).draft == change)
        #expect(Rosa.draft("set my salary to £2,100")?.text == "PATCH /incomes/\(Rosa.hex("a1")) {\"amount\":2100}")
    }

    @Test("a new goal and a new budget say what is missing")
    func plans() throws {
        let goal = try #require(Rosa.draft("new goal: Lisbon 2000, 100 a month"))
        let body = #"{"name":"Lisbon","totalAmount":2000,"monthlyTarget":100,"savedMoney":0,"date":"2026-11-21"}"#
        #expect(goal.text == "POST /saving-goals \(body)")
        #expect(Rosa.draft("I want to save 2000 for Lisbon, 100 a month") == goal)
        #expect(Rosa.question("set a budget of £80 for pets") == Rosa.question("new budget of 80 for pets"))
        let asked = try #require(Rosa.question("new budget of 80 for pets"))
        #expect(asked.asks == .category)
        let settled = asked.answered("Discretionary(Wants)", on: Rosa.snapshot, for: .current)
        let pets =
            #"{"name":"Pets","amount":80,"type":"personal","category":"Discretionary(Wants)","frequency":"monthly"}"#
        #expect(settled.draft?.text == "POST /budgets \(pets)")
    }

    @Test(
        "a question, a condition, a denial or small talk asks for nothing to be written",
        arguments: [
            "How much did I spend on groceries?", "what if I put 50 into holiday fund", "I didn't spend £20 on lunch",
            "should I set groceries to 300?", "I spent too much last month", "hello", "", "Can I afford a £300 bike?",
            "Which debt should I have paid off first?", "My rent is 900", "thanks", "🙂",
            "delete my last expense", "set my budget", "my rent is now £900", "My rent is £900", "my rent went up £50",
            "coffee 3.20", "I'm £50 better off than last month",
        ])
    func nothing(_ message: String) {
        #expect(Wish(words: message, on: Rosa.snapshot) == nil)
    }
}
