import Finance
import Testing

@testable import Analyses

@Suite("What is still to come")
struct MovementBookTests {
    private func ahead(_ expenses: [Expense], on today: String, through end: String) throws -> [String] {
        let book = MovementBook(expenses.map { Movement($0, today: Day(number: 30_000)) })
        return try book.ahead(after: Histories.day(today), through: Histories.day(end)).map {
            "\($0.name) \($0.day) \($0.amount.pence)\($0.isEntered ? "" : " expected")"
        }
    }

    private func rent(_ day: String, _ pence: Int64 = 80_000) throws -> Expense {
        try Histories.expense("Rent", pence, day, .monthly, entered: "2026-01-01")
    }

    @Test("a document dated ahead is known, and the months after it are expected at its amount")
    func entered() throws {
        let expenses = try [rent("2026-04-01"), rent("2026-05-01", 85_000)]
        #expect(
            try ahead(expenses, on: "2026-04-20", through: "2026-07-31")
                == ["Rent 2026-05-01 85000", "Rent 2026-06-01 85000 expected", "Rent 2026-07-01 85000 expected"])
    }

    @Test("the 31st is clamped month by month, weeks are seven days, a year is a year")
    func rhythms() throws {
        let expenses = try [
            Histories.expense("Month", 1, "2026-01-31", .monthly), Histories.expense("Week", 2, "2026-02-20", .weekly),
            Histories.expense("Year", 3, "2025-03-05", .yearly), Histories.expense("Once", 4, "2026-02-01"),
            Histories.expense("Odd", 5, "2026-02-01", .unknown("fortnightly")),
        ]
        #expect(
            try ahead(expenses, on: "2026-02-21", through: "2026-03-06")
                == [
                    "Week 2026-02-27 2 expected", "Month 2026-02-28 1 expected", "Year 2026-03-05 3 expected",
                    "Week 2026-03-06 2 expected",
                ])
    }

    @Test("a payment entered by hand a few days off its date is the next one, not a second strand")
    func tolerance() throws {
        let within = try [rent("2026-04-01"), rent("2026-05-06")]
        #expect(try ahead(within, on: "2026-04-20", through: "2026-05-31") == ["Rent 2026-05-06 80000"])
        let beyond = try [rent("2026-04-01"), rent("2026-05-07")]
        #expect(
            try ahead(beyond, on: "2026-04-20", through: "2026-05-31")
                == ["Rent 2026-05-01 80000 expected", "Rent 2026-05-07 80000"])
    }

    @Test("late within five days it is expected tomorrow, after that the series has ended")
    func late() throws {
        let expenses = try [rent("2026-04-01")]
        #expect(try ahead(expenses, on: "2026-05-05", through: "2026-05-31") == ["Rent 2026-05-06 80000 expected"])
        #expect(try ahead(expenses, on: "2026-05-06", through: "2026-06-30") == [])
    }

    @Test("two strands of one name go on side by side; a doubled entry of one day does not")
    func strands() throws {
        let twice = try ["2026-04-06", "2026-04-09"].map { try Histories.expense("Nursery", 50, $0, .weekly) }
        #expect(
            try ahead(twice, on: "2026-04-10", through: "2026-04-19")
                == ["Nursery 2026-04-13 50 expected", "Nursery 2026-04-16 50 expected"])
        let doubled = try [rent("2026-04-01"), rent("2026-04-01")]
        #expect(try ahead(doubled, on: "2026-04-20", through: "2026-05-31") == ["Rent 2026-05-01 80000 expected"])
    }

    @Test("a record entered after the day is not seen, dated ahead or not")
    func leakage() throws {
        let expenses = try [
            rent("2026-04-01"), Histories.expense("Rent", 99_999, "2026-05-01", .monthly, entered: "2026-04-21"),
        ]
        #expect(
            try ahead(expenses, on: "2026-04-20", through: "2026-05-31") == ["Rent 2026-05-01 80000 expected"])
        #expect(try ahead(expenses, on: "2026-04-21", through: "2026-05-31") == ["Rent 2026-05-01 99999"])
    }

    @Test("a bill that is different every time is expected at the median of three, one with a new price at that price")
    func amounts() throws {
        func next(_ pence: [Int64]) throws -> [String] {
            let bills = try pence.enumerated().map { place, pence in try rent("2026-0\(place + 1)-01", pence) }
            return try ahead(bills, on: "2026-03-20", through: "2026-04-30")
        }
        #expect(try next([900, 500, 700]) == ["Rent 2026-04-01 700 expected"])
        #expect(try next([500, 900, 700]) == ["Rent 2026-04-01 700 expected"])
        #expect(try next([700, 900, 500]) == ["Rent 2026-04-01 700 expected"])
        #expect(try next([500, 500, 700]) == ["Rent 2026-04-01 700 expected"])
        #expect(try next([500, 700, 500]) == ["Rent 2026-04-01 500 expected"])
    }

    @Test("what paused a year before is expected to pause again: council tax in ten instalments")
    func pause() throws {
        let months = ["2024-12", "2025-01", "2025-04", "2025-05", "2025-12", "2026-01"]
        let tax = try months.map { try Histories.expense("Council tax", 15_000, "\($0)-10", .monthly) }
        #expect(try ahead(tax, on: "2026-01-31", through: "2026-03-31") == [])
        let first = try Histories.expense("Council tax", 15_000, "2025-02-25", .monthly)
        #expect(
            try ahead(tax + [first], on: "2026-01-31", through: "2026-02-28")
                == ["Council tax 2026-02-10 15000 expected"])
    }
}
