import Finance
import FoundationEssentials
import Testing

@testable import Analyses

@Suite("A stored forecast when its month has closed")
struct ForecastScoreTests {
    private func record(_ expected: Int64, _ low: Int64 = 900, _ high: Int64 = 1_100) throws -> ForecastRecord {
        let text =
            #"{"madeOn":"2026-04-10","month":"2026-04","expected":\#(expected),"range":{"low":\#(low),"#
            + #""high":\#(high),"source":"own"},"parts":[{"name":"Food","expected":700},{"expected":300}]}"#
        return try JSONDecoder().decode(ForecastRecord.self, from: Data(text.utf8))
    }

    private func snapshot(on day: String, _ pence: Int64) throws -> Snapshot {
        try Histories.snapshot(
            on: day,
            [
                Histories.expense("Shop", pence - 100, "2026-04-30"),
                Histories.expense("?", 100, "2026-04-01", category: nil), Histories.expense("May", 5, "2026-05-01"),
            ])
    }

    @Test("is not scored before the month is over")
    func closed() throws {
        #expect(ForecastScore(forecast: try record(1_000), actual: try snapshot(on: "2026-04-30", 1_000)) == nil)
        #expect(ForecastScore(forecast: try record(1_000), actual: try snapshot(on: "2026-05-01", 1_000)) != nil)
    }

    @Test("the error is actual minus expected; the ends of the range are inside it")
    func error() throws {
        func score(_ actual: Int64) throws -> ForecastScore {
            try #require(ForecastScore(forecast: record(1_000), actual: snapshot(on: "2026-05-02", actual)))
        }
        #expect(try score(1_250).error == Money(pence: 250) && score(1_250).percent == 20)
        #expect(try score(800).error == Money(pence: -200) && score(800).percent == 25)
        #expect(try [899, 900, 1_100, 1_101].map { try score($0).isInside } == [false, true, true, false])
        #expect(try score(1_250).parts == [Money(pence: 1_150), Money(pence: 100)])
    }

    @Test("several scores together: misses over spending, direction, ranges that held")
    func together() throws {
        let scores = ForecastScores(
            try [1_250, 800, 950].compactMap {
                ForecastScore(forecast: try record(1_000), actual: try snapshot(on: "2026-05-02", $0))
            })
        #expect(scores.weightedPercent == 500 * 100 / 3_000.0)
        #expect(scores.bias == 0)
        #expect(scores.inside.held == 1 && scores.inside.of == 3)
        let figures = scores.figures(in: try snapshot(on: "2026-05-02", 1_000))
        #expect(figures.map(\.printed) == ["16.67%", "1"])
        #expect(
            scores.json.text.hasPrefix(#"{"count":3,"errorPercent":16.67,"biasPercent":0,"inside":1,"withRange":3"#))
    }

    @Test("no scores, no error")
    func none() throws {
        let none = ForecastScores([])
        #expect(none.weightedPercent == nil && none.bias == nil)
        #expect(none.figures(in: try snapshot(on: "2026-05-02", 1)).allSatisfy { $0.value == nil })
    }

    @Test("a forecast is stored with its range and categories, and read back the same")
    func stored() throws {
        let food = try Histories.monthly("Food", from: "2026-01", count: 3) { _ in 30_000 }
        let forecast = Forecast(of: try Histories.snapshot(on: "2026-04-15", food))
        let month = try #require(Month("2026-04"))
        let record = try #require(forecast.record(of: month))
        #expect(record.expected == Money(pence: 15_000) && record.parts.map(\.name) == ["Food"])
        #expect(record.range == forecast.months[0].range && record.madeOn.description == "2026-04-15")
        #expect(try JSONDecoder().decode(ForecastRecord.self, from: JSONEncoder().encode(record)) == record)
        #expect(forecast.record(of: month.next)?.parts.isEmpty == true)
        #expect(forecast.record(of: month.previous) == nil)
        #expect(Forecast(of: try Histories.snapshot(on: "2026-04-15", [])).record(of: month) == nil)
    }
}
