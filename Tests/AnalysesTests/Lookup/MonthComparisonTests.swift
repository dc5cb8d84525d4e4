import Analyses
import Finance
import TestKit
import Testing

@Suite("Month comparison")
struct MonthComparisonTests {
    private func comparison(_ one: String, _ other: String) throws -> MonthComparison {
        MonthComparison(
            try #require(Month(one)), try #require(Month(other)), in: try NamedPeople.snapshot(of: NamedPeople.maya))
    }

    @Test("The order in which the months are named does not matter")
    func order() throws {
        let forth = try comparison("2026-03", "2026-04")
        let back = try comparison("2026-04", "2026-03")
        #expect(forth.figures == back.figures)
        #expect(forth.earlier.month < forth.later.month)
    }

    @Test("Each difference is the later minus the earlier, and the largest change comes first")
    func differences() throws {
        let one = try comparison("2026-03", "2026-04")
        let change = one.figures.first { $0.id == "compare.expenses.difference" }
        #expect(change?.value == .money(one.later.expenses - one.earlier.expenses))
        let sizes = one.changes.map(\.difference.magnitude)
        #expect(sizes == sizes.sorted(by: >))
        let sum = one.changes.reduce(Money.zero) { $0 + $1.difference }
        #expect(sum == one.later.expenses - one.earlier.expenses)
    }

    @Test("A month without records has no difference, and says why")
    func empty() throws {
        let one = try comparison("2019-01", "2026-04")
        let change = try #require(one.figures.first { $0.id == "compare.income.difference" })
        #expect(change.value == nil && change.basis.contains("nothing recorded"))
    }
}
