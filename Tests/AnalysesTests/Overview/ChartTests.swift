import Analyses
import Finance
import TestKit
import Testing

@Suite("Charts")
struct ChartTests {
    @Test("a pie's parts make the month's whole, the smaller ones together")
    func parts() throws {
        let month = try #require(Month("2026-04"))
        let expenses = try (1...15).map { place in
            try Histories.expense("e\(place)", Int64(place) * 100, "2026-04-02", category: "c\(place)")
        }
        let snapshot = try Histories.snapshot(on: "2026-04-20", expenses)
        let chart = try #require(Chart.categories(of: snapshot, in: month))
        #expect(chart.kind == .pie && chart.labels.count == 13 && chart.labels.last == "All others")
        let whole = chart.series[0].values.compactMap(\.self).total { $0 }
        #expect(whole == snapshot.totals(of: month).expenses && chart.series[0].values.last == Money(pence: 600))
        #expect(Chart.categories(of: snapshot, in: month.previous) == nil)
        var odd = snapshot
        odd.expenses[0].amount = Money(pence: -5)
        #expect(Chart.categories(of: odd, in: month)?.kind == .bar)
    }

    @Test("months without records are not nothing, and amounts leave as pounds")
    func months() throws {
        let snapshot = try NamedPeople.snapshot(of: NamedPeople.dana)
        let chart = Chart.months(of: snapshot)
        #expect(chart.labels.last == "2026-04" && chart.labels.count == RecentMonths.count)
        #expect(chart.series[1].values.suffix(2) == [1_300_00, 1_985_40].map { Money(pence: $0) })
        #expect(chart.series[0].values.first == .some(nil))
        #expect(chart.json.text.contains(#""unit":"GBP""#) && chart.json.text.contains("1985.4]"))
    }

    @Test("weeks around New Year are apart by their ISO year, later days are left out")
    func weeks() throws {
        let expenses = try [
            Histories.expense("a", 1_00, "2025-12-28"), Histories.expense("b", 2_00, "2025-12-29"),
            Histories.expense("c", 4_00, "2026-01-04"), Histories.expense("d", 8_00, "2026-01-06"),
        ]
        let chart = Chart.weeks(of: try Histories.snapshot(on: "2026-01-05", expenses))
        #expect(chart.labels.suffix(3) == ["2025-W52", "2026-W01", "2026-W02"] && chart.labels.count == 9)
        #expect(chart.series[0].values.suffix(3) == [Money(pence: 1_00), Money(pence: 6_00), nil])
    }
}
