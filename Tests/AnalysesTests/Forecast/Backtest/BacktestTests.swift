import Finance
import Testing

@testable import Analyses

/// The gate that keeps the forecast honest: numbers of the feature's definition, on households nobody tuned by hand.
@Suite("Back-test")
struct BacktestTests {
    private static let households = SyntheticHouseholds(count: 24)
    private static let backtest = Backtest.run(histories: households.snapshots)

    @Test("misses no more than four fifths of what repeating the last month would", arguments: Backtest.Level.allCases)
    func gate(level: Backtest.Level) throws {
        let ours = try #require(Self.backtest.score(level, .ours).wape)
        let naive = try #require(Self.backtest.score(level, .naive).wape)
        #expect(ours <= naive * 0.8, "\(ours) against \(naive)")
        #expect(ours > 0)
    }

    @Test("the 80% range holds in 72 to 88 of a hundred cases", arguments: Backtest.Level.allCases)
    func coverage(level: Backtest.Level) throws {
        #expect((0.72...0.88).contains(try #require(Self.backtest.score(level, .ours).coverage)))
    }

    @Test("so do the ranges for three months, from the middle of the month, and for short histories")
    func otherRanges() throws {
        let backtest = Self.backtest
        for score in [backtest.ahead, backtest.midMonth, backtest.short] {
            #expect((0.72...0.88).contains(try #require(score.coverage)), "\(score)")
        }
    }

    @Test("from the middle of the month the forecast is better than from its beginning")
    func middle() throws {
        let whole = try #require(Self.backtest.score(.total, .ours).wape)
        #expect(try #require(Self.backtest.midMonth.wape) < whole)
    }

    @Test("what is entered after a month began changes none of its forecasts")
    func leakage() throws {
        let snapshot = try #require(SyntheticHouseholds(count: 1).snapshots.first)
        let history = BacktestHistory(snapshot)
        let place = history.places.lowerBound
        var cut = snapshot
        let first = try #require(snapshot.expenses.first)
        let month = Month(containing: first.fallsOn).advanced(by: place)
        cut.asOf = month.start
        cut.expenses = snapshot.expenses.filter { ($0.createdAt ?? $0.fallsOn) < month.start }
        let forecast = Outlook(
            of: MovementBook(cut.expenses.map { Movement($0, today: snapshot.today) }), beginning: month, months: 1)
        #expect(history.origin(place).points.last??.forecast == forecast.total(0))
        #expect(cut.expenses.count < snapshot.expenses.count)
    }

    @Test("the table and the JSON name every level and method")
    func printed() {
        let backtest = Self.backtest
        for method in BacktestMethod.allCases {
            #expect(backtest.table.contains("user total, \(method.rawValue) "))
            #expect(backtest.json.text.contains(#""level":"category-month","method":"\#(method.rawValue)","score":{"#))
        }
        #expect(backtest.table.hasPrefix("Rolling origin over 24 histories"))
        #expect(backtest.rows.count == 16)
    }

    @Test("no history and a short one give an empty result, not a trap")
    func empty() throws {
        let short = try Histories.snapshot(on: "2026-04-10", [Histories.expense("a", 1, "2026-03-01")])
        for backtest in [Backtest.run(histories: []), Backtest.run(histories: [short])] {
            #expect(backtest.histories == 0 && backtest.score(.total, .ours).wape == nil)
            #expect(backtest.table.contains("–"))
        }
    }
}
