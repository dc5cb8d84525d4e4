import Analyses
import Finance
import TestKit
import Testing

@Suite("Affordability")
struct AffordabilityTests {
    private func maya(_ pence: Int64) throws -> Affordability {
        try Reviews.of(NamedPeople.maya).affordability(of: Money(pence: pence))
    }

    /// Maya has £2,267.51 left, her goals ask for £200.00, a tenth of her income is £365.05.
    @Test(
        "verdicts at their borders",
        arguments: [
            (1, .comfortable), (170_246, .comfortable), (170_247, .tight), (226_751, .tight),
            (226_752, .notFromThisMonth), (0, .unknown), (-5, .unknown), (Int64.max, .notFromThisMonth),
        ] as [(Int64, Affordability.Verdict)])
    func verdicts(pence: Int64, verdict: Affordability.Verdict) throws { #expect(try maya(pence).verdict == verdict) }

    @Test("a dearer thing never gets a better verdict", arguments: NamedPeople.all.map(\.name))
    func monotone(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let review = try Reviews.of(documents)
        let order: [Affordability.Verdict] = [.comfortable, .tight, .notFromThisMonth]
        var last = 0
        for pence in stride(from: Int64(1), to: 400_000, by: 997) {
            let verdict = review.affordability(of: Money(pence: pence)).verdict
            guard verdict != .unknown else { continue }
            let place = try #require(order.firstIndex(of: verdict))
            #expect(place >= last)
            last = place
        }
    }

    @Test("consequences in figures")
    func consequences() throws {
        let laptop = try maya(100_000)
        #expect(laptop.leftAfter == Money(pence: 126_751))
        #expect(laptop.leftAfterGoals == Money(pence: 106_751))
        #expect(laptop.daysLeft == 11)
        #expect(laptop.leftPerDay == Money(pence: 11_522))
        #expect(laptop.monthsToSave == 1)
        #expect(try maya(1_000_000).monthsToSave == 5)
        #expect(try maya(1_000_000).leftPerDay == nil)
    }

    @Test("says that the bank balance is not known")
    func balance() throws {
        let answer = try maya(100)
        #expect(answer.remarks.first?.contains("bank balance is not known") == true)
        #expect(answer.card.data.text.contains(#""bankBalance":null"#))
    }

    @Test("without income records the answer is unknown and no figure is made up")
    func noIncome() throws {
        let answer = try Reviews.of(NamedPeople.noah).affordability(of: Money(pence: 100))
        #expect(answer.verdict == .unknown)
        #expect(answer.figures.allSatisfy { $0.value == nil })
        #expect(answer.remarks.contains("No income is recorded for April 2026."))
    }

    @Test("the card's bytes")
    func card() throws {
        #expect(
            try maya(100_000).card.data.text
                == #"{"price":1000,"verdict":"comfortable","month":"2026-04","on":null,"monthsAway":0,"#
                + #""asOf":"2026-04-20T10:00:00Z","basis":"income minus expenses","coverage":"full","#
                + #""leftBefore":2267.51,"leftAfter":1267.51,"goalsMonthly":200,"leftAfterGoals":1067.51,"#
                + #""leftByDay":null,"daysLeft":11,"leftPerDay":115.22,"monthsToSave":1,"#
                + #""consequences":{"shortfall":0,"ifFromGoals":{"months":0,"reason":null,"goals":[],"notShown":0},"#
                + #""ifFromExtraDebtPayments":{"months":0,"reason":null,"debtFreeOn":"2028-10","#
                + #""movedTo":"2028-10"}},"#
                + #""ways":[{"kind":"now","months":1,"monthly":1000,"leftAfterGoals":1067.51,"#
                + #""verdict":"comfortable","#
                + #""doneIn":"2026-04","reason":null},{"kind":"wait","months":1,"monthly":1000,"#
                + #""leftAfterGoals":1067.51,"verdict":"comfortable","doneIn":"2026-05","reason":null}],"#
                + #""bankBalance":null,"remarks":["Your bank balance is not known; "#
                + #"this looks only at what is recorded for the month.","Debt payments are counted only where they "#
                + #"are also entered as expenses."]}"#)
    }
}
