import Analyses
import Finance
import TestKit
import Testing

@Suite("Month overview")
struct MonthOverviewTests {
    @Test("Maya's April to the penny")
    func maya() throws {
        let review = try Reviews.of(NamedPeople.maya)
        #expect(review.printed("month.income") == "£3,650.50")
        #expect(review.printed("month.expenses") == "£1,382.99")
        #expect(review.printed("month.left") == "£2,267.51")
        #expect(review.printed("month.budget") == "£1,850.00")
        #expect(review.printed("goals.monthly") == "£200.00")
        #expect(review.printed("last_month.expenses") == "£1,162.99")
        #expect(review.printed("month.growth") == "18.9%")
    }

    @Test("a month without records has no numbers, with the reason")
    func none() throws {
        let review = try Reviews.of(NamedPeople.noah)
        #expect(review.month.leftOver == nil)
        #expect(review.printed("month.left") == "not known")
        #expect(review.basis("month.left") == "nothing recorded for April 2026")
        #expect(review.basis("month.growth") == "nothing to compare with in March 2026")
        #expect(review.card(.month).data.text.contains(#""income":null,"expenses":null,"leftOver":null"#))
    }

    @Test("a deficit is shown as one")
    func deficit() throws {
        #expect(try Reviews.of(NamedPeople.dana).printed("month.left") == "-£385.40")
    }

    @Test("the card's bytes")
    func card() throws {
        let card = try Reviews.of(NamedPeople.maya).month.card
        #expect(card.title == "Your money in April 2026")
        #expect(
            card.data.text
                == #"{"month":"2026-04","asOf":"2026-04-20T10:00:00Z","coverage":"full","income":3650.5,"#
                + #""expenses":1382.99,"leftOver":2267.51,"budget":1850,"goalsMonthly":200,"#
                + #""previousMonth":{"month":"2026-03","expenses":1162.99},"spendingGrowthPercent":18.9}"#)
    }

    @Test("figures on partly read records say so")
    func partial() throws {
        let review = try Reviews.of(NamedPeople.dirty)
        #expect(review.basis("month.expenses")?.hasSuffix("some records could not be read") == true)
        #expect(review.basis("month.left")?.hasSuffix("some records could not be read") == true)
        #expect(review.basis("month.income") == "all income dated in the month")
    }

    @Test("an unrecorded income is missing, not zero, while what is left follows the app")
    func noIncome() throws {
        var documents = NamedPeople.dana
        documents.incomes = []
        let review = try Reviews.of(documents)
        #expect(review.printed("month.income") == "not known")
        #expect(review.printed("month.expenses") == "£1,985.40")
        #expect(review.printed("month.left") == "-£1,985.40")
        #expect(review.printed("goals.monthly") == "not known")
    }
}
