import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Analyses

@Suite("What a forecast says")
struct ForecastFiguresTests {
    private func forecast(partly: Bool = false) throws -> Forecast {
        let food = try Histories.monthly("Food", from: "2026-01", count: 3) { _ in 30_000 }
        var snapshot = try Histories.snapshot(
            on: "2026-04-15", food, incomes: [Histories.income("Pay", 100_000, "2026-03-28")])
        if partly {
            snapshot.skipped = [Skipped(collection: "expenses", id: "x", field: "amount", reason: "no number")]
        }
        return Forecast(of: snapshot)
    }

    private func figure(_ id: String, of forecast: Forecast) throws -> Figure {
        try #require(forecast.figures.first { $0.id == "forecast.\(id)" })
    }

    @Test("each figure names its month and its rule")
    func named() throws {
        let forecast = try forecast()
        let left = try figure("left", of: forecast)
        #expect(left.label == "Left to spend in April 2026" && left.printed == "£1,000.00" && left.window == "2026-04")
        #expect(try figure("per_day", of: forecast).printed == "£62.50")
        #expect(try figure("after_usual", of: forecast).printed == "£850.00")
        #expect(try figure("2026-05.spending", of: forecast).printed == "£300.00")
        #expect(try figure("2026-05.left", of: forecast).printed == "£700.00")
        #expect(try figure("ahead.spending", of: forecast).label.hasSuffix("May 2026 to July 2026"))
        #expect(try figure("ahead.spending", of: forecast).basis.hasSuffix("the median of the last 3 months"))
        #expect(try figure("category.1", of: forecast).printed == "£150.00")
        #expect(try figure("error", of: forecast).basis == "no earlier month to compare with")
    }

    @Test("figures on partly read records say so")
    func partial() throws {
        let forecast = try forecast(partly: true)
        #expect(try figure("spent", of: forecast).basis.hasSuffix("some records could not be read"))
        #expect(try !figure("received", of: forecast).basis.hasSuffix("some records could not be read"))
        #expect(forecast.coverage == .partial)
    }

    @Test("what is not forecast has no value and its reason beside it")
    func abstained() throws {
        let nobody = Forecast(of: try NamedPeople.snapshot(of: NamedPeople.noah))
        let spending = try figure("2026-04.spending", of: nobody)
        #expect(spending.value == nil && spending.basis.hasPrefix("A forecast needs 3 full months"))
        #expect(try figure("left", of: nobody).basis == "no income is entered or expected for April 2026")
        #expect(nobody.coverage == .none)
        #expect(nobody.json.text.contains(#""abstained":"A forecast needs"#))
        #expect(nobody.json.text.contains(#""spending":null,"low":null,"high":null,"rangeSource":null"#))
    }

    @Test("the JSON's head and items, byte for byte")
    func json() throws {
        let forecast = try forecast()
        let head = [
            #"{"asOf":"2026-04-15T00:00:00Z","month":"2026-04","window":"2026-04/2026-07","basis":"dated payments, "#,
            #"and for the rest the median of the last 3 months","count":3,"fullMonths":3,"coverage":"full","#,
            #""abstained":null,"leftToSpend":{"received":0,"incomeToCome":1000,"committed":0,"debtPayments":0,"#,
            #""goals":0,"spent":0,"left":1000,"daysLeft":16,"perDay":62.5,"usual":150,"afterUsual":850},"#,
            #""months":[{"month":"2026-04","income":1000,"irregularIncome":0,"spent":0,"committed":0,"#,
            #""usual":150,"spending":150,"low":123.75,"high":193.5,"rangeSource":"typical","debtPayments":0,"#,
            #""goals":0,"leftOver":850}"#,
        ].joined()
        #expect(forecast.json.text.hasPrefix(head))
        #expect(forecast.card.kind == .forecast && forecast.card.data == forecast.json)
    }

    @Test("lists are bounded and say how much they leave out")
    func bounded() throws {
        let many = try (1...20).map { try Histories.expense("s\($0)", 100, "2026-04-20", .yearly, category: "c\($0)") }
        let text = Forecast(of: try Histories.snapshot(on: "2026-04-15", many)).json.text
        #expect(text.contains(#""commitmentsNotShown":8"#))
    }
}
