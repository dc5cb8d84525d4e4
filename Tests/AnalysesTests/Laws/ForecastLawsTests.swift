import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Analyses

/// Laws that hold for every history, over seeded ones with records of all kinds, negative and empty ones among them.
@Suite("Laws of the forecast")
struct ForecastLawsTests {
    private static let seeds: Range<UInt64> = 0..<60

    private func drawn(_ seed: UInt64) throws -> Snapshot {
        var random = SeededGenerator(seed)
        let frequencies: [Frequency] = [.once, .once, .once, .weekly, .monthly, .yearly, .unknown("?")]
        let today = try Histories.day("2026-04-20")
        let expenses = try (0..<Int.random(in: 0...90, using: &random)).map { place in
            let day = today.advanced(by: Int.random(in: -420...50, using: &random))
            var expense = try Histories.expense(
                "n\(Int.random(in: 0...6, using: &random))", Int64.random(in: -2_000...60_000, using: &random),
                "\(day)", frequencies.randomElement(using: &random) ?? .once,
                category: ["a", "b", nil].randomElement(using: &random) ?? nil)
            expense.id = "\(place)"
            return expense
        }
        let incomes = try (0..<Int.random(in: 0...12, using: &random)).map { place in
            let day = today.advanced(by: Int.random(in: -300...30, using: &random))
            return try Histories.income(
                "p\(place % 3)", Int64.random(in: 0...300_000, using: &random), "\(day)",
                [.once, .monthly].randomElement(using: &random) ?? .once)
        }
        return try Histories.snapshot(on: "2026-04-20", expenses, incomes: incomes)
    }

    @Test("spending and its range are never negative, the low end never above the high end")
    func neverNegative() throws {
        for seed in Self.seeds {
            for month in Forecast(of: try drawn(seed)).months {
                #expect(month.spending ?? .zero >= .zero && month.usual ?? .zero >= .zero, "seed \(seed)")
                guard let range = month.range else { continue }
                #expect(range.low >= .zero && range.low <= range.high, "seed \(seed)")
            }
        }
    }

    @Test("the categories shown add up to the month")
    func addUp() throws {
        for seed in Self.seeds {
            let forecast = Forecast(of: try drawn(seed))
            guard let spending = forecast.months[0].spending else { continue }
            #expect(forecast.categories.total(\.expected) == spending, "seed \(seed)")
        }
    }

    @Test("a known one-off ahead lowers what is left by exactly its amount, a receipt raises it")
    func exact() throws {
        for seed in Self.seeds {
            var snapshot = try drawn(seed)
            guard let left = Forecast(of: snapshot).left.amount else { continue }
            let price = Money(pence: Int64(seed) * 37 + 1)
            snapshot.expenses.append(try Histories.expense("New", price.pence, "2026-04-29"))
            #expect(Forecast(of: snapshot).left.amount == left - price, "seed \(seed)")
            snapshot.incomes.append(try Histories.income("New", 5_000, "2026-04-30", .once))
            #expect(Forecast(of: snapshot).left.amount == left - price + Money(pence: 5_000), "seed \(seed)")
        }
    }

    @Test("the order of the records is never seen, and a year-old record outside the window moves nothing dated")
    func order() throws {
        for seed in Self.seeds {
            let snapshot = try drawn(seed)
            var shuffled = snapshot
            var random = SeededGenerator(seed &+ 1)
            let once = Dictionary(grouping: snapshot.expenses) { "\($0.fallsOn) \($0.name)" }.values.map { $0[0] }
            shuffled.expenses = once.shuffled(using: &random)
            var sorted = snapshot
            sorted.expenses = once.sorted { ($0.fallsOn, $0.id) < ($1.fallsOn, $1.id) }
            #expect(Forecast(of: shuffled).months.map(\.spending) == Forecast(of: sorted).months.map(\.spending))
        }
    }

    @Test("every figure's id is its own, and what has no value has a reason")
    func figures() throws {
        for seed in Self.seeds {
            let figures = Forecast(of: try drawn(seed)).figures
            #expect(Set(figures.map(\.id)).count == figures.count)
            #expect(figures.allSatisfy { !$0.basis.isEmpty })
        }
    }
}
