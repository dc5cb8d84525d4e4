import Analyses
import Finance
import TestKit
import Testing

@Suite("Budget progress")
struct BudgetProgressTests {
    @Test("spending counts by link; a budget without linked expenses has no spending, not zero")
    func links() throws {
        let rows = try Reviews.of(NamedPeople.maya).budgets.rows
        #expect(rows.map(\.budget.name) == ["Rent", "Eating out", "Emergency fund", "Car repair"])
        #expect(rows.map(\.spent) == [Money(pence: 115_000), nil, nil, Money(pence: 22_000)])
        #expect(rows.map(\.left) == [.zero, nil, nil, .zero])
    }

    @Test("categories count by resolved category; the rest is named, not spread")
    func categories() throws {
        let review = try Reviews.of(NamedPeople.maya)
        let budgets = review.budgets
        #expect(budgets.categories.map(\.name) == ["Essential(Needs)", "Savings", "Discretionary(Wants)"])
        #expect(budgets.categories.map(\.spent) == [Money(pence: 137_000), .zero, .zero])
        #expect(budgets.categories.map(\.used) == [100, 0, 0])
        #expect(budgets.uncategorised == Money(pence: 1_299))
        #expect(review.printed("budget.category.1.used") == "100%")
    }

    @Test("nothing is matched by likeness: groceries do not count against food")
    func noGuess() throws {
        let budgets = try Reviews.of(NamedPeople.dana).budgets
        #expect(budgets.rows.map(\.spent) == [nil])
        #expect(budgets.categories.map(\.spent) == [.zero])
        #expect(budgets.uncategorised == Money(pence: 198_540))
    }

    @Test("the partner's budget is a figure of its own, outside the sums")
    func household() throws {
        let review = try Reviews.of(NamedPeople.maya)
        #expect(review.printed("household.1") == "£400.00")
        #expect(review.card(.budgets).data.text.contains(#""budgeted":1850"#))
        #expect(review.card(.budgets).data.text.contains(#""name":"Groceries","amount":400"#))
    }
}
