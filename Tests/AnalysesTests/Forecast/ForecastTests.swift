import Finance
import FoundationEssentials
import TestKit
import Testing

@testable import Analyses

@Suite("Forecast")
struct ForecastTests {
    /// Rent on the 1st, food of about £200, pay on the 28th, from January to the 20th of April.
    private func spring(_ more: [Expense] = []) throws -> Snapshot {
        let rent = try ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"].map {
            try Histories.expense("Rent", 80_000, "\($0)-01", .monthly, category: "Home", entered: "2025-12-01")
        }
        let food = try Histories.monthly("Food", from: "2026-01", count: 4) { [18_000, 21_000, 24_000, 9_000][$0] }
        let pay = try ["2026-01", "2026-02", "2026-03"].map { try Histories.income("Pay", 150_000, "\($0)-28") }
        return try Histories.snapshot(on: "2026-04-20", rent + food + more, incomes: pay)
    }

    @Test("this month is what is spent, what is dated and a third of the usual; the next months are whole")
    func months() throws {
        let forecast = Forecast(of: try spring())
        #expect(forecast.abstention == nil && forecast.fullMonths == 3)
        #expect(forecast.months.map(\.month.description) == ["2026-04", "2026-05", "2026-06", "2026-07"])
        #expect(forecast.months.map(\.spending?.pence) == [96_000, 101_000, 101_000, 101_000])
        #expect(forecast.months.map(\.usual?.pence) == [7_000, 21_000, 21_000, 21_000])
        #expect(forecast.months.map(\.income.pence) == [150_000, 150_000, 150_000, 150_000])
        #expect(forecast.months[1].leftOver == Money(pence: 49_000))
        #expect(forecast.spendingAhead == Money(pence: 303_000) && forecast.rangeAhead == nil)
        let days = forecast.commitments.map { "\($0.day) \($0.isEntered)" }
        #expect(days == ["2026-05-01 true", "2026-06-01 false", "2026-07-01 false"])
    }

    @Test("categories add up to the month, largest first")
    func categories() throws {
        let vet = try Histories.expense("Vet", 3_000, "2026-02-02", category: nil)
        let forecast = Forecast(of: try spring([vet]))
        #expect(forecast.categories.map(\.title) == ["Home", "Food"])
        #expect(forecast.categories.map(\.expected.pence) == [80_000, 16_000])
        #expect(forecast.leavesOutRare && forecast.warnings.contains { $0.contains("fewer than half") })
        #expect(forecast.categories.total(\.expected) == forecast.months[0].spending)
    }

    @Test("with too short a history nothing is forecast, but what is dated is shown")
    func abstains() throws {
        let snapshot = try spring()
        var short = snapshot
        short.expenses.removeAll { $0.fallsOn < Date(timeIntervalSince1970: 1_770_000_000) }
        let forecast = Forecast(of: short)
        #expect(forecast.abstention == .tooShort(months: 1))
        #expect(forecast.months.allSatisfy { $0.spending == nil && $0.range == nil && $0.leftOver == nil })
        #expect(forecast.categories.isEmpty && forecast.spendingAhead == nil && !forecast.leavesOutRare)
        #expect(forecast.months[1].committed == Money(pence: 80_000))
        #expect(forecast.left.amount == Money(pence: 150_000 - 89_000) && forecast.left.afterUsual == nil)
    }

    @Test("a month with no income in sight is warned of")
    func noIncome() throws {
        var snapshot = try spring()
        #expect(Forecast(of: snapshot).warnings.allSatisfy { !$0.contains("No income") })
        snapshot.incomes.removeAll()
        let warnings = Forecast(of: snapshot).warnings
        let months = ["April 2026", "May 2026", "June 2026", "July 2026"]
        #expect(Array(warnings.prefix(4)) == months.map { "No income is entered or expected for \($0)." })
        #expect(Forecast(of: snapshot).months[1].leftOver == nil)
    }

    @Test("pay that does not repeat is shown apart and does not enter what is left to spend")
    func freelance() throws {
        var snapshot = try spring()
        snapshot.incomes = try ["2026-01-05", "2026-02-05", "2026-03-05"].map {
            try Histories.income("Job", 60_000, $0, .once)
        }
        let forecast = Forecast(of: snapshot)
        #expect(forecast.months.map(\.income.pence) == [0, 0, 0, 0])
        #expect(forecast.months.map(\.irregularIncome.pence) == [20_000, 60_000, 60_000, 60_000])
        #expect(forecast.left.amount == nil)
    }

    @Test("short histories get the typical range and say so; eight past months give one's own")
    func ranges() throws {
        let short = Forecast(of: try spring())
        #expect(short.months[0].range?.source == .typical && short.categories[1].range == nil)
        #expect(short.warnings.contains { $0.contains("typical") })
        let food = try Histories.monthly("Food", from: "2025-01", count: 11) { 20_000 + Int64($0) * 100 }
        let long = Forecast(of: try Histories.snapshot(on: "2025-12-01", food))
        #expect(long.months[0].range?.source == .own && long.categories[0].range?.source == .own)
        #expect(long.pastMonths == 8)
    }

    @Test("the forecast is from the day of reading, whatever month the snapshot shows")
    func otherMonth() throws {
        var snapshot = try spring()
        snapshot.month = snapshot.month.advanced(by: -2)
        #expect(Forecast(of: snapshot).months[0].month.description == "2026-04")
    }

    @Test("dirty and empty people do not stop it, and spending is never negative")
    func everyone() throws {
        for (name, documents) in NamedPeople.all {
            let forecast = Forecast(of: try NamedPeople.snapshot(of: documents))
            #expect(forecast.months.allSatisfy { $0.spending ?? .zero >= .zero }, "\(name)")
            #expect(Set(forecast.figures.map(\.id)).count == forecast.figures.count, "\(name)")
        }
    }

    @Test("amounts at the limit do not overflow")
    func huge() throws {
        let limit = Money.limit.pence
        let past = try Histories.monthly("Big", from: "2024-01", count: 30) { $0.isMultiple(of: 2) ? limit : -limit }
        let weekly = try (0..<50).map { try Histories.expense("w\($0)", limit, "2026-06-25", .weekly) }
        let forecast = Forecast(of: try Histories.snapshot(on: "2026-06-28", past + weekly))
        #expect(forecast.months[1].spending ?? .zero >= Money(pence: limit * 200))
        #expect(!forecast.json.text.isEmpty && !forecast.figures.isEmpty)
    }
}
