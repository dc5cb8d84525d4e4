import Analyses
import Finance
import Testing

@Suite("A usual month's spending")
struct UsualMonthTests {
    private func usual(months: Int, before: String = "2026-04") throws -> UsualMonth {
        let first = try #require(Month("2026-04")).advanced(by: -months)
        let expenses = try Histories.monthly("Food", from: "\(first)", count: months + 1) { Int64($0 + 1) * 100_00 }
        let month = try #require(Month(before))
        return UsualMonth(of: try Histories.snapshot(on: "2026-04-20", expenses), before: month)
    }

    @Test("needs three full months with expenses", arguments: [(2, nil), (3, 200_00)] as [(Int, Int64?)])
    func fewest(months: Int, pence: Int64?) throws {
        let usual = try usual(months: months)
        #expect(usual.spending == pence.map { Money(pence: $0) })
        #expect((usual.figures[0].value == nil) == (pence == nil))
    }

    @Test("is the median of the last six, the running month never among them")
    func six() throws {
        // Months of £100 to £800, of which April is the ninth; the last six are £300 to £800.
        #expect(try usual(months: 8).spending == Money(pence: 550_00))
        #expect(try usual(months: 8).count == 6)
        #expect(try usual(months: 8, before: "2026-06").spending == Money(pence: 550_00))
    }
}
