import Analyses
import Finance
import Testing

@testable import Drafts

@Suite("What is not clear is asked back")
struct QuestionTests {
    static let unclear: [(String, DraftFault.Part)] = [
        ("I spent £12 or £13 on lunch", .amount), ("bought lunch yesterday", .amount), ("paid 1,50 for milk", .amount),
        ("spent $20 on lunch", .amount), ("spent 12.345 on petrol", .amount), ("spent 20 euros on lunch", .amount),
        ("spent £12 on lunch tomorrow", .day), ("spent £12 on lunch on 3 March", .day),
        ("spent £9 on lunch last week", .day),
        ("spent £12 on lunch on 31/02", .day), ("spent £12 on lunch on 3 December", .day),
        ("spent £12 on lunch on Saturday", .day), ("spent £12 on lunch on Monday or Tuesday", .day),
        ("I spent £12 yesterday", .name), ("set the holiday to 80", .record), ("put £50 into my savings", .record),
        ("new debt: 900 at Barclaycard min 25", .rate), ("new debt: 900 at Barclaycard 29.9%", .payment),
        ("new goal: Lisbon 2000", .monthlyTarget),
    ]

    @Test("two amounts, no amount, an odd day, no name or two records lead to one question", arguments: unclear)
    func asked(_ message: String, _ part: DraftFault.Part) {
        var snapshot = Rosa.snapshot
        snapshot.budgets.append(Rosa.budget("b6", "Holiday trips", 90, "Savings"))
        #expect(Rosa.question(message, on: snapshot)?.asks == part, "\(message)")
    }

    @Test("two categories of the same name are asked about, and none of them is an answer too")
    func twoCategories() throws {
        var snapshot = Rosa.snapshot
        snapshot.budgets += [Rosa.budget("b6", "Lunch", 90, "Savings"), Rosa.budget("b7", "Lunch", 9, "Work")]
        let question = try #require(Rosa.question("spent £5 on lunch", on: snapshot))
        #expect(question.options.map(\.label) == ["Savings", "Work", "None of these"])
        let picked = question.answered("Work", on: snapshot, for: .current)
        #expect(picked.draft?.text.contains(#""category":"Work""#) == true)
        #expect(question.answered("3", on: snapshot, for: .current).draft?.text.contains("category") == false)
        #expect(question.answered("Gym", on: snapshot, for: .current).question == question)
    }

    @Test("an answer fills in what was asked, picked or typed, and a useless one asks again")
    func answers() throws {
        let amount = try #require(Rosa.question("I spent £12 or £13 on lunch"))
        #expect(amount.options.map(\.label) == ["£12.00", "£13.00"])
        #expect(
            amount.answered("£13.00", on: Rosa.snapshot, for: .current).draft?.text.contains("\"amount\":13,") == true)
        #expect(amount.answered("dunno", on: Rosa.snapshot, for: .current).question == amount)
        let day = try #require(Rosa.question("spent £12 on lunch on Saturday"))
        #expect(day.options.map(\.value) == ["2026-11-21", "2026-11-14"])
        #expect(
            day.answered("14 November", on: Rosa.snapshot, for: .current).draft?.text.contains("2026-11-14") == true)
    }

    @Test(
        "a question is no answer, whatever amount is in it; an amount among other words is one",
        arguments: [
            ("what is £50 a week in a year", false), ("Is it £12? ", false), ("whats £12 in euros", false),
            ("it was £12 in the end", true), ("ten pounds", true), ("£12", true),
        ])
    func questionBack(_ answer: String, _ isAnswer: Bool) throws {
        let question = try #require(Rosa.question("bought lunch yesterday"))
        let settled = question.answered(answer, on: Rosa.snapshot, for: .current)
        #expect((settled.question == nil) == isAnswer && (settled.draft != nil) == isAnswer)
    }

    @Test("a day to come is taken only once the person has picked it in full")
    func confirmedDay() throws {
        let question = try #require(Rosa.question("spent £12 on a train ticket tomorrow"))
        #expect(question.text == "22 November 2026 is still to come. Is that the day?")
        let settled = question.answered("2026-11-22", on: Rosa.snapshot, for: .current)
        #expect(settled.draft?.text.contains("2026-11-22") == true)
        #expect(question.answered("23 November", on: Rosa.snapshot, for: .current).question?.asks == .day)
    }

    @Test("ninety days back is a usual day, ninety-one is asked about")
    func farOff() {
        #expect(Rosa.draft("spent £5 on tea on 23 August") != nil)
        #expect(Rosa.question("spent £5 on tea on 22 August")?.text == "Was it really 22 August 2026?")
    }

    @Test("two records that match are named with their kind")
    func whichRecord() throws {
        var snapshot = Rosa.snapshot
        snapshot.budgets.append(Rosa.budget("b6", "Credit card", 60, "Essential(Needs)"))
        let question = try #require(Rosa.question("set credit card to 80", on: snapshot))
        #expect(question.options.map(\.label) == ["Credit card (budget)", "Credit card (debt)"])
        let settled = question.answered("Credit card (debt)", on: snapshot, for: .current)
        #expect(settled.draft?.text == "PATCH /debts/\(Rosa.hex("d1")) {\"amount\":80}")
    }

    @Test("a rate may be answered as a number, a percentage or none")
    func rates() throws {
        let question = try #require(Rosa.question("I owe 900 to Mum, paying 25, due 5 December"))
        #expect(question.asks == .rate)
        for (answer, rate) in [("0%", "0"), ("none", "0"), ("12.5", "12.5"), ("12.5 %", "12.5")] {
            let draft = question.answered(answer, on: Rosa.snapshot, for: .current).draft
            #expect(draft?.text.contains("\"userInterestRate\":\(rate)}") == true, "\(answer)")
        }
    }

    @Test("the card of a question names what it asks and bounds its options")
    func card() throws {
        let question = try #require(Rosa.question("spent £12 on lunch on Saturday"))
        let text = question.card(id: "q1").data.text
        #expect(text.hasPrefix(#"{"questionId":"q1","asks":"day""#) && text.contains(#""kind":"radio""#))
    }

    @Test("yes and no are short and plain; anything else is neither")
    func yesOrNo() {
        #expect(["yes", "Yes please", "ok yes", "save it", "Y"].allSatisfy { YesOrNo($0) == .yes })
        #expect(["no", "No thanks", "cancel", "don't", "leave it"].allSatisfy { YesOrNo($0) == .no })
        #expect(["", "maybe", "yes no", "yes but change it to 5", "ok", "no yes"].allSatisfy { YesOrNo($0) == nil })
    }
}
