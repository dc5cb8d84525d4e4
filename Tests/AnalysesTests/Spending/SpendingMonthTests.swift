import Analyses
import Finance
import TestKit
import Testing

@Suite("Spending month")
struct SpendingMonthTests {
    private static func maya(_ month: String? = nil) throws -> SpendingMonth {
        SpendingMonth(of: try NamedPeople.snapshot(of: NamedPeople.maya), month: month.flatMap { Month($0) })
    }

    @Test("the four admin keys by the app's own rule, typed as they always were")
    func admin() throws {
        #expect(
            try Self.maya().admin.text
                == #"{"totalMonthlySpending":1382.99,"topOverspendingCategories":["Rent","Car repair","Netflix"],"#
                + #""spendingGrowthFromLastMonth":"18.9%","spendingHeatmap":["#
                + #"{"category":"Rent","spendingLevel":"High"},{"category":"Car repair","spendingLevel":"Low"},"#
                + #"{"category":"Netflix","spendingLevel":"Low"}]}"#)
        let noah = SpendingMonth(of: try NamedPeople.snapshot(of: NamedPeople.noah))
        #expect(
            noah.admin.text
                == #"{"totalMonthlySpending":0,"topOverspendingCategories":[],"spendingGrowthFromLastMonth":"0%","#
                + #""spendingHeatmap":[]}"#)
    }

    @Test("any month of the data, not only the snapshot's")
    func months() throws {
        let march = try Self.maya("2026-03")
        #expect(march.totals.expenses == Money(pence: 1_162_99))
        #expect(march.growth.appText == "100.0%" && march.growth.percent == nil)
        #expect(march.breakdown.names.map(\.title) == ["Rent", "Netflix"])
        #expect(try Self.maya("2026-05").growth.appText == "-15.9%")
        #expect(march.json.text.contains(#""month":"2026-03""#))
        #expect(march.figures.map(\.window).filter { $0 != "2026-03" } == ["2026-02"])
        #expect(march.breakdown.figures.allSatisfy { $0.window == "2026-03" && !$0.label.contains("April") })
    }

    @Test("three names at most, categories against the budgets of the same month")
    func budgets() throws {
        let month = try Self.maya()
        #expect(month.categories.map(\.part.title) == ["Essential(Needs)", "Uncategorised"])
        #expect(month.categories.map(\.budget) == [Money(pence: 1_370_00), nil])
        #expect(month.categories.map(\.used) == [100, nil] && month.categories[0].left == .zero)
        #expect(
            month.figures.map(\.id) == [
                "spending.total", "spending.previous", "spending.growth", "spending.top.1", "spending.top.2",
                "spending.top.3",
                "spending.budget.1", "spending.budget.1.left", "spending.budget.1.used",
            ])
    }

    @Test("of many names the three largest are named, and the lists are bounded")
    func many() throws {
        let expenses = (0..<60).flatMap { Snapshot.expenses("Shop \($0)", ["2026-11-02"], pence: [Int64(1_00 + $0)]) }
        let month = SpendingMonth(of: .holding(expenses: expenses, today: try #require(Day("2026-11-21"))))
        #expect(month.top.map(\.title) == ["Shop 59", "Shop 58", "Shop 57"])
        #expect(month.admin.text.contains(#""topOverspendingCategories":["Shop 59","Shop 58","Shop 57"]"#))
        #expect(month.admin.text.split(separator: "spendingLevel").count - 1 == SpendingMonth.heatmapRows)
        #expect(month.json.text.contains(#""namesNotShown":48"#))
    }

    @Test("with the breakdown's own figures every id is still unique", arguments: NamedPeople.all.map(\.name))
    func ids(name: String) throws {
        let documents = try #require(NamedPeople.all.first { $0.name == name }?.documents)
        let month = SpendingMonth(of: try NamedPeople.snapshot(of: documents))
        let ids = (month.figures + month.breakdown.figures).map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test("a month without expenses has no sum, with the reason")
    func nothing() throws {
        let month = try Self.maya("2025-01")
        #expect(month.json.text.contains(#""count":0,"total":null,"reason":"no expense is recorded for January 2025""#))
        #expect(month.figures.map(\.printed) == ["not known", "not known", "not known"])
    }
}
