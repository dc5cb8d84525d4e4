import Analyses
import Finance
import Prompts
import TestKit
import Testing

@testable import Embedded

@Suite("The coach answers what was meant")
struct CoachAnswerSenseTests {
    @Test(
        "Who only tells of trouble gets one sentence behind the words of care, and no figures",
        arguments: [
            "got a ccj letter this morning and im bricking it", "lost 600 quid on the slots again",
            "i cant stop betting",
            "ive been signed off work with stress", "my husband passed on tuesday",
            "havent paid my council tax since august",
            "my mum died last week and i dont know how to pay for the funeral", "im 2 months behind on rent",
            "thinking of another payday loan to pay back the payday loan", "ive been signed off work, what now",
        ])
    func trouble(_ text: String) throws {
        let answer = try Self.answer(text)
        #expect(CareBlock(for: text) != nil && answer.isTroubled)
        #expect(answer.text == CoachWords.afterCare && answer.cards.isEmpty)
    }

    @Test("Who asks for figures in trouble gets them, and nonsense without trouble is still not understood")
    func nearTrouble() throws {
        let asked = try Self.answer("lost 600 quid on the slots, how much is left this month?")
        #expect(asked.isTroubled && asked.text.contains("£2,267.51 left"))
        let nonsense = try Self.answer("asdf qwer")
        #expect(!nonsense.isTroubled && nonsense.text == CoachWords.notUnderstood)
        #expect(try Self.answer("been made redundant today").text == CoachWords.setback)
    }

    @Test(
        "What is left on a debt is its balance",
        arguments: [
            ("how much is left on the car loan", true), ("what's left to pay on my credit card", true),
            ("whats remaining on the card", true), ("how much is left on Friday", false), ("how much is left", false),
        ])
    func leftOnDebt(_ text: String, _ isDebt: Bool) throws {
        let answer = try Self.answer(text)
        #expect(answer.cards.map(\.kind) == [isDebt ? .debts : .month])
        #expect(answer.text.contains(" owed") == isDebt)
    }

    @Test("What is left a day is said for the days to come, and not when it was not asked")
    func leftPerDay() throws {
        let asked = try Self.answer("how much a day have i got left to spend")
        #expect(asked.text.contains(" a day for 11 days, today included."), "\(asked.text)")
        let evidence = Evidence(figures: asked.figures, typed: ["a day"])
        #expect(NumberCheck(asked.text, against: evidence).unverified.isEmpty)
        #expect(!(try Self.answer("how much have i got left").text.contains("a day")))
        let short = try Self.answer("how much a day have i got left to spend", NamedPeople.dana).text
        #expect(short.contains("nothing is left to spend a day"), "\(short)")
    }

    @Test("No date is promised, and the plan of today's month is shown; without debts there is none")
    func promise() throws {
        let more = try Self.answer("If I pay £50 extra, when am I debt free?")
        #expect(more.text.hasPrefix("With £50.00 a month above all minimum payments:"))
        #expect(
            more.cards.first?.data.text.contains(#""extraMonthly":50,"#) == true,
            "\(more.cards.first?.data.text.prefix(200) ?? "")")
        #expect(!(try Self.answer("when will i be debt free").text.contains("With £")))
        let promised = try Self.answer("promise me ill be debt free by june")
        #expect(promised.text.hasPrefix(CoachWords.noPromise) && promised.cards.map(\.kind) == [.debtPlan])
        #expect(promised.text.contains("April 2026") && !promised.text.contains("in June"))
        #expect(!(try Self.answer("when will i be debt free").text.contains("promise")))
        let free = try Self.answer("when will i be debt free", NamedPeople.noah)
        #expect(free.text == CoachWords.noDebts && free.cards.isEmpty)
        #expect(try Self.answer("how do I do on 50/30/20", NamedPeople.noah).text == CoachWords.noBudgets)
    }

    @Test("A price in parts is held against the month as a whole, with its parts beside it")
    func instalments() throws {
        for text in ["can I afford 3 instalments of £40", "can I afford 3 x £40", "can I afford £120 in 3 payments"] {
            let answer = try Self.answer(text)
            #expect(
                answer.text.contains("£120.00 fits") && answer.text.contains("In 3 instalments of £40.00"),
                "\(answer.text)")
            #expect(answer.text.contains("£2,147.51") && answer.text.contains("without interest or fees"))
            let evidence = Evidence(figures: answer.figures, typed: [text])
            #expect(NumberCheck(answer.text, against: evidence).unverified.isEmpty, "\(text)")
        }
        #expect(!(try Self.answer("can I afford £40").text.contains("instalments")))
    }

    private static func answer(_ text: String, _ documents: SnapshotDocuments = NamedPeople.maya) throws -> CoachAnswer
    {
        CoachAnswer(to: text, of: try NamedPeople.snapshot(of: documents))
    }
}
