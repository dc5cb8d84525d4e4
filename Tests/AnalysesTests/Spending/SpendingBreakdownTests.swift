import Analyses
import Finance
import TestKit
import Testing

@Suite("Spending breakdown")
struct SpendingBreakdownTests {
    @Test("Maya's names with the app's levels: average of three groups £461.00")
    func levels() throws {
        let spending = try Reviews.of(NamedPeople.maya).spending
        #expect(spending.names.map(\.title) == ["Rent", "Car repair", "Netflix"])
        #expect(spending.names.map(\.level) == [.high, .low, .low])
    }

    @Test("categories with shares, nothing guessed for Netflix")
    func categories() throws {
        let review = try Reviews.of(NamedPeople.maya)
        #expect(review.spending.categories.map(\.title) == ["Essential(Needs)", "Uncategorised"])
        #expect(review.printed("spending.category.1") == "£1,370.00")
        #expect(review.printed("spending.category.1.share") == "99.06%")
        #expect(review.printed("spending.category.2") == "£12.99")
    }

    @Test("each group is compared with its own last month")
    func growth() throws {
        let spending = try Reviews.of(NamedPeople.maya).spending
        #expect(spending.names.map(\.growth.percent) == [0, nil, 0])
        // March's rent has no category, so that category starts from nothing.
        #expect(spending.categories.map(\.growth.previous) == [.zero, Money(pence: 116_299)])
    }

    @Test("shares add up to the whole", arguments: ["maya", "dana", "omar", "mallory"])
    func shares(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let spending = try Reviews.of(documents).spending
        #expect(abs(spending.names.compactMap(\.share).reduce(0, +) - 100) < 1e-9)
        #expect(spending.categories.total(\.amount) == spending.total)
    }

    @Test("the thresholds are 1.3 and 0.7 times the average, themselves included")
    func thresholds() {
        let total = Money(pence: 20_000)
        #expect(SpendingLevel(Money(pence: 13_000), of: total, among: 2) == .high)
        #expect(SpendingLevel(Money(pence: 12_999), of: total, among: 2) == .moderate)
        #expect(SpendingLevel(Money(pence: 7_000), of: total, among: 2) == .moderate)
        #expect(SpendingLevel(Money(pence: 6_999), of: total, among: 2) == .low)
    }

    @Test("many groups are shown in part, and the card says how many are not")
    func many() throws {
        var documents = NamedPeople.noah
        documents.expenses = (10..<40).map {
            NamedPeople.expense(
                "6620000000000000000000\($0)", "Shop \($0)", .int($0), "2026-04-02", owner: NamedPeople.noahID)
        }
        let review = try Reviews.of(documents)
        #expect(review.spending.names.count == 30)
        #expect(review.figures.count { $0.id.hasPrefix("spending.name.") && !$0.id.hasSuffix("share") } == Review.rows)
        #expect(review.card(.spending).data.text.contains(#""namesNotShown":18"#))
    }
}
